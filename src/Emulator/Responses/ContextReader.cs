using System.Text.Json;
using AgentsMigration.Emulator.Conversations;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Where a response continues: a conversation, an earlier response, or nowhere.</summary>
internal static class ContextReader
{
    public static (Conversation? Conversation, ResponseRecord? Previous) Origin(Workspace workspace, Fields body)
    {
        if (body.Has("conversation") && body.Has("previous_response_id"))
            throw Refusal.Bad("Mutually exclusive parameters: Ensure you are only providing one of: 'previous_response_id' or "
                + "'conversation'.", null, "mutually_exclusive_parameters");
        Conversation? conversation = ConversationId(body) is { } id
            ? workspace.Conversations.GetUnlocked(id, "conversation")
            : null;
        return (conversation, Previous(workspace, body));
    }

    public static IReadOnlyList<JsonObject> Earlier(
        Workspace workspace, Conversation? conversation, ResponseRecord? previous)
    {
        if (conversation is not null) return [.. conversation.Items];
        List<JsonObject> items = [];
        for (ResponseRecord? record = previous; record is not null;)
        {
            items.InsertRange(0, [.. record.Request.Input, .. record.Output]);
            string? before = record.Body["previous_response_id"]?.GetValue<string>();
            record = before is null ? null : workspace.Responses.Find(before);
        }

        return items;
    }

    private static string? ConversationId(Fields body) => body.Value["conversation"] switch
    {
        null => null,
        JsonObject reference => new Fields(reference, "conversation").AllowOnly("id").RequiredString("id"),
        JsonNode text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        JsonNode other => throw Refusal.WrongType("conversation", "one of a string or object", other),
    };

    private static ResponseRecord? Previous(Workspace workspace, Fields body)
    {
        if (body.String("previous_response_id") is not { } id) return null;
        ResponseRecord record = workspace.Responses.Find(id)
            ?? throw Refusal.Bad($"Previous response with id '{id}' not found.", "previous_response_id",
                "previous_response_not_found");
        return record.IsActive
            ? throw Refusal.Bad($"Previous response with id '{id}' is not completed yet.", "previous_response_id")
            : record;
    }
}
