using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Http;

/// <summary>Bodies flow through in both directions.</summary>
public sealed class FlowTests
{
    private const string UploadedFile =
        """{"id":"file-1","object":"file","bytes":1,"created_at":1,"filename":"data.csv","purpose":"assistants","status":"processed"}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>All uploads are half way at the same moment, and next to nothing of them is in memory.</summary>
    [Fact]
    public async Task Upload_ManyAtOnce_HoldsNoneOfThem()
    {
        const int uploads = 8;
        const int size = 48 << 20;
        ConcurrentBag<long> arrived = [];
        long used = 0;
        using SemaphoreSlim halfway = new(0);
        TaskCompletionSource measured = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Transport = new StubTarget(async (request, token) =>
        {
            await using Stream body = await request.Content!.ReadAsStreamAsync(token);
            long first = await DrainAsync(body, size / 2, token);
            halfway.Release();
            await measured.Task.WaitAsync(token);
            arrived.Add(first + await DrainAsync(body, long.MaxValue, token));
            return Json(UploadedFile);
        }));
        long before = GC.GetTotalMemory(forceFullCollection: true);

        Task<Answer>[] all = [.. Enumerable.Range(0, uploads).Select(_ => UploadAsync(world, size))];
        for (int i = 0; i < uploads; i++)
            await halfway.WaitAsync(Cancelled);
        used = GC.GetTotalMemory(forceFullCollection: true) - before;
        measured.SetResult();
        foreach (Answer answer in await Task.WhenAll(all))
            Assert.Equal("file-1", answer.Id());

        Assert.All(arrived, bytes => Assert.True(bytes > size, $"{bytes} of {size} bytes arrived"));
        Assert.Equal(uploads, arrived.Count);
        Assert.True(used < size, $"{used >> 20} MiB in use for {uploads} uploads of {size >> 20} MiB, each half way");
    }

    [Fact]
    public async Task Download_FirstPart_ArrivesBeforeTheSecondExists()
    {
        Pipe content = new();
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Transport = Serving(content));
        await content.Writer.WriteAsync("first"u8.ToArray(), Cancelled);

        await using Stream body = await world.Client.GetStreamAsync("/v1/files/file-1/content", Cancelled);
        byte[] part = new byte[5];
        await body.ReadExactlyAsync(part, Cancelled);
        await content.Writer.WriteAsync("second"u8.ToArray(), Cancelled);
        await content.Writer.CompleteAsync();
        using StreamReader rest = new(body);

        Assert.Equal(("first", "second"), (Encoding.ASCII.GetString(part), await rest.ReadToEndAsync(Cancelled)));
    }

    [Fact]
    public async Task Download_TargetBreaksOff_DoesNotLookWhole()
    {
        Pipe content = new();
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Transport = Serving(content));
        await content.Writer.WriteAsync("first"u8.ToArray(), Cancelled);

        await using Stream body = await world.Client.GetStreamAsync("/v1/files/file-1/content", Cancelled);
        await body.ReadExactlyAsync(new byte[5], Cancelled);
        await content.Writer.CompleteAsync(new IOException("reset"));

        await Assert.ThrowsAnyAsync<IOException>(async () => await body.ReadExactlyAsync(new byte[1], Cancelled));
    }

    [Fact]
    public async Task Stop_AnswerUnderWay_EndsIt()
    {
        Pipe content = new();
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Transport = Serving(content));
        await content.Writer.WriteAsync("first"u8.ToArray(), Cancelled);
        await using Stream body = await world.Client.GetStreamAsync("/v1/files/file-1/content", Cancelled);
        await body.ReadExactlyAsync(new byte[5], Cancelled);

        Task stopping = world.Gateway.StopAsync(Cancelled);
        await RefusesConnectionsAsync(world.Gateway.Addresses[0]);
        Assert.False(stopping.IsCompleted);
        await content.Writer.WriteAsync("second"u8.ToArray(), Cancelled);
        await content.Writer.CompleteAsync();
        using StreamReader rest = new(body);

        Assert.Equal("second", await rest.ReadToEndAsync(Cancelled));
        await stopping;
    }

    [Fact]
    public async Task Stop_RunThatStreams_IsToldToItsEnd()
    {
        using SocketsHttpHandler network = new();
        using HeldStreams held = new(network);
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Transport = held);
        string assistant = (await world.SendAsync("POST", "/v1/assistants", """{"model":"m"}""")).Id();
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/threads/runs")
        {
            Content = new StringContent(
                """{"assistant_id":"ID","stream":true,"thread":{"messages":[{"role":"user","content":"Hi"}]}}"""
                    .Replace("ID", assistant, StringComparison.Ordinal),
                Encoding.UTF8,
                "application/json"),
        };
        using HttpResponseMessage response = await world.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync(Cancelled));
        Assert.Equal("event: thread.created", await reader.ReadLineAsync(Cancelled));

        Task stopping = world.Gateway.StopAsync(Cancelled);
        await RefusesConnectionsAsync(world.Gateway.Addresses[0]);
        held.Release();
        string rest = await reader.ReadToEndAsync(Cancelled);
        await stopping;

        Assert.Contains("event: thread.run.completed", rest, StringComparison.Ordinal);
        Assert.EndsWith("event: done\ndata: [DONE]\n\n", rest, StringComparison.Ordinal);
    }

    private static async Task RefusesConnectionsAsync(Uri address)
    {
        while (true)
        {
            using HttpClient stranger = new();
            try
            {
                (await stranger.GetAsync(new Uri(address, "/healthz"), Cancelled)).Dispose();
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<Answer> UploadAsync(GatewayWorld world, long size)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/files")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent("assistants"), "purpose" },
                { new StreamContent(new ZeroStream(size)), "file", "data.csv" },
            },
        };
        request.Headers.TransferEncodingChunked = true;
        return await world.SendAsync(request);
    }

    private static async Task<long> DrainAsync(Stream stream, long atLeast, CancellationToken token)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        long total = 0;
        int read;
        while (total < atLeast && (read = await stream.ReadAsync(buffer, token)) > 0)
            total += read;
        ArrayPool<byte>.Shared.Return(buffer);
        return total;
    }

    private static StubTarget Serving(Pipe content) => new((_, _) => Task.FromResult(
        new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(content.Reader.AsStream()) }));

    private static HttpResponseMessage Json(string json) =>
        new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
