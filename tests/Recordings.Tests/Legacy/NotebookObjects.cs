using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>
/// A notebook printed the objects that its client gave it, not the requests: each is read back by the request that
/// shows it. Its cells ran weeks apart, and one of them shows an object as it was before another.
/// </summary>
internal static class NotebookObjects
{
    public const string File = "sarastefani__Test-LLM__Assistants_API_overview_python.json";

    /// <summary>Objects of one visit; those that changed in between are of different ones.</summary>
    public static IReadOnlyList<int[]> Visits { get; } = [[0, 1, 2, 3, 4, 5], [7], [10], [11], [12]];

    public static RecordedExchange ToRequest(RecordedExchange shown) =>
        shown with { Method = "GET", Path = PathOf(shown.Response!.Value) };

    private static string PathOf(JsonElement shown)
    {
        string? Text(string name) => shown.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
        return Text("object") switch
        {
            "assistant" => $"/v1/assistants/{Text("id")}",
            "thread" => $"/v1/threads/{Text("id")}",
            "thread.message" => $"/v1/threads/{Text("thread_id")}/messages/{Text("id")}",
            "thread.run" => $"/v1/threads/{Text("thread_id")}/runs/{Text("id")}",
            _ => $"/v1/threads/{shown.GetProperty("data")[0].GetProperty("thread_id").GetString()}/messages",
        };
    }
}
