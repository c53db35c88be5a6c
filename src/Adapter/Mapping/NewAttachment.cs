using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A file attached to a message, and the tools it is for.</summary>
/// <param name="FileId">The file.</param>
/// <param name="FileIdPath">Where the request names it.</param>
/// <param name="Tools">The tools that see it.</param>
/// <param name="Echo">As the message shows it.</param>
internal sealed record NewAttachment(string FileId, string FileIdPath, IReadOnlyList<string> Tools, JsonElement Echo)
{
    private const int MaxAttachments = 500;
    private const int MaxFiles = 10;

    private static readonly string[] EveryTool = ["code_interpreter", "file_search"];

    /// <summary>Given for no tool in particular: whichever the run has sees it.</summary>
    public bool IsForAnyTool { get; private init; }

    public static IReadOnlyList<NewAttachment> ReadAll(RequestBody body) =>
        [.. (body.OptionalObjects("attachments", MaxAttachments) ?? []).Select(Read)];

    public static IReadOnlyList<NewAttachment> ReadFileIds(RequestBody body) =>
    [
        .. (body.OptionalIds("file_ids", MaxFiles) ?? []).Distinct().Select(id =>
            new NewAttachment(id, body.Path("file_ids"), EveryTool, Show(id)) { IsForAnyTool = true }),
    ];

    private static NewAttachment Read(RequestBody body)
    {
        string fileId = body.RequiredString("file_id");
        if (!LegacyIds.IsWellFormed(fileId))
            throw LegacyErrors.UnknownFileReference(fileId, body.Path("file_id"));

        List<string> tools = [];
        IReadOnlyList<RequestBody> given = body.OptionalObjects("tools") ?? throw LegacyErrors.MissingParameter(body.Path("tools"));
        foreach (RequestBody tool in given)
        {
            string type = tool.RequiredString("type");
            if (!EveryTool.Contains(type))
            {
                throw LegacyErrors.InvalidValue(
                    tool.Path("type"), $"'{type}'. Supported values are: 'code_interpreter' and 'file_search'.");
            }
            tools.Add(type);
        }
        body.RefuseUnread();
        return new NewAttachment(fileId, body.Path("file_id"), tools, body.Root);
    }

    private static JsonElement Show(string id) => JsonBytes.Parse(JsonBytes.Write(id, static (writer, file) =>
    {
        writer.WriteStartObject();
        writer.WriteString("file_id", file);
        writer.WriteStartArray("tools");
        foreach (string tool in EveryTool)
        {
            writer.WriteStartObject();
            writer.WriteString("type", tool);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }));
}
