using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Conversations;

internal static class ItemId
{
    /// <summary>The id that an item brings along, of the right kind, or a new one.</summary>
    public static string Read(Fields item, string prefix, Func<string, string> newId)
    {
        if (item.String("id") is not { } id) return newId(prefix);
        return id.StartsWith(prefix, StringComparison.Ordinal)
            ? id
            : throw Refusal.Bad($"Invalid '{item.Path("id")}': '{id}'. Expected an ID that begins with '{prefix.TrimEnd('_')}'.",
                item.Path("id"), "invalid_value");
    }
}
