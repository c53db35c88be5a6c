using System.Text;
using System.Text.Json;

namespace AgentsMigration.Emulator.CodeInterpreter;

/// <summary>Reads what the harness wrote down, up to the point where it was stopped, if it was.</summary>
internal sealed class Journal
{
    private readonly List<ExecutionOutput> _outputs = [];
    private readonly StringBuilder _stream = new();

    private Journal()
    {
    }

    public IReadOnlyList<ExecutionOutput> Outputs => _outputs;

    public string? Error { get; private set; }

    public bool Ended { get; private set; }

    public static async Task<Journal> ReadAsync(string path, PathMapping paths, CancellationToken cancellationToken)
    {
        Journal journal = new();
        if (File.Exists(path))
            await foreach (string line in File.ReadLinesAsync(path, cancellationToken))
                journal.Add(line, paths);
        journal.Flush();
        return journal;
    }

    private void Add(string line, PathMapping paths)
    {
        (string kind, string text) = Parse(line);
        switch (kind)
        {
            case "stream":
                _stream.Append(paths.ToMounted(text));
                break;
            case "image":
                Flush();
                _outputs.Add(new ExecutionOutput(null, text));
                break;
            case "result":
                Flush();
                _outputs.Add(new ExecutionOutput(paths.ToMounted(text), null));
                break;
            case "error":
                _stream.Append(paths.ToMounted(text));
                Error = paths.ToMounted(text).TrimEnd().Split('\n')[^1];
                break;
            case "end":
                Ended = true;
                break;
        }
    }

    private void Flush()
    {
        if (_stream.Length > 0) _outputs.Add(new ExecutionOutput(_stream.ToString(), null));
        _stream.Clear();
    }

    // The last line of a killed run may be cut off.
    private static (string Kind, string Text) Parse(string line)
    {
        try
        {
            JsonNode entry = JsonNode.Parse(line)!;
            return (entry["kind"]!.GetValue<string>(), entry["text"]!.GetValue<string>());
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }
}
