using AgentsMigration.Comparison.Replaying;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <param name="File">The recording; a <c>*</c> at its end stands for any rest.</param>
/// <param name="Exchange">The request, such as <c>POST /v1/files</c>, or its number.</param>
/// <param name="Path">The JSON path, with <c>[*]</c> for any index.</param>
/// <param name="Reason">Why it is accepted.</param>
internal sealed record KnownDifference(string File, string Exchange, string Path, string Reason)
{
    public bool Covers(string file, ReplayedExchange exchange, Difference difference) =>
        (File.EndsWith('*') ? file.StartsWith(File[..^1], StringComparison.Ordinal) : file == File)
        && (Exchange == exchange.Index.ToString() || Exchange == $"{exchange.Recorded.Method} {exchange.Recorded.Path}")
        && Path == difference.Path;
}

/// <summary>Where our answers are not what the service answered, and why that is right. An entry that no longer occurs fails.</summary>
internal static class KnownDifferences
{
    private const string NullFields = "The official schema has no null here, so the adapter leaves the field out.";
    private const string Notebook = "An object of the Python client, which shows absent fields as null; the wire had none.";
    private const string Layout = "Arguments are text: the emulator lays its JSON out as it does.";
    private const string Ordinal = "The two numbers in a citation's marker name nothing; v2 does not tell them.";
    private const string Paragraphs = "The emulator finds paragraphs, not whole files.";
    private const string BatchOrder = "The service gave the files of a batch in one and the same order for asc and desc.";

    private const string FileSearch = "openai-dotnet__AssistantsTests__FileSearchWorksAsync.json";
    private const string Batch = "openai-dotnet__VectorStoresTests__CanTestGetVectorStoreFilesInBatchCollectionOptionsAsync.json";

    public static IReadOnlyList<KnownDifference> All { get; } =
    [
        new("openai-dotnet__*", "POST /v1/files", "$.expires_at", NullFields),
        new("openai-dotnet__*", "POST /v1/files", "$.status_details", NullFields),
        new("openai-dotnet__AssistantsTests__BasicRunStepFunctionalityWorksAsync.json", "1", "$.filename",
            "The client gave a media type as the name; the emulator takes what follows its slash."),
        new("index-47522364628__v2_message_file_path_md_nonascii.json", "0", "$.data[*].status", Notebook),
        new("index-47522364628__v2_message_file_path_md_nonascii.json", "0", "$.data[*].completed_at", Notebook),
        new(NotebookObjects.File, "12", "$.required_action.submit_tool_outputs.tool_calls[*].function.arguments", Layout),
        new(FileSearch, "7", "$.data[*].content[*].text.value", Ordinal),
        new(FileSearch, "7", "$.data[*].content[*].text.annotations[*].text", Ordinal),
        new(FileSearch, "8", "$.data[*].step_details.tool_calls[*].file_search.results[*].content[*].text", Paragraphs),
        new(FileSearch, "9", "$.step_details.tool_calls[*].file_search.results[*].content[*].text", Paragraphs),
        new("openai-dotnet__VectorStoresTests__CanEnumerateVectorStoresAsync.json", "5", "$.data",
            "The service's list did not have the newest store yet."),
        new(Batch, "5", "$.data", BatchOrder),
        new(Batch, "6", "$.data", BatchOrder),
        new(Batch, "7", "$.data", BatchOrder),
        new(Batch, "9", "$.data", BatchOrder),
        new(Batch, "10", "$.data", BatchOrder),
        new(Batch, "11", "$.data", BatchOrder),
    ];
}
