using System.Text.Json;

namespace AgentsMigration.Comparison.Transcripts;

/// <summary>Something that happened in a session.</summary>
public abstract record TranscriptEntry
{
    /// <summary>The id that the service gave it.</summary>
    public string? Id { get; init; }

    /// <summary>The run that it is part of.</summary>
    public string? RunId { get; init; }

    /// <summary>The exchanges that showed it, as places in <see cref="Transcript.Exchanges"/>.</summary>
    public IReadOnlyList<int> Exchanges { get; init; } = [];

    /// <summary>The JSON that it was read from, as it was seen last.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>What it is, in a word or two.</summary>
    public abstract string Title { get; }
}

/// <summary>A message of a user or an assistant.</summary>
/// <param name="Role"><c>user</c>, <c>assistant</c> …</param>
/// <param name="Content">Its parts.</param>
public sealed record MessageEntry(string Role, IReadOnlyList<ContentPart> Content) : TranscriptEntry
{
    /// <inheritdoc/>
    public override string Title => $"message of the {Role}";

    /// <summary>Whether the last list of all messages showed it; null where no such list was asked for.</summary>
    public bool? IsListed { get; init; }

    /// <summary>All of its text.</summary>
    public string Text => string.Join("\n", Content.OfType<TextPart>().Select(part => part.Text));

    /// <summary>Its images.</summary>
    public IEnumerable<ImagePart> Images => Content.OfType<ImagePart>();

    /// <summary>Everything that its texts point to.</summary>
    public IEnumerable<Annotation> Annotations => Content.OfType<TextPart>().SelectMany(part => part.Annotations);

    internal string? ThreadId { get; init; }
}

/// <summary>A call of a tool: a function of the app, or one that the service has.</summary>
/// <param name="Tool"><c>function</c>, <c>code_interpreter</c>, <c>file_search</c> …</param>
/// <param name="Name">The function's name.</param>
/// <param name="Arguments">The function's arguments as the model wrote them; the code; what was searched.</param>
public sealed record ToolCallEntry(string Tool, string? Name, string Arguments) : TranscriptEntry
{
    /// <inheritdoc/>
    public override string Title => Name is null ? $"call of {Tool}" : $"call of {Name}";

    /// <summary>What came out of it, where that was shown.</summary>
    public string? Output { get; init; }

    /// <summary>Images that the code displayed.</summary>
    public IReadOnlyList<FileReference> Images { get; init; } = [];

    /// <summary>Whether the app itself answers it.</summary>
    public bool IsFunction => Tool == "function";
}

/// <summary>A run of an assistant, or a chain of responses that the app's tool outputs hold together.</summary>
/// <param name="Status">Where it was last seen.</param>
public sealed record RunEntry(string Status) : TranscriptEntry
{
    /// <inheritdoc/>
    public override string Title => "run";

    /// <summary>The code of its failure.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The text of its failure.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Why it is incomplete.</summary>
    public string? IncompleteReason { get; init; }

    /// <summary>The tokens it took.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>From its creation to its end, by the service's clock or else by the recorder's.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether the service's own tools were shown, so that their absence says something.</summary>
    public bool ShowsTools { get; init; }

    /// <summary>Whether it can still change.</summary>
    public bool IsUnderWay => Status is "queued" or "in_progress" or "cancelling";
}

/// <summary>A file that was uploaded or downloaded.</summary>
/// <param name="Act"><c>uploaded</c> or <c>downloaded</c>.</param>
/// <param name="File">The file.</param>
public sealed record FileEntry(string Act, FileReference File) : TranscriptEntry
{
    /// <inheritdoc/>
    public override string Title => $"file {Act}";
}

/// <summary>A call that the service refused.</summary>
/// <param name="Call">The method and the path without ids.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Message">The error's text.</param>
public sealed record ErrorEntry(string Call, int Status, string? Code, string Message) : TranscriptEntry
{
    /// <inheritdoc/>
    public override string Title => $"error of {Call}";
}

/// <summary>Any other object that was made, read, changed, listed or deleted.</summary>
/// <param name="Kind">What the service calls it, such as <c>assistant</c> or <c>vector_store</c>.</param>
/// <param name="Act"><c>created</c>, <c>read</c>, <c>modified</c>, <c>listed</c> or <c>deleted</c>.</param>
public sealed record ObjectEntry(string Kind, string Act) : TranscriptEntry
{
    /// <inheritdoc/>
    public override string Title => $"{Kind.Replace('_', ' ').Replace('.', ' ')} {Act}";
}

/// <summary>The events of a stream, pieces of text and arguments as one.</summary>
/// <param name="Events">Their names in order.</param>
public sealed record StreamEntry(IReadOnlyList<string> Events) : TranscriptEntry
{
    /// <inheritdoc/>
    public override string Title => "stream";
}
