using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Operations;

/// <summary>What any OpenTelemetry set-up sees that listens.</summary>
public sealed class TelemetryTests
{
    private const string Meters = "AgentsMigration.";

    [Fact]
    public async Task Metrics_OfARun_HaveItsCallsItsTokensAndItsEnd()
    {
        // Instruments are the process's: a model and a program that only this test has tell its measurements apart.
        const string model = "model-of-this-test";
        using Measurements measured = new();
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.AddKey("key", "measured"));
        world.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "OpenAI/Python 1.99.9 (Linux; x64)");
        string assistant = (await world.SendAsync("POST", "/v1/assistants", $$"""{"model":"{{model}}"}""", "key")).Id();

        Answer created = await world.SendAsync(
            "POST", "/v1/threads/runs", $$$"""{"assistant_id":"{{{assistant}}}","thread":{"messages":[{"role":"user","content":"Hi"}]}}""", "key");
        string thread = created.Ok().GetProperty("thread_id").GetString()!;
        long total = (await world.EndAsync(thread, created.Id(), "key")).GetProperty("usage").GetProperty("total_tokens").GetInt64();
        await world.SendAsync("GET", "/v1/threads/thread_none", null, "key");

        Measurement[] tokens = measured.Of("gen_ai.client.token.usage", "gen_ai.request.model", model);
        Assert.Equal(["input", "output"], tokens.Select(one => one.Tags["gen_ai.token.type"]).Order());
        Assert.Equal(total, tokens.Sum(one => one.Value));
        Assert.All(tokens, one => Assert.Equal(("invoke_agent", "openai"), (one.Tags["gen_ai.operation.name"], one.Tags["gen_ai.provider.name"])));
        Assert.Equal("completed", Assert.Single(measured.Of("agents_migration.runs", "gen_ai.request.model", model)).Tags["status"]);

        Measurement[] calls = measured.Of("agents_migration.client.calls", "tenant", "measured");
        Assert.All(calls, one => Assert.Equal("OpenAI/Python 1.99.9", one.Tags["user_agent.name"]));
        Assert.Contains(calls, one => Equals(one.Tags["legacy.operation"], "POST /threads/runs"));
        Assert.Contains(measured.Of("agents_migration.legacy.duration", "legacy.operation", "GET /threads/{thread_id}"), one => Equals(one.Tags.GetValueOrDefault("error.type"), "404"));
        Assert.NotEmpty(measured.Of("agents_migration.v2.duration", "url.template", "/responses"));
        Assert.DoesNotContain(measured.All.SelectMany(one => one.Tags.Values), tag => $"{tag}".Contains("thread_", StringComparison.Ordinal) && $"{tag}" != "{thread_id}" && !$"{tag}".Contains("{thread_id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Traces_OfACallThatIsInATrace_JoinIt()
    {
        ActivityTraceId trace = ActivityTraceId.CreateRandom();
        ConcurrentBag<Activity> seen = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "AgentsMigration.Adapter",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using GatewayWorld world = await GatewayWorld.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/threads/thread_0123456789abcdef");
        request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");

        await world.SendAsync(request);

        Activity server = Assert.Single(seen, activity => activity.TraceId == trace && activity.Kind == ActivityKind.Server);
        Activity client = Assert.Single(seen, activity => activity.TraceId == trace && activity.Kind == ActivityKind.Client);
        Assert.Equal(("GET /threads/{thread_id}", "00f067aa0ba902b7"), (server.DisplayName, server.ParentSpanId.ToString()));
        Assert.Equal(("GET /conversations/{conversation_id}", server.SpanId), (client.DisplayName, client.ParentSpanId));
    }

    private sealed record Measurement(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);

    private sealed class Measurements : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<Measurement> _all = [];

        public Measurements()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith(Meters, StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<Measurement> All => _all;

        public Measurement[] Of(string name, string tag, string value) =>
            [.. _all.Where(one => one.Name == name && one.Tags.TryGetValue(tag, out object? given) && Equals(given, value))];

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _all.Enqueue(new Measurement(instrument.Name, value, tags.ToArray().ToDictionary()));
    }
}
