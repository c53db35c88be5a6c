using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgentsMigration.Gateway.Usage;

/// <summary>Counts in memory; <see cref="UsageFlusher"/> carries the counts to the state.</summary>
internal sealed class UsageCounter(LegacyAgentsOptions options)
{
    /// <summary>Names of programs come from outside: beyond so many they are counted as one.</summary>
    private const int Capacity = 2_000;
    private const string Others = "others";

    private static readonly Meter Meter = new("AgentsMigration.Gateway");

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "agents_migration.client.calls", "{call}", "Legacy calls by tenant, program and operation.");

    private readonly ConcurrentDictionary<UsageKey, Tally> _tallies = new();

    public void Add(UsageKey key)
    {
        if (!_tallies.TryGetValue(key, out Tally? tally))
        {
            if (_tallies.Count >= Capacity)
                key = key with { Client = Others };
            tally = _tallies.GetOrAdd(key, static _ => new Tally());
        }
        tally.Add(options.TimeProvider.GetUtcNow().ToUnixTimeSeconds());
        if (Calls.Enabled)
            Calls.Add(1, new TagList { { "tenant", key.Tenant }, { "user_agent.name", key.Client }, { "legacy.operation", key.Operation } });
    }

    /// <summary>What has been counted since the last time.</summary>
    public IEnumerable<(UsageKey Key, long Count, long LastSeen)> Take()
    {
        foreach ((UsageKey key, Tally tally) in _tallies)
        {
            if (tally.Take() is > 0 and var count)
                yield return (key, count, tally.LastSeen);
        }
    }

    /// <summary>What could not be carried over comes again.</summary>
    public void Return(UsageKey key, long count) => _tallies[key].Return(count);

    private sealed class Tally
    {
        private long _count;
        private long _lastSeen;

        public long LastSeen => Interlocked.Read(ref _lastSeen);

        public void Add(long now)
        {
            Interlocked.Increment(ref _count);
            Interlocked.Exchange(ref _lastSeen, now);
        }

        public long Take() => Interlocked.Exchange(ref _count, 0);

        public void Return(long count) => Interlocked.Add(ref _count, count);
    }
}
