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
    public const int Max = 500;

    private const int MaxFiles = 10;

    private static readonly string[] EveryTool = ["code_interpreter", "file_search"];

    /// <summary>Given for no tool in particular: whichever the run has sees it.</summary>
    public bool IsForAnyTool { get; private init; }

    public static IReadOnlyList<NewAttachment> ReadAll(RequestBody body) =>
        [.. (body.OptionalObjects("attachments", Max) ?? []).Select(attachment => Read(attachment, "file_id"))];

    public static IReadOnlyList<NewAttachment> ReadFileIds(RequestBody body) =>
    [
        .. (body.OptionalIds("file_ids", MaxFiles) ?? []).Distinct().Select(id =>
            new NewAttachment(id, body.Path("file_ids"), EveryTool, Show(id, EveryTool)) { IsForAnyTool = true }),
    ];

    /// <param name="body">The attachment.</param>
    /// <param name="idName">What the client calls the file's id.</param>
    public static NewAttachment Read(RequestBody body, string idName)
    {
        string fileId = body.RequiredString(idName);
        if (!LegacyIds.IsWellFormed(fileId))
            throw LegacyErrors.UnknownFileReference(fileId, body.Path(idName));

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
        return new NewAttachment(fileId, body.Path(idName), tools, Show(fileId, tools));
    }

    private static JsonElement Show(string id, IReadOnlyList<string> tools) => JsonBytes.Parse(JsonBytes.Write((id, tools), static (writer, file) =>
    {
        writer.WriteStartObject();
        writer.WriteString("file_id", file.id);
        writer.WriteStartArray("tools");
        foreach (string tool in file.tools)
        {
            writer.WriteStartObject();
            writer.WriteString("type", tool);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }));
}
