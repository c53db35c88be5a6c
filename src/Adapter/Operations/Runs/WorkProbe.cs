using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations.Conversations;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// Whether a response that nobody knows is at work in a conversation: it takes no item meanwhile. The item is a note to the
/// model that is gone before any response is made, and that no legacy list shows (docs/wire.md, Begun and not finished).
/// </summary>
internal sealed class WorkProbe(V2Client v2, ConversationHome home)
{
    private const string Note = "Go on.";

    private static readonly byte[] Request = JsonBytes.Write(Note, static (writer, text) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        writer.WriteString("role", "developer");
        writer.WriteStartArray("content");
        writer.WriteStartObject();
        writer.WriteString("type", "input_text");
        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static bool IsLeftBy(JsonElement item) =>
        item.GetText("role") == "developer" && item.GetItems("content").Any(part => part.GetText("text") == Note);

    /// <summary>Two such items are as good as one: it is asked until it answers.</summary>
    /// <exception cref="V2Exception">There is one: <c>conversation_locked</c>.</exception>
    public Task RequireIdleAsync(string conversation, CancellationToken cancellationToken) =>
        v2.PostAgainAsync(V2Route.Items(conversation), Request, cancellationToken);

    /// <summary>Removes the item, and those of whoever was killed before it could.</summary>
    /// <param name="conversation">Where it was added.</param>
    /// <param name="end">The newest items of the conversation, read since.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task CleanAsync(string conversation, JsonElement end, CancellationToken cancellationToken)
    {
        foreach (JsonElement item in end.GetItems("data").Where(IsLeftBy))
            await home.ForgetItemAsync(conversation, item.GetText("id") ?? "", cancellationToken).ConfigureAwait(false);
    }
}
