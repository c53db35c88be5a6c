using System.Collections.Concurrent;
using System.Diagnostics;

namespace AgentsMigration.Gateway.Crash.Faults;

/// <summary>What was asked of the service and how it answered: the story behind a problem.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    public void Write(string line) => _lines.Enqueue($"{Stopwatch.GetElapsedTime(_start).TotalSeconds,8:0.000} {line}");

    /// <summary>What it holds on a conversation, in order.</summary>
    public IEnumerable<string> Of(string conversation) => _lines.Where(line => line.Contains(conversation, StringComparison.Ordinal));
}
