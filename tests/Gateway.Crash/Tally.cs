using System.Collections.Concurrent;

namespace AgentsMigration.Gateway.Crash;

/// <summary>Counts by name.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int this[string name] => _counts.GetValueOrDefault(name);

    public void Add(string name, int count = 1) => _counts.AddOrUpdate(name, count, (_, known) => known + count);

    public IEnumerable<string> Lines() => _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key,-32} {pair.Value,6}");
}
