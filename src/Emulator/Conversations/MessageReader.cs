using System.Text.Json;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Conversations;

internal static class MessageReader
{
    private static readonly string[] Roles = ["assistant", "system", "developer", "user"];
    private static readonly string[] AssistantParts = ["output_text", "refusal"];
    private static readonly string[] InputParts = ["input_text", "input_image", "input_file"];

    public static JsonObject Read(Workspace workspace, Fields item, Func<string, string> newId)
    {
        item.AllowOnly("type", "id", "role", "content", "status", "phase");
        string role = item.RequiredString("role");
        if (!Roles.Contains(role)) throw Refusal.WrongValue(item.Path("role"), role, Roles);
        JsonArray content = role == "assistant" ? AssistantContent(workspace, item) : InputContent(workspace, item);
        return new JsonObject
        {
            ["id"] = ItemId.Read(item, "msg_", newId),
            ["type"] = "message",
            ["status"] = item.Choice("status", "in_progress", "completed", "incomplete") ?? "completed",
            ["content"] = content,
            ["role"] = role,
        };
    }

    private static JsonArray AssistantContent(Workspace workspace, Fields item) => Content(
        item, AssistantParts, text => OutputText(text, []), part => part.RequiredString("type") switch
        {
            "refusal" => new JsonObject { ["type"] = "refusal", ["refusal"] = part.RequiredString("refusal") },
            _ when workspace.IsFoundry && !part.Value.ContainsKey("annotations") =>
                throw Refusal.Missing(part.Path("annotations")),
            _ => OutputText(part.RequiredString("text"), part.Array("annotations") ?? []),
        });

    private static JsonArray InputContent(Workspace workspace, Fields item) => Content(
        item, InputParts, InputText, part => part.RequiredString("type") switch
        {
            "input_image" => Image(workspace, part),
            "input_file" => InputFile(workspace, part),
            _ => InputText(part.RequiredString("text")),
        });

    private static JsonArray Content(
        Fields item, string[] supported, Func<string, JsonObject> plain, Func<Fields, JsonObject> read)
    {
        if (!item.Value.ContainsKey("content")) throw Refusal.Missing(item.Path("content"));
        JsonNode? content = item.Value["content"];
        if (content?.GetValueKind() == JsonValueKind.String) return [plain(content.GetValue<string>())];
        if (content is not JsonArray parts)
            throw Refusal.WrongType(item.Path("content"), "one of an array of objects or string", content);
        JsonArray result = [];
        for (int i = 0; i < parts.Count; i++)
        {
            string at = $"{item.Path("content")}[{i}]";
            if (parts[i] is not JsonObject part) throw Refusal.WrongType(at, "an object", parts[i]);
            Fields fields = new(part, at);
            string type = fields.RequiredString("type");
            if (!supported.Contains(type)) throw Refusal.WrongValue(at, type, supported);
            result.Add(read(fields));
        }

        return result;
    }

    private static JsonObject InputText(string text) => new() { ["type"] = "input_text", ["text"] = text };

    private static JsonObject OutputText(string text, JsonArray annotations) => new()
    {
        ["type"] = "output_text",
        ["annotations"] = annotations.DeepClone(),
        ["logprobs"] = new JsonArray(),
        ["text"] = text,
    };

    private static JsonObject Image(Workspace workspace, Fields part)
    {
        string? url = part.String("image_url");
        string? file = part.String("file_id");
        if (url is null && file is null) throw Refusal.Missing(part.Path("image_url"));
        if (file is not null) workspace.Files.Get(file, part.Path("file_id"));
        return new JsonObject
        {
            ["type"] = "input_image",
            ["detail"] = part.Choice("detail", "low", "high", "auto", "original") ?? "auto",
            ["file_id"] = file,
            ["image_url"] = url,
        };
    }

    private static JsonObject InputFile(Workspace workspace, Fields part)
    {
        string? file = part.String("file_id");
        if (file is null && !part.Has("file_data") && !part.Has("file_url"))
            throw Refusal.Missing(part.Path("file_id"));
        if (file is not null) workspace.Files.Get(file, part.Path("file_id"));
        return (JsonObject)part.Value.DeepClone();
    }
}
