namespace AgentsMigration.Adapter.Legacy;

/// <summary>
/// Ids on both sides. Threads and messages have the body of v2's id under another prefix, so that an app's stored ids stay
/// meaningful without the adapter's state (docs/wire.md, Ids).
/// </summary>
internal static class LegacyIds
{
    private const string Thread = "thread_";
    private const string Conversation = "conv_";
    private const string Run = "run_";
    private const string Assistant = "asst_";
    private const string Agent = "asst-";

    public static string ThreadFromConversation(string id) => Swap(id, Conversation, Thread);

    public static string ConversationFromThread(string id) => Swap(id, Thread, Conversation);

    public static string AgentNameFromAssistant(string id) => Swap(id, Assistant, Agent);

    public static string AssistantFromAgentName(string name) => Swap(name, Agent, Assistant);

    public static string NewAssistant() => Assistant + RandomText.Base36(24);

    /// <summary>Ours, and there before its first response is: a run must be on record before v2 hears of it.</summary>
    public static string NewRun() => Run + RandomText.Base36(24);

    /// <summary>Whether the text can be an id at all: checked before it reaches a URL or a store.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= 128 && id.All(c => c is '_' or '-' || c < 128 && char.IsLetterOrDigit(c));

    public static bool IsThread(string id) => id.StartsWith(Thread, StringComparison.Ordinal) && IsWellFormed(id);

    public static bool IsRun(string id) => id.StartsWith(Run, StringComparison.Ordinal) && IsWellFormed(id);

    public static bool IsAssistant(string id) => id.StartsWith(Assistant, StringComparison.Ordinal) && IsWellFormed(id);

    private static string Swap(string id, string from, string to) =>
        id.StartsWith(from, StringComparison.Ordinal) ? to + id.Substring(from.Length) : id;
}
