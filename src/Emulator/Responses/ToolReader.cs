using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Checks tools and brings them into the form in which the service echoes them.</summary>
internal static class ToolReader
{
    private const int MaximumTools = 128;

    // Hosted tools that the emulator takes and never calls.
    private static readonly string[] Silent =
        ["web_search", "web_search_preview", "image_generation", "custom", "local_shell", "computer_use_preview"];

    private static readonly string[] Supported = ["function", "code_interpreter", "file_search", .. Silent, "mcp"];

    public static JsonArray Read(Workspace workspace, Fields body)
    {
        JsonArray result = [];
        if (body.Array("tools") is not { } tools) return result;
        if (tools.Count > MaximumTools) throw Refusal.ArrayTooLong(body.Path("tools"), MaximumTools, tools.Count);
        for (int i = 0; i < tools.Count; i++)
        {
            string at = $"{body.Path("tools")}[{i}]";
            if (tools[i] is not JsonObject tool) throw Refusal.WrongType(at, "an object", tools[i]);
            result.Add(ReadOne(workspace, new Fields(tool, at)));
        }

        return result;
    }

    private static JsonObject ReadOne(Workspace workspace, Fields tool)
    {
        string type = tool.RequiredString("type");
        return type switch
        {
            "function" => FunctionToolReader.Read(tool),
            "code_interpreter" => CodeInterpreter(workspace, tool),
            "file_search" => FileSearchToolReader.Read(workspace, tool),
            "mcp" => McpTool.Read(tool),
            _ when workspace.IsFoundry && FoundryToolReader.Types.Contains(type) => FoundryToolReader.Read(tool, type),
            _ when Silent.Contains(type) => (JsonObject)tool.Value.DeepClone(),
            _ => throw Refusal.WrongValue(tool.Path("type"), type, Supported),
        };
    }

    private static JsonObject CodeInterpreter(Workspace workspace, Fields tool)
    {
        tool.AllowOnly("type", "container", "allowed_callers");
        switch (tool.Value["container"])
        {
            case null:
                throw Refusal.Missing(tool.Path("container"));
            case JsonObject auto:
                Fields fields = new Fields(auto, tool.Path("container"))
                    .AllowOnly("type", "file_ids", "memory_limit", "network_policy");
                fields.RequiredString("type");
                fields.Choice("type", "auto");
                fields.Choice("memory_limit", "1g", "4g", "16g", "64g");
                foreach (string file in fields.Strings("file_ids")) workspace.Files.Get(file, fields.Path("file_ids"));
                break;
            default:
                workspace.Containers.Touch(tool.RequiredString("container"), tool.Path("container"));
                break;
        }

        return (JsonObject)tool.Value.DeepClone();
    }
}
