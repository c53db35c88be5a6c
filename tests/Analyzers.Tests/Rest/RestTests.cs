using System.Collections.Immutable;
using AgentsMigration.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Tests.Rest;

/// <summary>Hand-written REST is found without any SDK; other people's threads are not.</summary>
public sealed class RestTests
{
    [Fact]
    public Task PathsHeadersAndVersions_AreFound() => VerifyAsync("""
        using System.Net.Http;

        class C(HttpClient http, string endpoint)
        {
            const string Version = "2024-05-01-preview"; //: AGM6003

            async Task Run(string thread, string run)
            {
                http.DefaultRequestHeaders.Add("OpenAI-Beta", "assistants=v2"); //: AGM6002
                await http.PostAsync("https://api.openai.com/v1/assistants", null); //: AGM6001
                await http.PostAsync($"{endpoint}/openai/threads?api-version={Version}", null); //: AGM6001
                await http.PostAsync(endpoint + "/threads/" + thread, null); //: AGM6001
                await http.GetAsync($"{endpoint}/threads/{thread}/messages"); //: AGM6001
                await http.GetAsync("assistants"); //: AGM6001
                await http.PostAsync($"threads/{thread}/runs/{run}/submit_tool_outputs", null); //: AGM6001
                await http.GetAsync(@"/threads/t/runs/r/steps"); //: AGM6001
                await http.GetAsync("https://my.openai.azure.com/openai/assistants?api-version=2024-02-15-preview"); //: AGM6001
            }

            ReadOnlySpan<byte> Utf8 => "/threads/t/runs"u8; //: AGM6001
        }
        """);

    [Theory]
    [InlineData("/v1/assistants", "becomes /agents/{name}/versions, or the definition in POST /responses")]
    [InlineData("/v1/assistants/a/files", "becomes a new agent version whose tools list the file")]
    [InlineData("/v1/threads", "becomes /conversations")]
    [InlineData("/v1/threads/t/messages", "becomes /conversations/{id}/items")]
    [InlineData("/v1/threads/runs", "becomes POST /responses, or GET /responses/{id}")]
    [InlineData("/v1/threads/t/runs/r", "becomes POST /responses, or GET /responses/{id}")]
    [InlineData("/v1/threads/t/runs/r/cancel", "becomes POST /responses/{id}/cancel")]
    [InlineData("/v1/threads/t/runs/r/steps", "becomes the 'output' items of GET /responses/{id}")]
    [InlineData("/v1/threads/t/runs/r/submit_tool_outputs", "becomes POST /responses with 'function_call_output' items")]
    public async Task Path_NamesItsEquivalent(string path, string verdict)
    {
        Diagnostic found = Assert.Single(await FindAsync($"class C {{ string Path => \"https://api.openai.com{path}?limit=1\"; }}"));

        Assert.Equal($"'{path["/v1".Length..]}' {verdict}", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("string A => \"/threads/5/messages\"; string B => \"/v1/threads\";")]
    [InlineData("string A => \"2024-05-01-preview\";")]
    [InlineData("string A => \"too many threads\"; // https://api.openai.com/v1/threads")]
    [InlineData("[System.ComponentModel.Description(\"/openai/threads\")] void M() { }")]
    [InlineData("void M(dynamic app) { app.MapPost(\"/openai/threads/{id}/runs\", 1); }")]
    [InlineData("string A => \"https://api.openai.com/v1/chat/completions\"; string B => \"2024-05-01-preview\";")]
    [InlineData("string A => Environment.GetEnvironmentVariable(\"PROJECT_CONNECTION_STRING\")!;")]
    public async Task OtherText_IsNotFound(string member) => Assert.Empty(await FindAsync($"class C {{ {member} }}"));

    [Fact]
    public Task ConnectionStrings_AreFound() => VerifyAsync("""
        using Azure.AI.Projects;

        class C
        {
            string Literal => "eastus.api.azureml.ms;00000000-0000-0000-0000-000000000000;group;project"; //: AGM6004
            string? Setting => Environment.GetEnvironmentVariable("PROJECT_CONNECTION_STRING"); //: AGM6004
        }

        namespace Azure.AI.Projects { class Other; }
        """);

    private static Task VerifyAsync(string source) => Lines.VerifyAsync(source, LegacyReferences.None);

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string source) => await Analysis.AnalyzeAsync(
        Analysis.Compile([.. LegacyReferences.None], [source]), TestContext.Current.CancellationToken);
}
