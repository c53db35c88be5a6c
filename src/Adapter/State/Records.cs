using System.Text.Json;

namespace AgentsMigration.Adapter.State;

/// <summary>What an assistant says: the legacy request as it was given, kept for echoing and for inline runs.</summary>
internal sealed record AssistantSettings
{
    public required string Model { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Instructions { get; init; }

    /// <summary>Legacy tools, normalized as the service echoes them.</summary>
    public IReadOnlyList<JsonElement> Tools { get; init; } = [];

    public ToolResources? ToolResources { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public JsonElement? ResponseFormat { get; init; }

    public string? ReasoningEffort { get; init; }

    /// <summary>Files for every tool it has (Assistants v1).</summary>
    public IReadOnlyList<AssistantFile> Files { get; init; } = [];

    /// <summary>The vector store that the adapter keeps of <see cref="Files"/>, while the assistant searches files.</summary>
    public string? FilesStore { get; init; }
}

/// <param name="Id">The file.</param>
/// <param name="AttachedAt">When it became the assistant's; null means with it.</param>
internal sealed record AssistantFile(string Id, long? AttachedAt);

internal sealed record AssistantRecord
{
    public required string Id { get; init; }

    public required long CreatedAt { get; init; }

    public required AssistantSettings Settings { get; init; }

    /// <summary>The Foundry agent version that holds the same definition; null elsewhere.</summary>
    public string? AgentVersion { get; init; }
}

/// <summary>Null where the request did not name the tool: the service echoes the difference.</summary>
internal sealed record ToolResources
{
    public IReadOnlyList<string>? CodeInterpreterFiles { get; init; }

    public IReadOnlyList<string>? VectorStores { get; init; }

    /// <summary>What <c>azure_ai_search</c> searches (Agents classic), in legacy shape.</summary>
    public IReadOnlyList<JsonElement>? SearchIndexes { get; init; }

    /// <summary>Approval and headers of MCP servers (Agents classic), in legacy shape.</summary>
    public IReadOnlyList<JsonElement>? McpServers { get; init; }
}

/// <summary>What a conversation cannot hold of its thread.</summary>
internal sealed record ThreadRecord
{
    public required string Id { get; init; }

    public ToolResources? ToolResources { get; init; }

    /// <summary>Files attached to messages for the code interpreter: the thread's from then on.</summary>
    public IReadOnlyList<string> AttachedFiles { get; init; } = [];

    /// <summary>The vector store made for files attached to messages for file search.</summary>
    public string? AttachedStore { get; init; }

    /// <summary>Attached for no tool in particular (Assistants v1): a run that searches files has them put into the store.</summary>
    public IReadOnlyList<string> AnyToolFiles { get; init; } = [];

    /// <summary>Those of them, and of its runs' assistants, that the store has.</summary>
    public IReadOnlyList<string> SearchedFiles { get; init; } = [];

    /// <summary>When code interpreter last worked for the thread; null means never.</summary>
    public long? ContainerUsedAt { get; init; }

    /// <summary>The files that its code has written, oldest first.</summary>
    public IReadOnlyList<string> WrittenFiles { get; init; } = [];
}

/// <summary>What a conversation item cannot hold of its message.</summary>
internal sealed record MessageRecord
{
    public required string Id { get; init; }

    public required long CreatedAt { get; init; }

    public string? AssistantId { get; init; }

    public string? RunId { get; init; }

    public IReadOnlyList<JsonElement> Attachments { get; init; } = [];

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The run that the app's message came with, if it came with one.</summary>
    public string? CameWith { get; init; }

    /// <summary>
    /// Of a streamed message: the images it began with, before its text was known. Null where all that it cites come first.
    /// </summary>
    public IReadOnlyList<string>? Images { get; init; }

    /// <summary>Of a streamed message: images that a message before it has shown, and that it cites again.</summary>
    public IReadOnlyList<string> ShownBefore { get; init; } = [];

    /// <summary>Of a streamed message: where its file citations came, if that is not where they say they stand.</summary>
    public IReadOnlyList<int>? CitationPlaces { get; init; }
}

/// <summary>
/// Where a deleted object stood among its neighbours, so that a list can still be paged from it. Null where it was the
/// first or the last.
/// </summary>
internal sealed record CursorRecord
{
    public required string Id { get; init; }

    public string? Older { get; init; }

    public string? Newer { get; init; }
}

/// <summary>Names the run that a thread is locked by.</summary>
internal sealed record ThreadLockRecord
{
    public required string ThreadId { get; init; }

    public string RunId { get; init; } = "";
}

/// <summary>A file that code interpreter made; its bytes are in the blob store under the same id.</summary>
internal sealed record GeneratedFileRecord
{
    public required string Id { get; init; }

    public required string Filename { get; init; }

    public required long Bytes { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>Its copy among the target's files, once the app has attached it to something.</summary>
    public string? UploadedId { get; init; }

    public bool Deleted { get; init; }
}
