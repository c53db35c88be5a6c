using System.Text;
using System.Text.Json;
using AgentsMigration.Benchmarks.Gateway.Servers;

namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>The gateway and the plain proxy in front of the same service, each in a process of its own.</summary>
internal sealed class Contest : IDisposable
{
    private const string Key = "benchmark";
    private const string Assistant =
        """
        {"model":"gpt-4o-mini","instructions":"You are the help desk of a shop. Answer in two sentences, and look orders up before you answer.",
         "tools":[{"type":"function","function":{"name":"find_order","description":"Finds an order.","parameters":{"type":"object",
         "properties":{"number":{"type":"string","description":"As on the invoice."}},"required":["number"]}}}]}
        """;

    private readonly ServerProcess _upstream;
    private readonly string _threadPrefix = $"thread_{Guid.NewGuid():N}";
    private int _threads;

    private Contest(ServerProcess upstream, ServerProcess gateway, ServerProcess proxy)
    {
        _upstream = upstream;
        Gateway = gateway;
        Proxy = proxy;
    }

    public ServerProcess Gateway { get; }

    public ServerProcess Proxy { get; }

    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    public Func<byte[]> LegacyStream { get; private set; } = () => [];

    public byte[] V2Stream { get; private set; } = [];

    public static async Task<Contest> StartAsync(string state, CancellationToken cancellationToken)
    {
        ServerProcess upstream = await ServerProcess.StartUpstreamAsync(cancellationToken);
        ServerProcess proxy = await ServerProcess.StartProxyAsync(upstream.Address, cancellationToken);
        ServerProcess gateway = await ServerProcess.StartGatewayAsync(upstream.Address, state, Key, cancellationToken);
        Contest contest = new(upstream, gateway, proxy);
        try
        {
            await contest.PrepareAsync(cancellationToken);
            return contest;
        }
        catch
        {
            contest.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Gateway.Dispose();
        Proxy.Dispose();
        _upstream.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using Connection gateway = await Connection.OpenAsync(Gateway.Address, cancellationToken);
        string assistant = await ReadIdAsync(gateway, HttpBytes.Post("/v1/assistants", Key, Assistant), cancellationToken);
        string thread = NextThread();
        string run = await ReadIdAsync(gateway, CreateRun(thread, assistant, ""), cancellationToken);
        byte[] v2Create = await ReadLastAsync("POST", cancellationToken);
        byte[] get = HttpBytes.Get($"/v1/threads/{thread}/runs/{run}", Key);
        await gateway.SendAsync(get, cancellationToken);
        Operations =
        [
            new("POST /threads/{id}/runs", () => CreateRun(NextThread(), assistant, ""), v2Create),
            new("GET /threads/{id}/runs/{id}", () => get, await ReadLastAsync("GET", cancellationToken)),
        ];

        const string streamed = ",\"stream\":true";
        LegacyStream = () => CreateRun(NextThread(), assistant, streamed);
        using (Connection stream = await Connection.OpenAsync(Gateway.Address, cancellationToken))
            await stream.ReadUntilAsync(LegacyStream(), OpenStreams.LegacyDelta, cancellationToken);
        V2Stream = await ReadLastAsync("POST", cancellationToken);
    }

    /// <summary>The state may have runs on the threads of others.</summary>
    private string NextThread() => $"{_threadPrefix}{Interlocked.Increment(ref _threads):x16}";

    private static byte[] CreateRun(string thread, string assistant, string options) =>
        HttpBytes.Post($"/v1/threads/{thread}/runs", Key, $$"""{"assistant_id":"{{assistant}}"{{options}}}""");

    private static async Task<string> ReadIdAsync(Connection connection, byte[] request, CancellationToken cancellationToken) =>
        JsonElement.Parse((await connection.SendAsync(request, cancellationToken)).Span).GetProperty("id").GetString()!;

    /// <summary>What the gateway has just sent, so that the plain proxy forwards the same.</summary>
    private async Task<byte[]> ReadLastAsync(string method, CancellationToken cancellationToken)
    {
        using Connection upstream = await Connection.OpenAsync(_upstream.Address, cancellationToken);
        string[] last = Encoding.UTF8.GetString((await upstream.SendAsync(
            HttpBytes.Get(Upstream.LastPath + method, Key), cancellationToken)).Span).Split("\n\n", 2);
        return method == "GET" ? HttpBytes.Get(last[0], Key) : HttpBytes.Post(last[0], Key, last[1]);
    }
}
