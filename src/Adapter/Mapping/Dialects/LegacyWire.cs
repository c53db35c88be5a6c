using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping.Dialects;

/// <summary>
/// What one generation of the legacy wire says in words of its own. It changes what is parsed and printed, nothing else:
/// records and operations are the same for all of them (docs/wire.md, Dialects). What stands here is Assistants v2's.
/// </summary>
internal abstract class LegacyWire
{
    public static LegacyWire Of(Dialect dialect) => dialect switch
    {
        Dialect.AssistantsV1 => AssistantsV1Wire.Instance,
        Dialect.AgentsClassic => AgentsClassicWire.Instance,
        _ => AssistantsV2Wire.Instance,
    };

    /// <summary>A tool definition in the core's words, completed the way the service echoes it.</summary>
    public abstract JsonElement ReadTool(RequestBody tool);

    /// <summary>The type that the core knows a forced tool by; null where there is no such tool.</summary>
    public virtual string? ReadToolChoice(string type) => type is "code_interpreter" or "file_search" ? type : null;

    public abstract string ToolChoices { get; }

    /// <summary>The fields of an assistant that not every generation has.</summary>
    public virtual NewAssistant ReadAssistant(RequestBody body, AssistantSettings settings) => new(
        settings with
        {
            Temperature = body.Has("temperature") ? body.OptionalTemperature() : settings.Temperature,
            TopP = body.Has("top_p") ? body.OptionalTopP() : settings.TopP,
            ResponseFormat = body.Has("response_format") ? body.OptionalResponseFormat() : settings.ResponseFormat,
            ReasoningEffort = body.Has("reasoning_effort") ? body.OptionalReasoningEffort() : settings.ReasoningEffort,
        },
        ReadResources(body),
        AssistantFiles.Read(body));

    /// <summary>The files and stores of an assistant or a thread, by tool.</summary>
    public virtual NewToolResources? ReadResources(RequestBody body) => body.OptionalToolResources();

    public virtual IReadOnlyList<NewMessagePart> ReadContent(RequestBody body, string role) =>
        NewMessagePart.ReadContent(body, role);

    /// <summary>A sample of the vendor's gives files as v1 did under a v2 version: both ways work.</summary>
    public virtual IReadOnlyList<NewAttachment> ReadAttachments(RequestBody body) =>
        [.. NewAttachment.ReadAll(body), .. NewAttachment.ReadFileIds(body)];

    /// <summary>Resources of a run on an existing thread.</summary>
    public virtual NewToolResources? ReadRunResources(RequestBody body) => null;

    public virtual void WriteTools(Utf8JsonWriter writer, IReadOnlyList<JsonElement> tools) =>
        writer.WriteElements("tools", tools);

    public virtual void WriteToolChoice(Utf8JsonWriter writer, JsonElement choice) => choice.WriteTo(writer);

    /// <summary>What stands behind the tools of an assistant.</summary>
    public virtual void WriteAssistantOptions(Utf8JsonWriter writer, AssistantSettings settings)
    {
        writer.WriteDecimal("top_p", settings.TopP ?? 1.0);
        writer.WriteDecimal("temperature", settings.Temperature ?? 1.0);
        if (HasReasoningEffort)
            writer.WriteString("reasoning_effort", settings.ReasoningEffort);
        ToolResourcesMapping.Write(
            writer, AssistantFiles.ResourcesOf(settings), LegacyTools.Has(settings.Tools, "code_interpreter"));
        writer.WriteMetadata(settings.Metadata);
        ResponseFormatMapping.WriteEcho(writer, settings.ResponseFormat);
    }

    public virtual void WriteThreadResources(Utf8JsonWriter writer, ToolResources? resources, bool isRead) =>
        ToolResourcesMapping.Write(writer, resources, isRead);

    public virtual void WriteAttachments(Utf8JsonWriter writer, MessageRecord message) =>
        writer.WriteElements("attachments", message.Attachments);

    /// <summary>The files of a run, which stand behind its tools.</summary>
    public virtual void WriteRunResources(Utf8JsonWriter writer, RunRecord run) =>
        ToolResourcesMapping.Write(writer, run.ToolResources, hasCodeInterpreter: false);

    /// <summary>What a run says last.</summary>
    public virtual void WriteRunOptions(Utf8JsonWriter writer, RunSettings settings) =>
        writer.WriteBoolean("parallel_tool_calls", settings.ParallelToolCalls);

    public virtual bool HasReasoningEffort => false;

    /// <summary>Whether messages have kinds of content beside text and pictures in files.</summary>
    public virtual bool HasRichContent => true;

    /// <summary>A list of messages as the client meant it.</summary>
    public virtual (PageRequest Page, string? RunId) ReadMessageList(QueryParameters query) =>
        (PageRequest.Read(query), query["run_id"] is { Length: > 0 } runId ? runId : null);

    /// <summary>Whether a run may ask for approval of what a server is about to be asked.</summary>
    public virtual bool TakesApprovals => false;

    /// <summary>Whether tool resources tell of search indexes and MCP servers.</summary>
    public virtual bool TakesHostedResources => false;

    /// <summary>Whether files are named without their tools.</summary>
    public virtual bool HasFileIds => false;

    /// <summary>Whether a citation in a message has a quote; deltas have one in any case.</summary>
    public virtual bool HasQuotes => false;

    /// <summary>The word for a search through files.</summary>
    public virtual bool CallsSearchRetrieval => false;
}
