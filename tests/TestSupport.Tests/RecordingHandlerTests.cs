using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AgentsMigration.TestSupport.Tests;

public sealed class RecordingHandlerTests
{
    [Fact]
    public async Task Send_RequestWithBody_KeepsBothSides()
    {
        using RecordingHandler handler = new(new Answer(HttpStatusCode.Created, "application/json", "{\"b\":2}"));
        using HttpClient client = new(handler);
        using StringContent body = new("{\"a\":1}", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(
            new Uri("http://service/things?order=asc"), body, TestContext.Current.CancellationToken);

        RecordedCall call = Assert.Single(handler.Calls);
        Assert.Equal("POST /things?order=asc 201", call.ToString());
        Assert.Equal("/things", call.Path);
        Assert.Equal(1, call.RequestJson.GetProperty("a").GetInt32());
        Assert.Equal(2, call.ResponseJson.GetProperty("b").GetInt32());
        Assert.Equal("{\"b\":2}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Send_WithoutBodies_HasNone()
    {
        using RecordingHandler handler = new(new Answer(HttpStatusCode.NoContent, "text/plain", ""));
        using HttpClient client = new(handler);
        using HttpResponseMessage response = await client.DeleteAsync(
            new Uri("http://service/things/1"), TestContext.Current.CancellationToken);
        RecordedCall call = Assert.Single(handler.Calls);
        Assert.Null(call.RequestBody);
        Assert.Equal("", call.ResponseBody);
    }

    [Fact]
    public void Send_Synchronous_IsKeptToo()
    {
        using RecordingHandler handler = new(new Answer(HttpStatusCode.OK, "text/plain", "ok"));
        using HttpClient client = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Get, "http://service/");
        using HttpResponseMessage response = client.Send(request, TestContext.Current.CancellationToken);
        Assert.Equal("ok", Assert.Single(handler.Calls).ResponseBody);
    }

    [Fact]
    public async Task Send_InnerThrows_IsKeptWithStatusZero()
    {
        using RecordingHandler handler = new(new Refusal());
        using HttpClient client = new(handler);
        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(new Uri("http://service/a"), TestContext.Current.CancellationToken));
        Assert.Equal("GET /a 0", Assert.Single(handler.Calls).ToString());
    }

    [Fact(Timeout = 30_000)]
    public async Task Send_EventStream_IsPassedOnBeforeItEndsAndKeptAfter()
    {
        HalfOpenStream source = new("event: a\n\n");
        using RecordingHandler handler = new(new Answer(HttpStatusCode.OK, "text/event-stream", source));
        using HttpClient client = new(handler);
        using HttpResponseMessage response = await client.GetAsync(
            new Uri("http://service/"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using Stream stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("event: a", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Empty(handler.Calls);

        source.End();
        Assert.Equal("\n", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: a\n\n", Assert.Single(handler.Calls).ResponseBody);
    }

    private sealed class Answer(HttpStatusCode status, string contentType, Stream body) : HttpMessageHandler
    {
        public Answer(HttpStatusCode status, string contentType, string body)
            : this(status, contentType, new MemoryStream(Encoding.UTF8.GetBytes(body)))
        {
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = new(status) { Content = new StreamContent(body) };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
            return Task.FromResult(response);
        }
    }

    private sealed class Refusal : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(new HttpRequestException("refused"));
    }

    /// <summary>Gives its text at once and its end only when told to.</summary>
    private sealed class HalfOpenStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End() => _ended.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length)
            {
                await _ended.Task.WaitAsync(cancellationToken);
            }

            return Read(buffer.Span);
        }
    }
}
