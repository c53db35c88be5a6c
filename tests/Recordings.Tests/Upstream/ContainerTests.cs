using System.Text;
using System.Text.Json;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>Recorded containers and their files behind a run that used one.</summary>
public sealed class ContainerTests
{
    private const string ResponseId = "resp_68c9de02a4788190b6ba1b76b6174837";

    public ContainerTests() => Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");

    [Fact]
    public async Task GetFile_RecordedContainerFile_IsServedUnderItsName()
    {
        JsonElement[] files =
        [
            .. UpstreamBody.Of("container.file").Select(body => body.Json),
            .. UpstreamBody.Of("list").SelectMany(body => body.Items("data")).Where(item => item.TryGetProperty("container_id", out _)),
        ];
        Assert.True(files.Length > 6);
        foreach (JsonElement file in files)
        {
            using UpstreamSession session = new();
            string name = Text(file, "path").Split('/')[^1];
            Prepare(session.V2, file, name);
            (await session.SendAsync("GET", $"threads/{UpstreamSession.Thread}/runs/{(await session.StartRunAsync()).MadeId()}")).Made();

            JsonElement messages = (await session.SendAsync("GET", $"threads/{UpstreamSession.Thread}/messages")).Made();
            string id = Text(messages.GetProperty("data")[0].GetProperty("content")[0].GetProperty("text").GetProperty("annotations")[0].GetProperty("file_path"), "file_id");
            JsonElement served = (await session.SendAsync("GET", $"files/{id}")).Made();

            Assert.Equal((name, "assistants_output", 7), (Text(served, "filename"), Text(served, "purpose"), served.GetProperty("bytes").GetInt32()));
            Assert.Equal("content", Encoding.UTF8.GetString(await session.ReadAsync($"files/{id}/content")));
            Assert.Empty(session.V2.Unexpected);
        }
    }

    [Fact]
    public async Task CreateRun_ContainerLost_GoesOnInTheRecordedNewOne()
    {
        JsonElement[] containers =
        [
            .. UpstreamBody.Of("container").Select(body => body.Json),
            .. UpstreamBody.Of("list").SelectMany(body => body.Items("data")).Where(item => item.GetProperty("id").GetString()!.StartsWith("cntr_", StringComparison.Ordinal)),
        ];
        Assert.True(containers.Length > 3);
        foreach (JsonElement container in containers)
        {
            using UpstreamSession session = new();
            session.V2.Answer("POST", "/v1/containers", container.GetRawText());
            session.V2.Answer("POST", "/v1/responses", """{"error":{"message":"Container is expired.","type":"invalid_request_error","param":null,"code":null}}""", 400);
            session.V2.AnswerWhen("POST", "/v1/responses", Text(container, "id"), $$"""{"id":"{{ResponseId}}","object":"response","status":"queued","output":[]}""");

            JsonElement run = (await session.StartRunAsync(""","tools":[{"type":"code_interpreter"}]""")).Made();

            Assert.Equal("queued", Text(run, "status"));
            Assert.Contains($"\"container\":\"{Text(container, "id")}\"", session.V2.Requests[^1], StringComparison.Ordinal);
            Assert.Empty(session.V2.Unexpected);
        }
    }

    /// <summary>A response whose message links to the file, after the container's list of files has become empty.</summary>
    private static void Prepare(StubUpstream v2, JsonElement file, string name)
    {
        (string container, string id) = (Text(file, "container_id"), Text(file, "id"));
        string link = $"sandbox:/mnt/data/{name}";
        string call = $$"""{"id":"ci_68c9de02a4788190b6ba1b76b6174837","type":"code_interpreter_call","status":"completed","code":"","container_id":"{{container}}","outputs":null}""";
        string message = $$"""
            {"id":"msg_68c9de02a4788190b6ba1b76b6174837","type":"message","status":"completed","role":"assistant","content":[
              {"type":"output_text","text":"{{link}}","annotations":[{"type":"container_file_citation","container_id":"{{container}}",
               "file_id":"{{id}}","filename":"{{name}}","start_index":0,"end_index":{{link.Length}}}]}]}
            """;
        v2.Answer("POST", "/v1/responses", $$"""{"id":"{{ResponseId}}","object":"response","status":"queued","output":[]}""");
        v2.Answer("GET", "/v1/responses/*", $$"""{"id":"{{ResponseId}}","object":"response","status":"completed","output":[{{call}},{{message}}],"usage":null}""");
        v2.Answer("GET", "/v1/conversations/*/items", UpstreamSession.Page([message, call]));
        v2.Answer("GET", $"/v1/containers/{container}/files", UpstreamSession.Page([]));
        v2.Answer("GET", $"/v1/containers/{container}/files/{id}", file.GetRawText());
        v2.Answer("GET", $"/v1/containers/{container}/files/{id}/content", "content"u8.ToArray());
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
