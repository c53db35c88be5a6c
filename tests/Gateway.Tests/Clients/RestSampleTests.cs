using System.Text.Json;
using AgentsMigration.Comparison.Files;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>The REST samples of the vendor's pages on code interpreter, with curl and as they are written there.</summary>
public sealed class RestSampleTests
{
    private const string Question = "I need to solve the equation `3x + 11 = 14`. Can you help me?";
    private const string Chart = "Could you please create bar chart in the TRANSPORTATION sector for the operating profit from the uploaded csv file?";

    private static readonly string Csv = Path.Combine(AppContext.BaseDirectory, "node", "companies.csv");

    /// <summary>The page gives v1's <c>file_ids</c> under versions of v1 and of v2.</summary>
    [Theory]
    [InlineData("2024-02-15-preview")]
    [InlineData("2024-05-01-preview")]
    [InlineData("2025-03-01-preview")]
    public async Task AzureOpenAI_CodeInterpreterPage_Works(string version)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.AddKey("caller-key"));
        Curl curl = new($"{world.Address}/openai", $"api-version={version}", "api-key: caller-key");

        string file = Id(await curl.SendAsync("/files", "-F", "purpose=assistants", "-F", $"file=@{Csv}"));
        string assistant = Id(await curl.PostAsync("/assistants", $$"""
            {
              "instructions": "You are an AI assistant that can write code to help answer math questions.",
              "tools": [
                { "type": "code_interpreter" }
              ],
              "model": "gpt-4-1106-preview",
              "file_ids": ["{{file}}"]
            }
            """));
        string thread = Id(await curl.PostAsync("/threads", ""));
        await AskAsync(curl, thread, assistant, Question, $$""", "file_ids": ["{{file}}"]""");
        Assert.Contains("x = 1", await LastTextAsync(curl, thread), StringComparison.Ordinal);
        await AskAsync(curl, thread, assistant, Chart, "");
        await DownloadAsync(curl, thread);
        Assert.Empty(world.Log.Errors);
    }

    /// <summary>With its empty body, and the comma behind the last field of the run.</summary>
    [Theory]
    [InlineData("/api/projects/p", "2024-12-01-preview")]
    [InlineData("/api/projects/p", "2025-05-01")]
    [InlineData("/agents/v1.0/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/p", "2024-07-01-preview")]
    public async Task AgentService_CodeInterpreterPage_Works(string prefix, string version)
    {
        await using GatewayWorld world = await GatewayWorld.StartFoundryAsync(agents => agents.AddKey("caller-key"));
        Curl curl = new(world.Address + prefix, $"api-version={version}", "Authorization: Bearer caller-key");

        string file = Id(await curl.SendAsync("/files", "-F", "purpose=assistants", "-F", $"file=@{Csv}"));
        string agent = Id(await curl.PostAsync("/assistants", $$"""
            {
              "instructions": "You are an AI assistant that can write code to help answer math questions.",
              "tools": [
                { "type": "code_interpreter" }
              ],
              "model": "gpt-4o-mini",
              "tool_resources": {
                "code_interpreter": {
                  "file_ids": ["{{file}}"]
                }
              }
            }
            """));
        string thread = Id(await curl.PostAsync("/threads", ""));
        await AskAsync(curl, thread, agent, Question, "");
        Assert.Contains("x = 1", await LastTextAsync(curl, thread), StringComparison.Ordinal);
        await AskAsync(curl, thread, agent, Chart, "");
        await DownloadAsync(curl, thread);
        Assert.Contains((await curl.SendAsync("/threads")).GetProperty("data").EnumerateArray(), listed => Id(listed) == thread);
        Assert.Empty(world.Log.Errors);
    }

    private static async Task AskAsync(Curl curl, string thread, string assistant, string question, string fields)
    {
        await curl.PostAsync($"/threads/{thread}/messages", $$"""
            {
              "role": "user",
              "content": "{{question}}"{{fields}}
            }
            """);
        JsonElement run = await curl.PostAsync($"/threads/{thread}/runs", $$"""
            {
              "assistant_id": "{{assistant}}",
            }
            """);
        string path = $"/threads/{thread}/runs/{Id(run)}";
        while (run.GetProperty("status").GetString() is "queued" or "in_progress")
            run = await curl.SendAsync(path);
        Assert.True(run.GetProperty("status").ValueEquals("completed"), run.GetRawText());
    }

    private static async Task<string> LastTextAsync(Curl curl, string thread) =>
        (await curl.SendAsync($"/threads/{thread}/messages")).GetProperty("data")[0].GetProperty("content").GetRawText();

    private static async Task DownloadAsync(Curl curl, string thread)
    {
        JsonElement last = (await curl.SendAsync($"/threads/{thread}/messages")).GetProperty("data")[0];
        JsonElement image = last.GetProperty("content").EnumerateArray().First(part => part.GetProperty("type").ValueEquals("image_file"));
        string file = image.GetProperty("image_file").GetProperty("file_id").GetString()!;
        string picture = Path.GetTempFileName();
        await curl.RunAsync($"/files/{file}/content", "--output", picture);
        Assert.False(PngImage.Load(picture).IsBlank);
        File.Delete(picture);
    }

    private static string Id(JsonElement answer) => answer.GetProperty("id").GetString()!;
}
