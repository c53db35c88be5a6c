using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Recordings.Tests.Legacy;

internal enum RecordedDialect
{
    AssistantsV2,
    AssistantsV1,
    AgentsClassic,
}

/// <summary>Which generation a recorded exchange speaks: the recordings keep no headers.</summary>
internal static class RecordedDialects
{
    /// <summary>Files that hold one call each, recorded anew with every version of the client; the first ones are v1.</summary>
    private static readonly Dictionary<string, int[]> V1 = new(StringComparer.Ordinal)
    {
        ["alexrudall__ruby-openai__assistants_create.json"] = [0],
        ["alexrudall__ruby-openai__assistants_list.json"] = [0],
        ["alexrudall__ruby-openai__assistants_modify.json"] = [0],
        ["alexrudall__ruby-openai__assistants_retrieve.json"] = [0],
        ["alexrudall__ruby-openai__messages_create.json"] = [0, 1],
        ["alexrudall__ruby-openai__messages_retrieve.json"] = [0, 1],
        ["alexrudall__ruby-openai__run_steps_list.json"] = [0],
        ["alexrudall__ruby-openai__runs_create.json"] = [0, 1, 2],
        ["alexrudall__ruby-openai__runs_create_thread_and_run.json"] = [0],
        ["alexrudall__ruby-openai__runs_list.json"] = [0, 1, 2],
        ["alexrudall__ruby-openai__runs_modify.json"] = [0, 1, 2],
        ["alexrudall__ruby-openai__runs_retrieve.json"] = [0, 1, 2],
        ["alexrudall__ruby-openai__threads_create.json"] = [0],
        ["alexrudall__ruby-openai__threads_modify.json"] = [0, 1],
        ["alexrudall__ruby-openai__threads_retrieve.json"] = [0, 1],
    };

    private static readonly HashSet<string> WhollyV1 = new(StringComparer.Ordinal)
    {
        "index-12067405658__v1_message_image_file_and_file_path.json",
        NotebookObjects.File,
    };

    public static IEnumerable<string> FilesWithV1 => V1.Keys.Concat(WhollyV1);

    public static RecordedDialect Of(string file, int index, RecordedExchange exchange)
    {
        if (exchange.Query.Contains("api-version=", StringComparison.Ordinal))
            return RecordedDialect.AgentsClassic;
        return WhollyV1.Contains(file) || (V1.TryGetValue(file, out int[]? exchanges) && exchanges.Contains(index))
            ? RecordedDialect.AssistantsV1
            : RecordedDialect.AssistantsV2;
    }
}
