using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.HostedTools;

namespace AgentsMigration.Adapter.Mapping.Dialects;

/// <summary>Azure AI Agents (classic): Assistants v2 with more tools, and with resources of a run's own.</summary>
internal sealed class AgentsClassicWire : LegacyWire
{
    public static AgentsClassicWire Instance { get; } = new();

    public override string ToolChoices => AssistantsV2Wire.Instance.ToolChoices + $", and '{string.Join("', '", HostedTool.All.Select(tool => tool.Type))}'";

    public override bool TakesHostedResources => true;

    public override bool TakesApprovals => true;

    public override string? ReadToolChoice(string type) => HostedTool.Find(type)?.Type ?? base.ReadToolChoice(type);

    public override JsonElement ReadTool(RequestBody tool)
    {
        string type = tool.RequiredString("type");
        if (type is "code_interpreter" or "file_search" or "function")
            return AssistantsV2Wire.Instance.ReadTool(tool);
        HostedTool hosted = HostedTool.Find(type) ?? throw HostedTool.Refuse(type, tool.Path("type"));
        hosted.Read(tool);
        return tool.Root;
    }

    /// <summary>
    /// A published client puts each of its paging parameters under the name <c>run_id</c> (docs/wire.md, Requests): what is
    /// no run's id is read as what it was meant to be.
    /// </summary>
    public override (PageRequest Page, string? RunId) ReadMessageList(QueryParameters query)
    {
        (PageRequest page, string? runId) = base.ReadMessageList(query);
        if (runId is null || LegacyIds.IsRun(runId))
            return (page, runId);
        if (runId is "asc" or "desc")
            return (page with { Ascending = runId == "asc" }, null);
        return int.TryParse(runId, out int limit) ? (page.WithLimit(limit, runId), null) : (page, runId);
    }

    public override IReadOnlyList<NewAttachment> ReadAttachments(RequestBody body) =>
    [
        .. (body.OptionalObjects("attachments", NewAttachment.Max) ?? []).Select(ReadAttachment),
        .. NewAttachment.ReadFileIds(body),
    ];

    /// <summary>A published client says <c>fileId</c>; a data source has no counterpart in v2.</summary>
    private static NewAttachment ReadAttachment(RequestBody attachment)
    {
        if (attachment.Optional("data_source") is not null)
            throw DataSources.Refuse(attachment.Path("data_source"));
        return NewAttachment.Read(attachment, attachment.Has("fileId") ? "fileId" : "file_id");
    }

    public override void WriteTools(Utf8JsonWriter writer, IReadOnlyList<JsonElement> tools)
    {
        writer.WriteStartArray("tools");
        foreach (JsonElement tool in tools)
        {
            if (tool.Get("function") is { } function)
                WriteFunction(writer, function);
            else
                tool.WriteTo(writer);
        }
        writer.WriteEndArray();
    }

    public override NewToolResources? ReadRunResources(RequestBody body) => body.OptionalToolResources();

    /// <summary>A function without a description has null as one (recorded).</summary>
    private static void WriteFunction(Utf8JsonWriter writer, JsonElement function)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString("name", function.GetText("name"));
        writer.WriteString("description", function.GetText("description") is { Length: > 0 } description ? description : null);
        foreach (JsonProperty property in function.EnumerateObject().Where(property => property.Name is not ("name" or "description")))
            property.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
