using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping.Dialects;

/// <summary>
/// Assistants v1: files belong to assistants and messages as such, every tool sees them, and the search through them is
/// called retrieval.
/// </summary>
internal sealed class AssistantsV1Wire : LegacyWire
{
    private static readonly byte[] Retrieval = """{"type":"retrieval"}"""u8.ToArray();

    public static AssistantsV1Wire Instance { get; } = new();

    public override string ToolChoices => "'function', 'code_interpreter', and 'retrieval'";

    public override bool HasFileIds => true;

    public override bool HasRichContent => false;

    public override bool HasQuotes => true;

    public override bool CallsSearchRetrieval => true;

    public override JsonElement ReadTool(RequestBody tool) => tool.RequiredString("type") switch
    {
        "code_interpreter" => LegacyTools.CodeInterpreter,
        "retrieval" => LegacyTools.DefaultFileSearch,
        "function" => LegacyTools.ReadFunction(tool),
        var type => throw LegacyErrors.InvalidValue(
            tool.Path("type"), $"'{type}'. Supported values are: 'code_interpreter', 'retrieval', and 'function'."),
    };

    public override string? ReadToolChoice(string type) => type switch
    {
        "code_interpreter" => type,
        "retrieval" => "file_search",
        _ => null,
    };

    public override NewAssistant ReadAssistant(RequestBody body, AssistantSettings settings) =>
        new(settings, null, AssistantFiles.Read(body));

    public override NewToolResources? ReadResources(RequestBody body) => null;

    public override IReadOnlyList<NewMessagePart> ReadContent(RequestBody body, string role) =>
        body.Optional("content") is { ValueKind: not JsonValueKind.String } content
            ? throw LegacyErrors.InvalidType(body.Path("content"), "a string", RequestBody.Kind(content))
            : base.ReadContent(body, role);

    public override IReadOnlyList<NewAttachment> ReadAttachments(RequestBody body) => NewAttachment.ReadFileIds(body);

    public override void WriteTools(Utf8JsonWriter writer, IReadOnlyList<JsonElement> tools)
    {
        writer.WriteStartArray("tools");
        foreach (JsonElement tool in tools)
        {
            if (tool.GetText("type") == "file_search")
                writer.WriteRawValue(Retrieval);
            else if (tool.Get("function") is { } function)
                WriteFunction(writer, function);
            else
                tool.WriteTo(writer);
        }
        writer.WriteEndArray();
    }

    public override void WriteToolChoice(Utf8JsonWriter writer, JsonElement choice)
    {
        if (choice.GetText("type") == "file_search")
            writer.WriteRawValue(Retrieval);
        else
            choice.WriteTo(writer);
    }

    public override void WriteAssistantOptions(Utf8JsonWriter writer, AssistantSettings settings)
    {
        writer.WriteTexts("file_ids", AssistantFiles.ShownOf(settings).Select(file => file.Id));
        writer.WriteMetadata(settings.Metadata);
    }

    public override void WriteThreadResources(Utf8JsonWriter writer, ToolResources? resources, bool isRead)
    {
        // A thread of v1 has no files of its own.
    }

    public override void WriteAttachments(Utf8JsonWriter writer, MessageRecord message) =>
        writer.WriteTexts("file_ids", MessageFiles.Of(message));

    public override void WriteRunResources(Utf8JsonWriter writer, RunRecord run) =>
        writer.WriteTexts("file_ids", run.Settings.AssistantFiles);

    public override void WriteRunOptions(Utf8JsonWriter writer, RunSettings settings)
    {
        // It ended with the tool choice.
    }

    /// <summary>Without <c>strict</c>, which came later.</summary>
    private static void WriteFunction(Utf8JsonWriter writer, JsonElement function)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        foreach (JsonProperty property in function.EnumerateObject().Where(property => property.Name != "strict"))
            property.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
