using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>What a run sends to <c>POST /responses</c>: the same settings at its start and at every continuation.</summary>
internal sealed record ResponseRequest
{
    public required string AssistantId { get; init; }

    public required RunSettings Settings { get; init; }

    public required RunPlan Plan { get; init; }

    /// <summary>The conversation that holds the thread; null where the input is given instead.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The response that this one continues, for a run apart from its conversation.</summary>
    public string? PreviousResponseId { get; init; }

    /// <summary>Items in v2 shape.</summary>
    public IReadOnlyList<JsonElement> Input { get; init; } = [];

    /// <summary>What the run has left of <c>max_completion_tokens</c>.</summary>
    public int? MaxOutputTokens { get; init; }

    public bool IsContinuation { get; init; }

    public bool Stream { get; init; }

    /// <summary>Whether the service pads its pieces and takes no word about it.</summary>
    public bool HidesLengths { get; init; }

    /// <summary>Whether the same was begun before: it is sent once then, right after it was looked for.</summary>
    public bool IsRepeat { get; init; }

    public byte[] ToJson() => JsonBytes.Write(this, static (writer, request) => request.Write(writer));

    /// <summary>The part that <c>POST /responses/input_tokens</c> counts.</summary>
    public byte[] ToCountJson() => JsonBytes.Write(this, static (writer, request) => request.WriteCount(writer));

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Plan.AgentName is { } name)
            WriteAgent(writer, name, Plan.AgentVersion!);
        else
            WriteInline(writer);
        WriteContext(writer);
        if (MaxOutputTokens is { } max)
            writer.WriteNumber("max_output_tokens", max);
        // The default is "disabled", which fails a thread that has grown too long where legacy shortened it.
        writer.WriteString("truncation", "auto");
        writer.WriteBoolean("background", true);
        writer.WriteBoolean("store", true);
        if (Stream)
        {
            writer.WriteBoolean("stream", true);
            WriteStreamOptions(writer);
        }
        writer.WriteStartArray("include");
        writer.WriteStringValue("code_interpreter_call.outputs");
        writer.WriteStringValue("file_search_call.results");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Padding costs time and is of no use behind the adapter.</summary>
    private void WriteStreamOptions(Utf8JsonWriter writer)
    {
        if (HidesLengths)
            return;
        writer.WriteStartObject("stream_options");
        writer.WriteBoolean("include_obfuscation", false);
        writer.WriteEndObject();
    }

    private void WriteCount(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteSettings(writer);
        WriteContext(writer);
        writer.WriteString("truncation", "auto");
        writer.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter writer)
    {
        if (ConversationId is not null)
            writer.WriteString("conversation", ConversationId);
        if (PreviousResponseId is not null)
            writer.WriteString("previous_response_id", PreviousResponseId);
        if (Input.Count > 0 || ConversationId is null)
            writer.WriteElements("input", Input);
    }

    private static void WriteAgent(Utf8JsonWriter writer, string name, string version)
    {
        writer.WriteStartObject("agent_reference");
        writer.WriteString("type", "agent_reference");
        writer.WriteString("name", name);
        writer.WriteString("version", version);
        writer.WriteEndObject();
    }

    private void WriteInline(Utf8JsonWriter writer)
    {
        WriteSettings(writer);
        // Reasoning models refuse both, so they are sent only where the app set them.
        if (Settings.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        if (Settings.TopP is { } topP)
            writer.WriteNumber("top_p", topP);
        writer.WriteStartObject("metadata");
        writer.WriteString("legacy_assistant_id", AssistantId);
        writer.WriteEndObject();
    }

    private void WriteSettings(Utf8JsonWriter writer)
    {
        writer.WriteString("model", Settings.Model);
        if (!string.IsNullOrEmpty(Settings.Instructions))
            writer.WriteString("instructions", Settings.Instructions);
        ToolMapping.WriteTools(writer, Settings.Tools, Plan);
        // A choice that forces a tool holds for the first answer: forcing it again after its output would never end.
        if (!IsContinuation || Settings.ToolChoice is { ValueKind: JsonValueKind.String } choice && choice.GetString() == "none")
            ToolChoiceMapping.WriteChoice(writer, Settings, Plan);
        if (!Settings.ParallelToolCalls)
            writer.WriteBoolean("parallel_tool_calls", false);
        if (Settings.ReasoningEffort is { } effort)
        {
            writer.WriteStartObject("reasoning");
            writer.WriteString("effort", effort);
            writer.WriteEndObject();
        }
        ResponseFormatMapping.WriteText(writer, Settings.ResponseFormat);
    }
}
