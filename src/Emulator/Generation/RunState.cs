using AgentsMigration.Emulator.CodeInterpreter;
using AgentsMigration.Emulator.Containers;
using AgentsMigration.Emulator.Model;

namespace AgentsMigration.Emulator.Generation;

/// <summary>What the steps of one response have come to know so far.</summary>
internal sealed class RunState(ModelInput input, IReadOnlyDictionary<string, string> values)
{
    public ModelInput Input { get; } = input;

    public Execution? LastExecution { get; set; }

    public Container? Container { get; set; }

    /// <summary>Displayed images that no message has cited yet.</summary>
    public List<ContainerFile> Images { get; } = [];

    /// <summary>Files that the code wrote.</summary>
    public List<ContainerFile> Files { get; } = [];

    public string Value(string name) => name switch
    {
        "message" => Input.Message,
        "stdout" => Output(),
        "error" => LastExecution?.Error ?? "",
        "files" => string.Join('\n', Files.Select(file => $"[{file.FileName}](sandbox:{file.Path})")),
        "result" => Input.FunctionOutputs is [.., var last] ? last : "",
        "results" => string.Join('\n', Input.FunctionOutputs),
        "tools" => string.Join(", ", Input.Tools.Select(tool => tool["name"]?.ToString() ?? tool["type"]!.ToString())),
        _ => values.GetValueOrDefault(name, ""),
    };

    public bool Applies(ScriptStep step) =>
        step.OnlyIfCodeSucceeded is not { } wanted || wanted == LastExecution is { Error: null };

    private string Output() => string.Concat(LastExecution?.Outputs.Select(output => output.Logs) ?? []).TrimEnd();
}
