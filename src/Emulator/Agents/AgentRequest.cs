using System.Text.RegularExpressions;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.Responses;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Agents;

/// <summary>The checked body of a request that makes an agent or a version.</summary>
internal sealed partial record AgentRequest(string? Description, JsonObject Metadata, JsonObject Definition)
{
    private const int MaximumDescription = 512;

    public static AgentRequest Read(Workspace workspace, Fields body)
    {
        body.AllowOnly("name", "definition", "metadata", "description", "blueprint_reference");
        if (body.Object("definition") is not { } definition)
            throw AgentRefusal.Invalid(("definition", "Required properties [\"definition\"] are not present"));
        if (definition.String("kind") is not { } kind)
            throw AgentRefusal.Invalid(("definition.kind", "Required properties [\"kind\"] are not present"));
        if (kind != "prompt")
            throw AgentRefusal.Invalid(("definition.kind", $"This emulator serves agents of kind 'prompt' only, not '{kind}'."));
        if (string.IsNullOrEmpty(definition.String("model")))
            throw AgentRefusal.Invalid(("definition.model", "Required properties [\"model\"] are not present"));
        definition.AllowOnly("kind", "model", "instructions", "temperature", "top_p", "reasoning", "tools",
            "tool_choice", "text", "structured_inputs", "rai_config");
        definition.Number("temperature", 0, 2);
        definition.Number("top_p", 0, 1);
        ToolReader.Read(workspace, definition);
        return new AgentRequest(
            body.String("description", MaximumDescription),
            MetadataField.Read(body),
            (JsonObject)definition.Value.DeepClone());
    }

    public static void CheckName(string name)
    {
        if (!NameRule().IsMatch(name))
            throw AgentRefusal.Invalid(("name",
                "Invalid agent name: must start and end with an alphanumeric character, "
                + "may contain hyphens in the middle, and must not exceed 63 characters."));
    }

    [GeneratedRegex("^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$")]
    private static partial Regex NameRule();
}
