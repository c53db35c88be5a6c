using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>
/// Objects that a program printed, not requests: each is read back by the request that shows it. An object as it was printed
/// once may not be what it was when another was printed, so each is a session of its own.
/// </summary>
internal static class SdkObjects
{
    public static bool Is(RecordedExchange shown) => shown.Method == "(sdk object)";

    /// <summary>Null for a part of an object, which no request gives alone.</summary>
    public static RecordedExchange? ToRequest(RecordedExchange shown) =>
        shown.Response is { } answer && PathOf(answer) is { } path ? shown with { Method = "GET", Path = path } : null;

    private static string? PathOf(JsonElement shown)
    {
        string? thread = shown.GetText("thread_id") ?? shown.GetItems("data").FirstOrDefault().GetText("thread_id");
        return shown.GetText("object") switch
        {
            "assistant" => $"/v1/assistants/{shown.GetText("id")}",
            "thread" => $"/v1/threads/{shown.GetText("id")}",
            "thread.message" => $"/v1/threads/{thread}/messages/{shown.GetText("id")}",
            "thread.run" => $"/v1/threads/{thread}/runs/{shown.GetText("id")}",
            "list" when shown.GetItems("data").FirstOrDefault().GetText("object") == "thread.message" => $"/v1/threads/{thread}/messages",
            _ => null,
        };
    }
}
