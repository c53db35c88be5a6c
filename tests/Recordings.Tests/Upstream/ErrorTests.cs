using System.Text.Json;
using System.Text.RegularExpressions;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.TestSupport;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>Whatever a v2 service says when it fails, the caller reads a legacy error without v2's ids and nouns.</summary>
public sealed partial class ErrorTests
{
    /// <summary>Bodies that no service was recorded with: proxies, gateways and services yet to come send such.</summary>
    public static TheoryData<int, string> Unrecorded => new()
    {
        { 502, "<html><body><h1>502 Bad Gateway</h1></body></html>" },
        { 500, "" },
        { 404, "null" },
        { 400, "[]" },
        { 400, """{"error":"conversation conv_1 is broken"}""" },
        { 400, """{"error":{}}""" },
        { 400, """{"error":{"message":null,"type":null,"param":null,"code":null}}""" },
        { 400, """{"detail":"Not Found"}""" },
        { 400, """{"error":{"code":7,"message":{"text":"x"},"param":[],"type":true}}""" },
        { 403, """{"error":{"code":"Forbidden","message":"The response resp_68c9de02a4788190b6ba1b76b6174837 belongs to another conversation."}}""" },
        { 404, """{"error":{"message":"Conversation with id 'conv_68c9de02a4788190b6ba1b76b6174837' not found.","type":"invalid_request_error","param":null,"code":null}}""" },
        { 400, """{"error":{"code":"invalid_payload","message":"Invalid payload","param":null,"type":"invalid_request_error","details":[{"code":"ValidationError","message":"Not allowed when agent is specified.","param":"temperature","type":"error"}],"additionalInfo":{"request_id":"a"}}}""" },
        { 400, """{"error":{"code":"conversation_locked","message":"Another process is currently operating on this conversation. Please retry in a few seconds.","param":"conversation","type":"invalid_request_error"}}""" },
        { 503, """{"error":{"message":"The server is overloaded.","type":"server_error","param":null,"code":null}}""" },
    };

    [Theory]
    [MemberData(nameof(Unrecorded))]
    public Task Fail_UnrecordedBody_IsALegacyError(int status, string body) => FailEverywhereAsync(status, body);

    [Fact]
    public async Task Fail_RecordedErrors_AreLegacyErrors()
    {
        Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");
        Assert.NotEmpty(UpstreamBody.Of("error"));
        foreach (UpstreamBody body in UpstreamBody.Of("error"))
        {
            // Tests of clients keep a body under status 200.
            bool isQuota = body.Json.GetProperty("error").GetProperty("code").ValueEquals("insufficient_quota");
            await FailEverywhereAsync(body.Status >= 400 ? body.Status : isQuota ? 429 : 400, body.Json.GetRawText());
        }
    }

    [Theory]
    [InlineData("the conversation is gone")]
    [InlineData("see resp_1")]
    [InlineData("conv_1")]
    [InlineData("This Response failed")]
    [InlineData("conversation_locked")]
    public void V2Words_InAText_AreFound(string text) => Assert.Matches(V2Words(), text);

    private static async Task FailEverywhereAsync(int status, string body)
    {
        await FailAsync(session => session.V2.Answer("POST", "/v1/conversations", body, status), "POST", "threads", "{}");
        await FailAsync(session => session.V2.Answer("GET", "/v1/conversations/*", body, status), "GET", $"threads/{UpstreamSession.Thread}");
        await FailAsync(
            session => session.V2.Answer("POST", "/v1/conversations/*/items", body, status),
            "POST", $"threads/{UpstreamSession.Thread}/messages", """{"role":"user","content":"x"}""");
        await FailAsync(session => session.V2.Answer("GET", "/v1/conversations/*/items", body, status), "GET", $"threads/{UpstreamSession.Thread}/messages");
        await FailAsync(session => session.V2.Answer("GET", "/v1/files/*", body, status), "GET", "files/file-1");
        await FailRunAsync(session => session.V2.Answer("POST", "/v1/responses", body, status), mayBeDone: status is 500 or 502 or 504);
        await FailPollAsync(status, body);
    }

    private static async Task FailAsync(Action<UpstreamSession> prepare, string method, string path, string? json = null)
    {
        using UpstreamSession session = new();
        prepare(session);
        AssertError(await session.SendAsync(method, path, json));
    }

    /// <summary>
    /// A run that v2 refuses may be taken and fail, as legacy did it; one of which nobody knows whether v2 has it waits.
    /// </summary>
    private static async Task FailRunAsync(Action<UpstreamSession> prepare, bool mayBeDone = false)
    {
        using UpstreamSession session = new();
        prepare(session);
        LegacyAnswer answer = await session.StartRunAsync();
        if (mayBeDone)
        {
            Assert.Equal((200, "queued"), (answer.Status, answer.Body.GetProperty("status").GetString()));
        }
        else if (answer.Status == 200)
        {
            Assert.Equal("failed", answer.Body.GetProperty("status").GetString());
            Assert.DoesNotMatch(V2Words(), answer.Body.GetProperty("last_error").GetProperty("message").GetString());
        }
        else
        {
            AssertError(answer);
        }
    }

    private static async Task FailPollAsync(int status, string body)
    {
        using UpstreamSession session = new();
        session.V2.Answer("POST", "/v1/responses", """{"id":"resp_68c9de02a4788190b6ba1b76b6174837","object":"response","status":"queued","output":[]}""");
        session.V2.Answer("GET", "/v1/responses/*", body, status);
        string run = (await session.StartRunAsync()).MadeId();
        AssertError(await session.SendAsync("GET", $"threads/{UpstreamSession.Thread}/runs/{run}"));
    }

    private static void AssertError(LegacyAnswer answer)
    {
        Assert.True(answer.Status >= 400, $"{answer.Status} {answer.Body.GetRawText()}");
        OpenApiSchema.OpenAI.AssertComponent("ErrorResponse", answer.Body);
        JsonElement error = answer.Body.GetProperty("error");
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(member => member.Name));
        Assert.False(string.IsNullOrWhiteSpace(error.GetProperty("message").GetString()));
        Assert.DoesNotMatch(V2Words(), answer.Body.GetRawText());
    }

    [GeneratedRegex(@"\b(?:conv_|resp_)|\bconversation|\bresponses?\b", RegexOptions.IgnoreCase)]
    private static partial Regex V2Words();
}
