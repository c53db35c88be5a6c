using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>One content part of a new message.</summary>
/// <param name="Text">The text, or null for an image.</param>
/// <param name="ImageUrl">The image's URL, where it has one.</param>
/// <param name="ImageFileId">The image's file, where it has one.</param>
/// <param name="Detail">How closely the model looks at the image.</param>
internal sealed record NewMessagePart(string? Text, string? ImageUrl, string? ImageFileId, string Detail)
{
    /// <summary>Where the request names the image.</summary>
    public string Path { get; private init; } = "content";

    private const int MaxText = 256_000;

    public static IReadOnlyList<NewMessagePart> ReadContent(RequestBody body, string role)
    {
        JsonElement content = body.Optional("content") ?? throw LegacyErrors.MissingParameter(body.Path("content"));
        if (content.ValueKind == JsonValueKind.String)
            return [OfText(body.RequiredString("content", MaxText), body.Path("content"))];

        IReadOnlyList<RequestBody> parts = body.OptionalObjects("content")!;
        return parts.Count > 0 ? [.. parts.Select(part => Read(part, role))] : throw Empty(body.Path("content"));
    }

    public void Write(Utf8JsonWriter writer, string role)
    {
        writer.WriteStartObject();
        if (Text is not null)
        {
            writer.WriteString("type", role == "assistant" ? "output_text" : "input_text");
            writer.WriteString("text", Text);
            if (role == "assistant")
            {
                writer.WriteStartArray("annotations");
                writer.WriteEndArray();
            }
        }
        else
        {
            writer.WriteString("type", "input_image");
            if (ImageUrl is not null)
                writer.WriteString("image_url", ImageUrl);
            else
                writer.WriteString("file_id", ImageFileId);
            writer.WriteString("detail", Detail);
        }
        writer.WriteEndObject();
    }

    private static NewMessagePart Read(RequestBody part, string role)
    {
        string type = part.RequiredString("type");
        NewMessagePart read = type switch
        {
            "text" => OfText(part.RequiredString("text", MaxText), part.Path("text")),
            "image_url" or "image_file" when role == "assistant" => throw LegacyErrors.Unsupported(
                part.Path("type"), "Images in an assistant's message are not supported: v2 models take images from the user only."),
            "image_url" => OfImage(part, "image_url", "url"),
            "image_file" => OfImage(part, "image_file", "file_id"),
            _ => throw LegacyErrors.InvalidValue(
                part.Path("type"), $"'{type}'. Supported values are: 'text', 'image_url', and 'image_file'."),
        };
        part.RefuseUnread();
        return read;
    }

    private static NewMessagePart OfText(string text, string path) =>
        text.Length > 0 ? new NewMessagePart(text, null, null, "auto") : throw Empty(path);

    private static NewMessagePart OfImage(RequestBody part, string name, string source)
    {
        RequestBody image = part.OptionalObject(name) ?? throw LegacyErrors.MissingParameter(part.Path(name));
        string value = image.RequiredString(source);
        string detail = image.OptionalString("detail") ?? "auto";
        if (detail is not ("auto" or "low" or "high"))
            throw LegacyErrors.InvalidValue(image.Path("detail"), $"'{detail}'. Supported values are: 'auto', 'low', and 'high'.");
        image.RefuseUnread();
        if (source == "url")
            return new NewMessagePart(null, value, null, detail);
        return LegacyIds.IsWellFormed(value)
            ? new NewMessagePart(null, null, value, detail) { Path = image.Path(source) }
            : throw LegacyErrors.UnknownFileReference(value, image.Path(source));
    }

    private static LegacyException Empty(string path) => new(400, "Message content must be non-empty.", path, "invalid_value");
}
