namespace AgentsMigration.Adapter.Tests.Conformance;

internal static class PathTemplate
{
    private static readonly HashSet<string> Literals = new(StringComparer.Ordinal)
    {
        "", "assistants", "threads", "messages", "runs", "steps", "cancel", "submit_tool_outputs", "files", "content",
        "vector_stores", "file_batches", "search", "conversations", "items", "responses", "input_tokens", "containers",
    };

    /// <summary>The path with every id replaced.</summary>
    public static string Of(string path) =>
        string.Join('/', path.Split('/').Select(segment => Literals.Contains(segment) ? segment : "{id}"));
}
