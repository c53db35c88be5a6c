using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Recordings.Tests.Legacy;

internal enum SkipReason
{
    /// <summary>Assistants v1, which the adapter refuses so far.</summary>
    AssistantsV1,

    /// <summary>Azure AI Agents (classic): another dialect.</summary>
    AgentsClassic,
}

/// <param name="File">The recording.</param>
/// <param name="Reason">Why it cannot be replayed yet.</param>
/// <param name="Exchanges">Which exchanges of it; none means all.</param>
internal sealed record Skipped(string File, SkipReason Reason, params int[] Exchanges)
{
    public bool Covers(int exchange) => Exchanges.Length == 0 || Exchanges.Contains(exchange);

    /// <summary>Whether the exchange can be what the reason says.</summary>
    public bool IsTrueOf(RecordedExchange exchange) => Reason switch
    {
        SkipReason.AgentsClassic => exchange.Query.Contains("api-version=", StringComparison.Ordinal),
        _ => exchange.Response is not { } answer || !HasV2Field(answer),
    };

    private static bool HasV2Field(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Object => answer.EnumerateObject().Any(property =>
            property.Name is "tool_resources" or "attachments" or "reasoning_effort" || HasV2Field(property.Value)),
        JsonValueKind.Array => answer.EnumerateArray().Any(HasV2Field),
        _ => false,
    };
}

/// <summary>What of the legacy recordings is not replayed. All else is.</summary>
internal static class SkippedExchanges
{
    public static IReadOnlyList<Skipped> All { get; } =
    [
        new("azure-sdk-assets__PersistentAgentsChatClientTests__TestGetStreamingResponseAsync_WithTools.json", SkipReason.AgentsClassic),
        new("index-12067405658__v1_message_image_file_and_file_path.json", SkipReason.AssistantsV1),
        new("sarastefani__Test-LLM__Assistants_API_overview_python.json", SkipReason.AssistantsV1),

        // These files hold one call each, recorded anew with every version of the client; the first ones are Assistants v1.
        new("alexrudall__ruby-openai__assistants_create.json", SkipReason.AssistantsV1, 0),
        new("alexrudall__ruby-openai__assistants_list.json", SkipReason.AssistantsV1, 0),
        new("alexrudall__ruby-openai__assistants_modify.json", SkipReason.AssistantsV1, 0),
        new("alexrudall__ruby-openai__assistants_retrieve.json", SkipReason.AssistantsV1, 0),
        new("alexrudall__ruby-openai__messages_create.json", SkipReason.AssistantsV1, 0, 1),
        new("alexrudall__ruby-openai__messages_retrieve.json", SkipReason.AssistantsV1, 0, 1),
        new("alexrudall__ruby-openai__run_steps_list.json", SkipReason.AssistantsV1, 1),
        new("alexrudall__ruby-openai__runs_create.json", SkipReason.AssistantsV1, 0, 1, 2),
        new("alexrudall__ruby-openai__runs_create_thread_and_run.json", SkipReason.AssistantsV1, 0),
        new("alexrudall__ruby-openai__runs_list.json", SkipReason.AssistantsV1, 0, 1, 2),
        // v1 took a boolean as metadata, and so came to look at the run's status.
        new("alexrudall__ruby-openai__runs_modify.json", SkipReason.AssistantsV1, 0, 1, 2),
        new("alexrudall__ruby-openai__runs_retrieve.json", SkipReason.AssistantsV1, 0, 1, 2),
        new("alexrudall__ruby-openai__threads_create.json", SkipReason.AssistantsV1, 0),
        new("alexrudall__ruby-openai__threads_modify.json", SkipReason.AssistantsV1, 0, 1),
        new("alexrudall__ruby-openai__threads_retrieve.json", SkipReason.AssistantsV1, 0, 1),
    ];

    public static bool Covers(string file, int exchange) =>
        All.Any(skipped => skipped.File == file && skipped.Covers(exchange));
}
