using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentsMigration.Adapter.State;

/// <summary>A run: what was asked for, the chain of responses that answers it, and what is known of its end.</summary>
internal sealed record RunRecord
{
    public required string Id { get; init; }

    public required string ThreadId { get; init; }

    public required string AssistantId { get; init; }

    public required long CreatedAt { get; init; }

    public required RunSettings Settings { get; init; }

    public required RunPlan Plan { get; init; }

    /// <summary>In order; the last one is the current one. Empty for a run that failed before it could start.</summary>
    public required IReadOnlyList<string> Responses { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Resources given with the run itself; null for a run created on an existing thread.</summary>
    public ToolResources? ToolResources { get; init; }

    public required string Status { get; init; }

    public long? StartedAt { get; init; }

    public long? ExpiresAt { get; init; }

    public long? CancelledAt { get; init; }

    public long? FailedAt { get; init; }

    public long? CompletedAt { get; init; }

    /// <summary>When an expired run did.</summary>
    public long? ExpiredAt { get; init; }

    /// <summary>What the run waits for.</summary>
    public IReadOnlyList<ToolCall> OpenToolCalls { get; init; } = [];

    /// <summary>Every output that the app has given, in order.</summary>
    public IReadOnlyList<ToolOutput> ToolOutputs { get; init; } = [];

    /// <summary>How many of the outputs, from the end, no response has been made for yet: what a submit has begun.</summary>
    public int PendingOutputs { get; init; }

    /// <summary>Of a run whose first response is not known: what is left to do for it.</summary>
    public RunDraft? Draft { get; init; }

    /// <summary>Until when whoever began what is pending is left alone with it.</summary>
    public long? PendingUntil { get; init; }

    /// <summary>The current response was made in place of one that may have been lost: it is not sure yet that none was.</summary>
    public bool MayBeSecond { get; init; }

    /// <summary>How many of the outputs, from the end, that response was given.</summary>
    public int SecondOutputs { get; init; }

    /// <summary>A response was to be made, and is not known to exist.</summary>
    [JsonIgnore]
    public bool IsPending => Draft is not null || PendingOutputs > 0;

    /// <summary>The conversation holds function calls that nobody will answer: the thread is locked until they are gone.</summary>
    public bool NeedsRepair { get; init; }

    public RunError? LastError { get; init; }

    public string? IncompleteReason { get; init; }

    public TokenUsage? Usage { get; init; }

    public string? CurrentResponse => Responses.Count == 0 ? null : Responses[Responses.Count - 1];
}

/// <summary>The effective settings of a run, in legacy shape.</summary>
internal sealed record RunSettings
{
    public required string Model { get; init; }

    public string? Instructions { get; init; }

    public IReadOnlyList<JsonElement> Tools { get; init; } = [];

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public string? ReasoningEffort { get; init; }

    public int? MaxPromptTokens { get; init; }

    public int? MaxCompletionTokens { get; init; }

    /// <summary>Only so many of the thread's last messages are shown to the model; null means as many as fit.</summary>
    public int? LastMessages { get; init; }

    public JsonElement? ResponseFormat { get; init; }

    public JsonElement? ToolChoice { get; init; }

    public bool ParallelToolCalls { get; init; } = true;

    /// <summary>The files of its assistant, which a run of Assistants v1 shows.</summary>
    public IReadOnlyList<string> AssistantFiles { get; init; } = [];
}

/// <summary>What a run's v2 requests name beside its settings; kept for the requests that continue it.</summary>
internal sealed record RunPlan
{
    public IReadOnlyList<string> CodeInterpreterFiles { get; init; } = [];

    public IReadOnlyList<string> VectorStores { get; init; } = [];

    /// <summary>What <c>azure_ai_search</c> searches, in legacy shape.</summary>
    public IReadOnlyList<JsonElement> SearchIndexes { get; init; } = [];

    /// <summary>Approval and headers of MCP servers, in legacy shape; the headers only while the run is active.</summary>
    public IReadOnlyList<JsonElement> McpServers { get; init; } = [];

    /// <summary>The container to use in place of an automatic one, after that has been lost.</summary>
    public string? ContainerId { get; init; }

    /// <summary>The Foundry agent that answers; null sends the settings with each request.</summary>
    public string? AgentName { get; init; }

    public string? AgentVersion { get; init; }

    /// <summary>The run works on a copy of its thread; what it says is added when it has ended, under ids of its own.</summary>
    public bool IsApart { get; init; }
}

/// <param name="Id">What the app answers it by.</param>
/// <param name="Name">The function, or the server's tool.</param>
/// <param name="Arguments">As the model wrote them.</param>
/// <param name="ServerLabel">The MCP server that is to be asked, if the app approves; null for a function.</param>
internal sealed record ToolCall(string Id, string Name, string Arguments, string? ServerLabel = null);

/// <param name="CallId">The call.</param>
/// <param name="Output">What a function gave.</param>
/// <param name="SubmittedAt">When the app said so.</param>
/// <param name="Approve">Whether a server may be asked; null for the output of a function.</param>
internal sealed record ToolOutput(string CallId, string Output, long SubmittedAt, bool? Approve = null);

internal sealed record RunError(string Code, string Message);

internal sealed record TokenUsage(long Prompt, long Completion, long Total, long Cached, long Reasoning)
{
    public static TokenUsage None { get; } = new(0, 0, 0, 0, 0);

    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => new(
        left.Prompt + right.Prompt,
        left.Completion + right.Completion,
        left.Total + right.Total,
        left.Cached + right.Cached,
        left.Reasoning + right.Reasoning);
}

internal static class RunStatus
{
    public const string Queued = "queued";
    public const string InProgress = "in_progress";
    public const string RequiresAction = "requires_action";
    public const string Cancelling = "cancelling";
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";
    public const string Completed = "completed";
    public const string Incomplete = "incomplete";
    public const string Expired = "expired";

    public static bool IsActive(string status) => status is Queued or InProgress or RequiresAction or Cancelling;
}
