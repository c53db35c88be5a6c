using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A message as a legacy request describes it.</summary>
internal sealed record NewMessage
{
    private const int MaxAttachments = 500;

    public required string Role { get; init; }

    public required IReadOnlyList<NewMessagePart> Parts { get; init; }

    public IReadOnlyList<NewAttachment> Attachments { get; init; } = [];

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public static IReadOnlyList<NewMessage> ReadAll(RequestBody body, string name) =>
    [
        .. (body.OptionalArray(name) ?? []).Select((item, index) =>
            Read(RequestBody.AsObject(item, $"{body.Path(name)}[{index}]"))),
    ];

    public static NewMessage Read(RequestBody body)
    {
        string role = body.RequiredString("role");
        if (role is not ("user" or "assistant"))
            throw LegacyErrors.InvalidValue(body.Path("role"), $"'{role}'. Supported values are: 'user' and 'assistant'.");

        NewMessage message = new()
        {
            Role = role,
            Parts = NewMessagePart.ReadContent(body, role),
            Attachments =
            [
                .. (body.OptionalArray("attachments", MaxAttachments) ?? []).Select((item, index) =>
                    NewAttachment.Read(RequestBody.AsObject(item, $"{body.Path("attachments")}[{index}]"))),
            ],
            Metadata = body.OptionalMetadata(),
        };
        body.RefuseUnread();
        return message;
    }

    /// <summary>The conversation item; v2 demands <c>type</c> and, of an assistant's text, <c>annotations</c>.</summary>
    public void WriteItem(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        writer.WriteString("role", Role);
        writer.WriteStartArray("content");
        foreach (NewMessagePart part in Parts)
            part.Write(writer, Role);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary>A file attached to a message, and the tools it is for.</summary>
internal sealed record NewAttachment(string FileId, string FileIdPath, IReadOnlyList<string> Tools, JsonElement Echo)
{
    public static NewAttachment Read(RequestBody body)
    {
        string fileId = body.RequiredString("file_id");
        if (!LegacyIds.IsWellFormed(fileId))
            throw LegacyErrors.UnknownFileReference(fileId, body.Path("file_id"));

        List<string> tools = [];
        IReadOnlyList<JsonElement> given = body.OptionalArray("tools")
            ?? throw LegacyErrors.MissingParameter(body.Path("tools"));
        for (int i = 0; i < given.Count; i++)
        {
            RequestBody tool = RequestBody.AsObject(given[i], $"{body.Path("tools")}[{i}]");
            string type = tool.RequiredString("type");
            if (type is not ("code_interpreter" or "file_search"))
            {
                throw LegacyErrors.InvalidValue(
                    tool.Path("type"), $"'{type}'. Supported values are: 'code_interpreter' and 'file_search'.");
            }
            tools.Add(type);
        }
        body.RefuseUnread();
        return new NewAttachment(fileId, body.Path("file_id"), tools, body.Root);
    }
}
