using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A step of a run, as far as the run has come.</summary>
internal sealed record RunStep(RunRecord Run, StepRecord Step)
{
    private bool WaitsForOutputs =>
        Step.ToolCalls.Any(call => call.GetText("type") == "function" && OutputOf(call) is null);

    /// <summary>What the run has come to holds for a step that it left open.</summary>
    public string Status => (WaitsForOutputs || Step.Status == "in_progress") switch
    {
        false => Step.Status,
        true => Run.Status switch
        {
            RunStatus.Cancelled => "cancelled",
            RunStatus.Expired => "expired",
            RunStatus.Failed or RunStatus.Incomplete => "failed",
            _ => "in_progress",
        },
    };

    public long? CompletedAt => Status != "completed"
        ? null
        : Step.ToolCalls.Select(OutputOf).OfType<ToolOutput>().Select(output => (long?)output.SubmittedAt).Max() ?? Step.CompletedAt;

    public ToolOutput? OutputOf(JsonElement call) =>
        call.GetText("type") == "function" ? Run.ToolOutputs.FirstOrDefault(output => output.CallId == call.GetText("id")) : null;
}

/// <summary>A step as the service printed it: with <c>expires_at</c>, and the <c>expired_at</c> and <c>metadata</c> of its description.</summary>
internal static class StepMapping
{
    public static void Write(Utf8JsonWriter writer, RunStep step, bool withSearchContent, LegacyWire wire)
    {
        (RunRecord run, StepRecord record) = step;
        string status = step.Status;
        writer.WriteStartObject();
        writer.WriteString("id", record.Id);
        writer.WriteString("object", "thread.run.step");
        writer.WriteNumber("created_at", record.CreatedAt);
        writer.WriteString("run_id", run.Id);
        writer.WriteString("assistant_id", run.AssistantId);
        writer.WriteString("thread_id", run.ThreadId);
        writer.WriteString("type", record.MessageId is null ? "tool_calls" : "message_creation");
        writer.WriteString("status", status);
        writer.WriteNumberOrNull("cancelled_at", status == "cancelled" ? run.CancelledAt : null);
        writer.WriteNumberOrNull("completed_at", step.CompletedAt);
        writer.WriteNumberOrNull("expires_at", run.ExpiresAt);
        writer.WriteNumberOrNull("expired_at", status == "expired" ? run.ExpiredAt : null);
        // A call may fail in a run that goes on.
        bool failedWithRun = status == "failed" && record.Status != "failed";
        long? failedAt = failedWithRun ? run.FailedAt ?? run.CompletedAt : record.CompletedAt;
        writer.WriteNumberOrNull("failed_at", status == "failed" ? failedAt : null);
        WriteLastError(writer, failedWithRun ? run.LastError : null);
        WriteDetails(writer, step, withSearchContent, wire);
        writer.WriteMetadata(null);
        WriteUsage(writer, status == "in_progress" ? null : record.Usage);
        writer.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter writer, RunStep step, bool withSearchContent, LegacyWire wire)
    {
        writer.WriteStartObject("step_details");
        if (step.Step.MessageId is { } messageId)
        {
            writer.WriteString("type", "message_creation");
            writer.WriteStartObject("message_creation");
            writer.WriteString("message_id", messageId);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteString("type", "tool_calls");
            writer.WriteStartArray("tool_calls");
            foreach (JsonElement call in step.Step.ToolCalls)
                WriteCall(writer, call, step, withSearchContent, wire);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static void WriteCall(
        Utf8JsonWriter writer, JsonElement call, RunStep step, bool withSearchContent, LegacyWire wire)
    {
        switch (call.GetText("type"))
        {
            case "function":
                WriteFunction(writer, call, step.OutputOf(call));
                break;
            case "file_search" when wire.CallsSearchRetrieval:
                WriteRetrieval(writer, call);
                break;
            case "file_search":
                WriteFileSearch(writer, call, step.Run, withSearchContent);
                break;
            default:
                call.WriteTo(writer);
                break;
        }
    }

    private static void WriteFunction(Utf8JsonWriter writer, JsonElement call, ToolOutput? output)
    {
        writer.WriteStartObject();
        writer.WriteString("id", call.GetText("id"));
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString("name", call.Get("function")?.GetText("name"));
        writer.WriteString("arguments", call.Get("function")?.GetText("arguments"));
        writer.WriteString("output", output?.Output);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRetrieval(Utf8JsonWriter writer, JsonElement call)
    {
        writer.WriteStartObject();
        WriteRetrievalCall(writer, call.GetText("id") ?? "");
        writer.WriteEndObject();
    }

    /// <summary>The members of a search as v1 told of it: that it was, and no more.</summary>
    public static void WriteRetrievalCall(Utf8JsonWriter writer, string id)
    {
        writer.WriteString("id", id);
        writer.WriteString("type", "retrieval");
        writer.WriteStartObject("retrieval");
        writer.WriteEndObject();
    }

    private static void WriteFileSearch(Utf8JsonWriter writer, JsonElement call, RunRecord run, bool withContent)
    {
        JsonElement search = call.Get("file_search") ?? default;
        writer.WriteStartObject();
        writer.WriteString("id", call.GetText("id"));
        writer.WriteString("type", "file_search");
        writer.WriteStartObject("file_search");
        WriteRankingOptions(writer, run);
        writer.WriteStartArray("results");
        foreach (JsonElement result in search.GetItems("results"))
        {
            writer.WriteStartObject();
            foreach (JsonProperty property in result.EnumerateObject())
            {
                if (withContent || property.Name != "content")
                    property.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Those that the run's tool was given.</summary>
    private static void WriteRankingOptions(Utf8JsonWriter writer, RunRecord run)
    {
        JsonElement tool = run.Settings.Tools.FirstOrDefault(tool => tool.GetText("type") == "file_search");
        JsonElement options = tool.Get("file_search")?.Get("ranking_options") ?? default;
        writer.WriteStartObject("ranking_options");
        writer.WriteString("ranker", options.GetText("ranker") ?? "default_2024_08_21");
        writer.WriteDecimal("score_threshold", options.Get("score_threshold")?.GetDouble() ?? 0);
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
        // A step has two codes where a run has three.
        writer.WriteString("code", error.Code == "rate_limit_exceeded" ? error.Code : "server_error");
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, TokenUsage? usage)
    {
        if (usage is null)
            writer.WriteNull("usage");
        else
            RunMapping.WriteUsage(writer, usage);
    }
}
