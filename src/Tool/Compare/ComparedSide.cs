using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Replaying;

namespace AgentsMigration.Tool.Compare;

/// <summary>What LEFT or RIGHT names.</summary>
internal abstract record ComparedSide(string Name)
{
    private const string EmulatorName = "emulator";

    public static ComparedSide? Find(string text, string? key)
    {
        if (text == EmulatorName)
            return new EmulatorSide();
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
            return new EndpointSide(address, key);
        return Directory.Exists(text) ? new RecordingSide(text, RecordingsIn(text))
            : File.Exists(text) ? new RecordingSide(text, [text])
            : null;
    }

    private static string[] RecordingsIn(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new InvalidDataException($"The folder '{folder}' has no recording: no file *.json.");
    }
}

/// <summary>Recorded sessions.</summary>
internal sealed record RecordingSide(string Path, IReadOnlyList<string> Files) : ComparedSide(System.IO.Path.GetFileName(Path.TrimEnd('/')))
{
    public bool IsFolder => Directory.Exists(Path);

    public IEnumerable<(string Name, Func<Recording> Read)> Sessions =>
        Files.Select<string, (string, Func<Recording>)>(file => (System.IO.Path.GetFileNameWithoutExtension(file), () => Recording.Read(file)));
}

/// <summary>A service that answers.</summary>
internal abstract record ServiceSide(string Name) : ComparedSide(Name)
{
    /// <summary>How long it may take to a recorded state.</summary>
    public virtual TimeSpan? Patience => null;

    /// <summary>Begins a session with it.</summary>
    public abstract Task<ServiceSession> ConnectAsync(RecordedObjects recorded, CancellationToken cancellationToken);
}
