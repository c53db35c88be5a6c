using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping.Dialects;

/// <summary>OpenAI and Azure OpenAI Assistants v2.</summary>
internal sealed class AssistantsV2Wire : LegacyWire
{
    public static AssistantsV2Wire Instance { get; } = new();

    public override string ToolChoices => "'function', 'code_interpreter', and 'file_search'";

    public override bool HasReasoningEffort => true;

    public override JsonElement ReadTool(RequestBody tool) => tool.RequiredString("type") switch
    {
        "code_interpreter" => LegacyTools.CodeInterpreter,
        "file_search" => LegacyTools.ReadFileSearch(tool),
        "function" => LegacyTools.ReadFunction(tool),
        var type => throw LegacyErrors.InvalidValue(
            tool.Path("type"), $"'{type}'. Supported values are: 'code_interpreter', 'file_search', and 'function'."),
    };
}
