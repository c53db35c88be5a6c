using System.Text.Json;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>What the adapter makes of one recorded response: its run, the run's steps and the thread's messages, oldest first.</summary>
internal sealed record ResponseRun(JsonElement Response, JsonElement Run, JsonElement[] Steps, JsonElement[] Messages)
{
    private static readonly byte[] FileContent = "A stand-in."u8.ToArray();

    public static async Task<ResponseRun> FeedAsync(UpstreamBody body)
    {
        using UpstreamSession session = new();
        Prepare(session.V2, body);
        string runId = (await session.StartRunAsync()).MadeId();
        string path = $"threads/{UpstreamSession.Thread}";

        JsonElement run = await GetAsync(session, $"{path}/runs/{runId}");
        JsonElement steps = await GetAsync(session, $"{path}/runs/{runId}/steps?order=asc");
        JsonElement messages = await GetAsync(session, $"{path}/messages?order=asc");
        foreach (string file in Files(messages))
            Assert.Equal(FileContent, await session.ReadAsync($"files/{file}/content"));
        Assert.Empty(session.V2.Unexpected);
        return new ResponseRun(
            body.Json, run, [.. steps.GetProperty("data").EnumerateArray()], [.. messages.GetProperty("data").EnumerateArray()]);
    }

    /// <summary>Every file that a message shows or links to.</summary>
    private static IEnumerable<string> Files(JsonElement messages)
    {
        foreach (JsonElement part in messages.GetProperty("data").EnumerateArray().SelectMany(message => message.GetProperty("content").EnumerateArray()))
        {
            if (part.TryGetProperty("image_file", out JsonElement image))
                yield return image.GetProperty("file_id").GetString()!;
            if (!part.TryGetProperty("text", out JsonElement text))
                continue;
            foreach (JsonElement annotation in text.GetProperty("annotations").EnumerateArray())
            {
                if (annotation.TryGetProperty("file_path", out JsonElement file))
                    yield return file.GetProperty("file_id").GetString()!;
            }
        }
    }

    private static async Task<JsonElement> GetAsync(UpstreamSession session, string path)
    {
        LegacyAnswer answer = await session.SendAsync("GET", path);
        Assert.True(answer.Status == 200, $"GET {path}: {answer.Status} {answer.Body.GetRawText()}");
        OpenApiSchema.OpenAI.AssertResponse("GET", "/" + path.Split('?')[0], 200, answer.Body, LegacyDeviations.OpenAI);
        return answer.Body;
    }

    private static void Prepare(StubUpstream v2, UpstreamBody body)
    {
        string id = body.Json.GetProperty("id").GetString()!;
        v2.Answer("POST", "/v1/responses", $$"""{"id":"{{id}}","object":"response","status":"queued","output":[]}""");
        v2.Answer("GET", $"/v1/responses/{id}", body.Json.GetRawText());
        string[] items = [UpstreamSession.UserItem, .. body.Items("output").Select(item => item.GetRawText())];
        v2.Answer("GET", "/v1/conversations/*/items", request => UpstreamSession.Page(
            request.RequestUri!.Query.Contains("order=asc", StringComparison.Ordinal) ? items : items.Reverse()));

        foreach (JsonElement call in body.Items("output").Where(item => UpstreamBody.TypeOf(item) == "code_interpreter_call"))
        {
            string container = call.GetProperty("container_id").GetString()!;
            string[] files = [.. Cited(body, container)];
            v2.Answer("GET", $"/v1/containers/{container}/files", UpstreamSession.Page(files));
            v2.Answer("GET", $"/v1/containers/{container}/files/*/content", FileContent);
        }
    }

    /// <summary>The container's files, as far as the messages name them.</summary>
    private static IEnumerable<string> Cited(UpstreamBody body, string container) => body.Items("output")
        .Where(item => UpstreamBody.TypeOf(item) == "message")
        .SelectMany(message => message.GetProperty("content").EnumerateArray())
        .SelectMany(part => part.TryGetProperty("annotations", out JsonElement annotations) ? annotations.EnumerateArray() : [])
        .Where(annotation => UpstreamBody.TypeOf(annotation) == "container_file_citation" && annotation.GetProperty("container_id").ValueEquals(container))
        .Select(annotation => $$"""
            {"id":"{{annotation.GetProperty("file_id").GetString()}}","object":"container.file","created_at":1782518136,"bytes":11,
             "container_id":"{{container}}","path":"/mnt/data/{{annotation.GetProperty("filename").GetString()}}","source":"assistant"}
            """);
}
