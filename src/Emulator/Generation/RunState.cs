using AgentsMigration.Emulator.CodeInterpreter;
using AgentsMigration.Emulator.Containers;
using AgentsMigration.Emulator.Model;
using AgentsMigration.Emulator.VectorStores;

namespace AgentsMigration.Emulator.Generation;

/// <summary>What the steps of one response have come to know so far.</summary>
internal sealed class RunState(ModelInput input, IReadOnlyDictionary<string, string> values)
{
    public ModelInput Input { get; } = input;

    /// <summary>Stands for a citation in rendered text; it never reaches a client.</summary>
    public const char CitationMark = '\uE000';

    private bool? _succeeded;
    private string _query = "";

    public Execution? LastExecution { get; private set; }

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    public Container? Container { get; set; }

    /// <summary>Displayed images that no message has cited yet.</summary>
    public List<ContainerFile> Images { get; } = [];

    /// <summary>Files that the code wrote.</summary>
    public List<ContainerFile> Files { get; } = [];

    public void Ran(Execution execution)
    {
        LastExecution = execution;
        _succeeded = execution.Error is null;
    }

    public void Found(string query, IReadOnlyList<SearchHit> hits)
    {
        _query = query;
        Hits = hits;
        _succeeded = hits.Count > 0;
    }

    public string Value(string name) => name switch
    {
        "message" => Input.Message,
        "stdout" => Output(),
        "error" => LastExecution?.Error ?? "",
        "files" => string.Join('\n', Files.Select(file => $"[{file.FileName}](sandbox:{file.Path})")),
        "snippet" => Hits.Count > 0 ? WordSearch.BestSentence(Hits[0].Text, _query) : "",
        "cite" => Hits.Count > 0 ? CitationMark.ToString() : "",
        "result" => Input.FunctionOutputs is [.., var last] ? last : "",
        "results" => string.Join('\n', Input.FunctionOutputs),
        "tools" => string.Join(", ", Input.Tools.Select(tool => tool["name"]?.ToString() ?? tool["type"]!.ToString())),
        _ => values.GetValueOrDefault(name, ""),
    };

    public bool Applies(ScriptStep step) =>
        step.OnlyIf is not { } wanted || wanted == _succeeded;

    private string Output() => string.Concat(LastExecution?.Outputs.Select(output => output.Logs) ?? []).TrimEnd();
}
