using AgentsMigration.Comparison.Files;

namespace AgentsMigration.Comparison.Transcripts;

/// <summary>A file, with its bytes where the session shows them.</summary>
/// <param name="Id">The id that the service gave it.</param>
public sealed record FileReference(string Id)
{
    private static readonly string[] ImageNames = [".png", ".jpg", ".jpeg", ".gif", ".webp"];

    /// <summary>Its name, where that is known.</summary>
    public string? Name { get; init; }

    /// <summary>Its bytes, where they were sent or fetched.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>Whether it is an image, by its bytes or else by its name.</summary>
    public bool IsImage => MediaType is not null
        || ImageNames.Any(ending => Name?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The media type of an image whose bytes are known.</summary>
    public string? MediaType => Content is { } bytes ? ImageBytes.MediaType(bytes.Span) : null;
}
