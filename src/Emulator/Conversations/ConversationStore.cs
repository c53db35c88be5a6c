using System.Text.RegularExpressions;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Conversations;

internal sealed partial class ConversationStore(Workspace workspace)
{
    private readonly OrderedDictionary<string, Conversation> _all = [];

    public IEnumerable<Conversation> All => _all.Values;

    public Conversation New(JsonObject metadata) =>
        new(workspace.Ids.Trailing("conv_", Ids.NewPartition()), workspace.Now) { Metadata = metadata };

    public void Add(Conversation conversation) => _all.Add(conversation.Id, conversation);

    public Conversation Get(string id, string? param = null)
    {
        if (_all.TryGetValue(id, out Conversation? conversation)) return conversation;
        throw workspace.IsFoundry && !WellFormed().IsMatch(id)
            ? Refusal.Bad($"Invalid conversation id '{id}', Malformed identifier.", param ?? "conversation_id")
            : Refusal.NotFound($"Conversation with id '{id}' not found.", param);
    }

    /// <summary>Finds a conversation that nobody is generating in.</summary>
    public Conversation GetUnlocked(string id, string? param = null)
    {
        Conversation conversation = Get(id, param);
        return conversation.LockedBy is null
            ? conversation
            : throw Refusal.Bad("Another process is currently operating on this conversation. Please retry in a few seconds.",
                "conversation", "conversation_locked");
    }

    public void Delete(string id) => _all.Remove(GetUnlocked(id).Id);

    [GeneratedRegex("^conv_([0-9a-f]{48}|[0-9a-f]{50})$")]
    private static partial Regex WellFormed();
}
