using System.Text.Json;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.TestSupport;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>Recorded conversations, items, files, containers and vector stores, as answers to the calls that ask for them.</summary>
public sealed class ObjectTests
{
    /// <summary>Kinds that a test here, or another class, feeds to the adapter.</summary>
    private static readonly string[] Fed =
    [
        "response", "error", "conversation", "conversation.deleted", "response.deleted", "message", "list", "file", "container",
        "container.file", "response.input_tokens", "vector_store", "vector_store.file", "vector_store.deleted",
    ];

    /// <summary>The adapter never deletes a container or its files, and never compacts: nothing legacy asks for that.</summary>
    private static readonly string[] NeverAskedFor = ["container.deleted", "container.file.deleted", "response.compaction"];

    private const string Thread = $"threads/{UpstreamSession.Thread}";

    public ObjectTests() => Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");

    [Fact]
    public void Recordings_EachKindOfBody_IsFedOrNeverAskedFor() =>
        Assert.Equal(Fed.Concat(NeverAskedFor).Order(), UpstreamBody.All.Select(body => body.Kind).Distinct().Order());

    [Fact]
    public Task GetThread_RecordedConversation_IsAThread() => ForEachAsync("conversation", async (session, body) =>
    {
        session.V2.Answer("GET", "/v1/conversations/*", body.Json.GetRawText());
        JsonElement thread = await OkAsync(session, "GET", Thread);

        Assert.Equal("thread_" + Text(body.Json, "id")["conv_".Length..], Text(thread, "id"));
        Assert.Equal(body.Json.GetProperty("created_at").GetRawText(), thread.GetProperty("created_at").GetRawText());
        Assert.True(JsonElement.DeepEquals(body.Json.GetProperty("metadata"), thread.GetProperty("metadata")));
    });

    [Fact]
    public Task DeleteThread_RecordedDeletions_IsADeletedThread() => ForEachAsync("conversation.deleted", async (session, body) =>
    {
        session.V2.Answer("POST", "/v1/responses", """{"id":"resp_68c9de02a4788190b6ba1b76b6174837","object":"response","status":"queued","output":[]}""");
        session.V2.Answer("GET", "/v1/responses/*", """{"id":"resp_68c9de02a4788190b6ba1b76b6174837","object":"response","status":"completed","output":[],"usage":null}""");
        session.V2.Answer("DELETE", "/v1/responses/*", UpstreamBody.Of("response.deleted").First().Json.GetRawText());
        session.V2.Answer("GET", "/v1/conversations/*/items", UpstreamSession.Page([]));
        session.V2.Answer("DELETE", "/v1/conversations/*", body.Json.GetRawText());
        (await session.StartRunAsync()).Made();

        JsonElement deleted = await OkAsync(session, "DELETE", Thread);

        Assert.Equal($$"""{"id":"{{UpstreamSession.Thread}}","object":"thread.deleted","deleted":true}""", deleted.GetRawText());
    });

    [Fact]
    public Task GetMessage_RecordedItem_IsAMessage() => ForEachAsync("message", async (session, body) =>
    {
        session.V2.Answer("GET", "/v1/conversations/*/items/*", body.Json.GetRawText());
        JsonElement message = await OkAsync(session, "GET", $"{Thread}/messages/{Text(body.Json, "id")}");

        Assert.Equal((Text(body.Json, "id"), Text(body.Json, "role")), (Text(message, "id"), Text(message, "role")));
        Assert.Equal(Texts(body.Json), message.GetProperty("content").EnumerateArray().Select(part => Text(part.GetProperty("text"), "value")));
    });

    [Fact]
    public Task ListMessages_RecordedItems_AreWhatPeopleSaid() => ForEachAsync("list", async (session, body) =>
    {
        JsonElement[] items = [.. body.Items("data").Where(item => item.TryGetProperty("role", out _))];
        session.V2.Answer("GET", "/v1/conversations/*/items", UpstreamSession.Page(items.Select(item => item.GetRawText())));
        JsonElement list = await OkAsync(session, "GET", $"{Thread}/messages?limit=100");

        Assert.Equal(
            items.Where(item => Text(item, "role") is "user" or "assistant").Select(item => Text(item, "id")),
            list.GetProperty("data").EnumerateArray().Select(message => Text(message, "id")));
    });

    [Fact]
    public Task GetFile_RecordedFile_IsAFileOfTheSameContent() => ForEachAsync("file", async (session, body) =>
    {
        if (body.Json.TryGetProperty("deleted", out _))
        {
            session.V2.Answer("DELETE", "/v1/files/*", body.Json.GetRawText());
            Assert.True((await OkAsync(session, "DELETE", $"files/{Text(body.Json, "id")}")).GetProperty("deleted").GetBoolean());
            return;
        }
        session.V2.Answer("GET", "/v1/files/*", body.Json.GetRawText());
        JsonElement file = await OkAsync(session, "GET", $"files/{Text(body.Json, "id")}");
        foreach (string name in new[] { "id", "object", "bytes", "created_at", "filename", "purpose", "status" })
            Assert.Equal(body.Json.GetProperty(name).GetRawText(), file.GetProperty(name).GetRawText());

        session.V2.Answer("GET", "/v1/files", UpstreamSession.Page([body.Json.GetRawText()]));
        Assert.Equal(Text(body.Json, "id"), Text((await OkAsync(session, "GET", "files")).GetProperty("data")[0], "id"));
    });

    [Theory]
    [InlineData("vector_store", "GET", "")]
    [InlineData("vector_store", "POST", "")]
    [InlineData("vector_store.deleted", "DELETE", "")]
    [InlineData("vector_store.file", "GET", "/files/file-1")]
    public Task VectorStores_RecordedBodies_PassAsTheyAre(string kind, string method, string rest) => ForEachAsync(kind, async (session, body) =>
    {
        session.V2.Answer(method, "/v1/vector_stores/*" + rest, body.Json.GetRawText());
        LegacyAnswer answer = await session.SendAsync(method, "vector_stores/vs_1" + rest, method == "POST" ? "{}" : null);
        Assert.True(JsonElement.DeepEquals(body.Json, answer.Made()));
    });

    [Fact]
    public Task CreateRun_RecordedTokenCount_KeepsToTheBudget() => ForEachAsync("response.input_tokens", async (session, body) =>
    {
        int tokens = body.Json.GetProperty("input_tokens").GetInt32();
        Assert.True(tokens < 256, "Within the least budget.");
        session.V2.Answer("POST", "/v1/responses/input_tokens", body.Json.GetRawText());
        session.V2.Answer("POST", "/v1/responses", """{"id":"resp_68c9de02a4788190b6ba1b76b6174837","object":"response","status":"queued","output":[]}""");
        Assert.Equal("queued", Text((await session.StartRunAsync(""","max_prompt_tokens":256""")).Made(), "status"));
    });

    private static async Task ForEachAsync(string kind, Func<UpstreamSession, UpstreamBody, Task> check)
    {
        Assert.NotEmpty(UpstreamBody.Of(kind));
        foreach (UpstreamBody body in UpstreamBody.Of(kind))
        {
            using UpstreamSession session = new();
            await check(session, body);
            Assert.Empty(session.V2.Unexpected);
        }
    }

    private static async Task<JsonElement> OkAsync(UpstreamSession session, string method, string path)
    {
        JsonElement body = (await session.SendAsync(method, path)).Made();
        OpenApiSchema.OpenAI.AssertResponse(method, "/" + path.Split('?')[0], 200, body, LegacyDeviations.OpenAI);
        return body;
    }

    private static string[] Texts(JsonElement item) =>
        [.. item.GetProperty("content").EnumerateArray().Select(part => Text(part, "text"))];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
