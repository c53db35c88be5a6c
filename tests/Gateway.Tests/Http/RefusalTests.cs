using System.Net.Sockets;
using System.Text;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Http;

/// <summary>Whatever goes wrong, the answer has the shape that legacy clients can read.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/v1/chat/completions")]
    [InlineData("GET", "/v1/models")]
    [InlineData("GET", "/v1/containers/c/files")]
    [InlineData("GET", "/v1/")]
    [InlineData("GET", "/openai/deployments/d/chat/completions")]
    [InlineData("GET", "/threads/thread_1")]
    [InlineData("GET", "/elsewhere/v1/threads/thread_1")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("GET", "/v1/threads/%2e%2e/models")]
    public async Task Map_PathThatIsNotLegacy_IsUnknown(string method, string path)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();

        Answer answer = await world.SendAsync(method, path);

        Assert.StartsWith($"Invalid URL ({method} {(path.Contains("%2e", StringComparison.Ordinal) ? "/v1/" : path)}", answer.Error(404, null), StringComparison.Ordinal);
    }

    /// <summary>What is passed through must not lead elsewhere: nothing of it reaches the target.</summary>
    [Theory]
    [InlineData("/v1/vector_stores/vs_1%2F..%2F..%2Fresponses")]
    [InlineData("/v1/vector_stores/%252e%252e/files")]
    [InlineData("/v1/vector_stores/vs_1/files/file-1%3Fx=")]
    [InlineData("/v1/files/file-1%2F..%2Ffile-2/content")]
    [InlineData("/v1/threads/thread_1%2Fitems")]
    public async Task Map_IdThatIsAPath_IsNotFoundHere(string path)
    {
        int sent = 0;
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Transport = new StubTarget((_, _) =>
        {
            sent++;
            throw new HttpRequestException("asked");
        }));

        (await world.SendAsync("GET", path)).Error(404, null);

        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task Map_WrongMethod_IsNotAllowed()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();

        Assert.Equal("Not allowed to PATCH on /v1/assistants.", (await world.SendAsync("PATCH", "/v1/assistants")).Error(405, "method_not_supported"));
    }

    [Fact]
    public async Task Map_BodyThatIsNotJson_IsABadRequest()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();

        string message = (await world.SendAsync("POST", "/v1/threads", "{")).Error(400, null);

        Assert.StartsWith("We could not parse the JSON body", message, StringComparison.Ordinal);
    }

    /// <summary>A body that breaks the protocol in its middle: the caller's fault, not an unreachable target.</summary>
    [Theory]
    [InlineData("/v1/threads", "application/json")]
    [InlineData("/v1/files", "multipart/form-data; boundary=b")]
    public async Task Map_BrokenChunk_IsABadRequest(string path, string contentType)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();
        Uri address = world.Gateway.Addresses[0];
        using TcpClient socket = new();
        await socket.ConnectAsync(address.Host, address.Port, Cancelled);
        await using NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {contentType}\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2\r\n--\r\nnot a length\r\n"),
            Cancelled);
        using StreamReader reader = new(stream);

        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync(Cancelled));
        Assert.Contains("\"type\":\"invalid_request_error\"", await reader.ReadToEndAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Map_JsonOverTheLimit_IsTooLarge(bool lengthKnown)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.MaxJsonBytes = 10_000);
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/threads")
        {
            Content = new StringContent(Padded(10_001), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = !lengthKnown;

        Answer answer = await world.SendAsync(request);

        Assert.Equal("Maximum content size limit (10000 bytes) exceeded.", answer.Error(413, "request_too_large"));
        Assert.Equal(200, (await world.SendAsync("POST", "/v1/threads", Padded(10_000))).Status);
    }

    [Fact]
    public async Task Map_FileOverTheLimit_IsTooLargeAndLeavesNoFile()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.MaxFileBytes = 1 << 20);
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/files")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent("assistants"), "purpose" },
                { new ByteArrayContent(new byte[(1 << 20) + (1 << 16)]), "file", "data.csv" },
            },
        };
        request.Headers.TransferEncodingChunked = true;

        Answer answer = await world.SendAsync(request);

        answer.Error(413, "request_too_large");
        Assert.Equal(0, (await world.SendAsync("GET", "/v1/files")).Ok().GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Map_StateThatFails_SaysNothingOfWhy()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Documents = new FailingDocuments());

        Answer answer = await world.SendAsync("GET", "/v1/assistants/asst_1");

        string message = answer.Error(500, null);
        Assert.Contains(answer.Headers["x-request-id"], message, StringComparison.Ordinal);
        Assert.DoesNotContain(FailingDocuments.Secret, message, StringComparison.Ordinal);
        Assert.Contains(world.Log.Errors, line => line.Contains(answer.Headers["x-request-id"], StringComparison.Ordinal));
        Assert.DoesNotContain(world.Log.All, line => line.Contains(FailingDocuments.Secret, StringComparison.Ordinal));
    }

    private static string Padded(int length) => "{}" + new string(' ', length - 2);
}
