using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace AgentsMigration.Gateway.Fuzz;

/// <summary>What came of it.</summary>
internal sealed class FuzzReport
{
    /// <summary>By how much memory may differ between a quarter of the way and the end.</summary>
    private const double FlatMegabytes = 64;

    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<string> _findings = [];
    private readonly List<double> _memory = [];
    private int _refused;

    public IReadOnlyCollection<string> Findings => _findings;

    public IReadOnlyList<string> LogLines { get; set; } = [];

    public bool IsFlat => _memory.Count < 4 || _memory[^1] - _memory[_memory.Count / 4] < FlatMegabytes;

    public bool IsClean => _findings.IsEmpty && LogLines.Count == 0 && IsFlat;

    public int Sent => _statuses.Values.Sum();

    public void Count(int status) => _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);

    public void Find(string finding) => _findings.Enqueue(finding);

    /// <summary>The server itself says of some that they are no HTTP, before there is a request, and without words.</summary>
    public void Refuse() => Interlocked.Increment(ref _refused);

    public void Weigh(double megabytes) => _memory.Add(megabytes);

    public override string ToString()
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Sent} requests; by status: {string.Join(", ", _statuses.OrderBy(pair => pair.Key).Select(pair => $"{(pair.Key == 0 ? "closed" : pair.Key)} x {pair.Value}"))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{_refused} were refused as HTTP, with an empty body");
        text.AppendLine(CultureInfo.InvariantCulture, $"memory of the gateway in MB, along the way: {string.Join(" ", _memory.Select(value => value.ToString("0", CultureInfo.InvariantCulture)))} ({(IsFlat ? "flat" : "GROWS")})");
        text.AppendLine(CultureInfo.InvariantCulture, $"{_findings.Count} findings, {LogLines.Count} log lines");
        foreach (string line in _findings.Take(30).Concat(LogLines.Take(30)))
            text.AppendLine(line);
        return text.ToString();
    }
}
