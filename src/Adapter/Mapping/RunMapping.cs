using System.Text.Json;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A run record as the legacy service printed it, in its key order.</summary>
internal static class RunMapping
{
    public static void Write(Utf8JsonWriter writer, RunRecord run, LegacyWire wire)
    {
        RunSettings settings = run.Settings;
        writer.WriteStartObject();
        writer.WriteString("id", run.Id);
        writer.WriteString("object", "thread.run");
        writer.WriteNumber("created_at", run.CreatedAt);
        writer.WriteString("assistant_id", run.AssistantId);
        writer.WriteString("thread_id", run.ThreadId);
        writer.WriteString("status", run.Status);
        writer.WriteNumberOrNull("started_at", run.StartedAt);
        writer.WriteNumberOrNull("expires_at", run.ExpiresAt);
        writer.WriteNumberOrNull("cancelled_at", run.CancelledAt);
        writer.WriteNumberOrNull("failed_at", run.FailedAt);
        writer.WriteNumberOrNull("completed_at", run.CompletedAt);
        WriteRequiredAction(writer, run.OpenToolCalls);
        WriteLastError(writer, run.LastError);
        writer.WriteString("model", settings.Model);
        writer.WriteString("instructions", settings.Instructions);
        wire.WriteTools(writer, settings.Tools);
        wire.WriteRunResources(writer, run);
        writer.WriteMetadata(run.Metadata);
        writer.WriteDecimal("temperature", settings.Temperature ?? 1.0);
        writer.WriteDecimal("top_p", settings.TopP ?? 1.0);
        if (wire.HasReasoningEffort)
            writer.WriteString("reasoning_effort", settings.ReasoningEffort);
        writer.WriteNumberOrNull("max_completion_tokens", settings.MaxCompletionTokens);
        writer.WriteNumberOrNull("max_prompt_tokens", settings.MaxPromptTokens);
        writer.WriteStartObject("truncation_strategy");
        writer.WriteString("type", settings.LastMessages is null ? "auto" : "last_messages");
        writer.WriteNumberOrNull("last_messages", settings.LastMessages);
        writer.WriteEndObject();
        WriteIncompleteDetails(writer, run.IncompleteReason);
        // Null until the run has ended.
        if (run.Usage is null || RunStatus.IsActive(run.Status))
            writer.WriteNull("usage");
        else
            WriteUsage(writer, run.Usage);
        ResponseFormatMapping.WriteEcho(writer, settings.ResponseFormat);
        writer.WritePropertyName("tool_choice");
        if (settings.ToolChoice is { } choice)
            wire.WriteToolChoice(writer, choice);
        else
            writer.WriteStringValue("auto");
        wire.WriteRunOptions(writer, settings);
        writer.WriteEndObject();
    }

    private static void WriteRequiredAction(Utf8JsonWriter writer, IReadOnlyList<ToolCall> calls)
    {
        if (calls.Count == 0)
        {
            writer.WriteNull("required_action");
            return;
        }
        IReadOnlyList<ToolCall> asked = Approvals.Asked(calls);
        string type = asked[0].ServerLabel is null ? "submit_tool_outputs" : "submit_tool_approval";
        writer.WriteStartObject("required_action");
        writer.WriteString("type", type);
        writer.WriteStartObject(type);
        writer.WriteStartArray("tool_calls");
        foreach (ToolCall call in asked)
        {
            writer.WriteStartObject();
            writer.WriteString("id", call.Id);
            if (call.ServerLabel is null)
                WriteFunction(writer, call);
            else
                Approvals.WriteCall(writer, call);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFunction(Utf8JsonWriter writer, ToolCall call)
    {
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString("name", call.Name);
        writer.WriteString("arguments", call.Arguments);
        writer.WriteEndObject();
    }

    private static void WriteLastError(Utf8JsonWriter writer, RunError? error)
    {
        if (error is null)
        {
            writer.WriteNull("last_error");
            return;
        }
        writer.WriteStartObject("last_error");
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
    }

    private static void WriteIncompleteDetails(Utf8JsonWriter writer, string? reason)
    {
        if (reason is null)
        {
            writer.WriteNull("incomplete_details");
            return;
        }
        writer.WriteStartObject("incomplete_details");
        writer.WriteString("reason", reason);
        writer.WriteEndObject();
    }

    /// <summary>The wire's <c>prompt_token_details</c> has "token" in the singular.</summary>
    public static void WriteUsage(Utf8JsonWriter writer, TokenUsage usage)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", usage.Prompt);
        writer.WriteNumber("completion_tokens", usage.Completion);
        writer.WriteNumber("total_tokens", usage.Total);
        writer.WriteStartObject("prompt_token_details");
        writer.WriteNumber("cached_tokens", usage.Cached);
        writer.WriteEndObject();
        writer.WriteStartObject("completion_tokens_details");
        writer.WriteNumber("reasoning_tokens", usage.Reasoning);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
