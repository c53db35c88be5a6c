using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>What a run sends to <c>POST /responses</c>.</summary>
internal sealed record ResponseRequest
{
    public required string ConversationId { get; init; }

    public required string AssistantId { get; init; }

    public required RunSettings Settings { get; init; }

    public IReadOnlyList<string> CodeInterpreterFiles { get; init; } = [];

    public IReadOnlyList<string> VectorStores { get; init; } = [];

    /// <summary>Name and version of the Foundry agent that answers; null writes the settings out.</summary>
    public (string Name, string Version)? Agent { get; init; }

    public byte[] ToJson() => JsonBytes.Write(this, static (writer, request) => request.Write(writer));

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Agent is { } agent)
            WriteAgent(writer, agent.Name, agent.Version);
        else
            WriteInline(writer);
        writer.WriteString("conversation", ConversationId);
        if (Settings.MaxCompletionTokens is { } max)
            writer.WriteNumber("max_output_tokens", max);
        // The default is "disabled", which fails a thread that has grown too long where legacy shortened it.
        writer.WriteString("truncation", "auto");
        writer.WriteBoolean("background", true);
        writer.WriteBoolean("store", true);
        writer.WriteStartArray("include");
        writer.WriteStringValue("code_interpreter_call.outputs");
        writer.WriteStringValue("file_search_call.results");
        writer.WriteEndArray();
        writer.WriteEndObject();
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
        writer.WriteString("model", Settings.Model);
        if (!string.IsNullOrEmpty(Settings.Instructions))
            writer.WriteString("instructions", Settings.Instructions);
        ToolMapping.WriteTools(writer, Settings.Tools, CodeInterpreterFiles, VectorStores);
        ToolChoiceMapping.WriteChoice(writer, Settings.ToolChoice);
        if (!Settings.ParallelToolCalls)
            writer.WriteBoolean("parallel_tool_calls", false);
        // Reasoning models refuse both, so they are sent only where the app set them.
        if (Settings.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        if (Settings.TopP is { } topP)
            writer.WriteNumber("top_p", topP);
        if (Settings.ReasoningEffort is { } effort)
        {
            writer.WriteStartObject("reasoning");
            writer.WriteString("effort", effort);
            writer.WriteEndObject();
        }
        ResponseFormatMapping.WriteText(writer, Settings.ResponseFormat);
        writer.WriteStartObject("metadata");
        writer.WriteString("legacy_assistant_id", AssistantId);
        writer.WriteEndObject();
    }
}
