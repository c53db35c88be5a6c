using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>What a response knows of its thread: a conversation to read, a response to go on from, and items of its own.</summary>
internal sealed record ResponseContext(string? Conversation, string? Previous, IReadOnlyList<JsonElement> Input);

/// <summary>Ties a run's responses to their thread: what they are told of it, and what it keeps of them.</summary>
internal abstract class ThreadContext
{
    /// <summary>Whether a run that is shown only its last messages works apart from its thread.</summary>
    public abstract bool LastMessagesAreApart { get; }

    /// <param name="run">Before the response.</param>
    /// <param name="outputs">The function outputs that the response answers; none for the first one.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public abstract Task<ResponseContext> ReadAsync(
        RunRecord run, IReadOnlyList<JsonElement> outputs, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the thread what a response has made, before its end is on record. Done again it changes nothing. Returns the
    /// ids that messages have in the thread, where they are others.
    /// </summary>
    public abstract Task<IReadOnlyDictionary<string, string>?> KeepAsync(
        RunRecord run, JsonElement response, CancellationToken cancellationToken);
}

/// <summary>The service's conversation: it adds what a response was given and has made itself.</summary>
internal sealed class ConversationContext(LastMessages lastMessages) : ThreadContext
{
    public override bool LastMessagesAreApart => true;

    public override async Task<ResponseContext> ReadAsync(
        RunRecord run, IReadOnlyList<JsonElement> outputs, CancellationToken cancellationToken)
    {
        if (!run.Plan.IsApart)
            return new ResponseContext(LegacyIds.ConversationFromThread(run.ThreadId), null, outputs);
        return run.CurrentResponse is { } current
            ? new ResponseContext(null, current, outputs)
            : new ResponseContext(
                null, null, await lastMessages.ReadAsync(run.ThreadId, run.Settings.LastMessages ?? 0, cancellationToken).ConfigureAwait(false));
    }

    public override async Task<IReadOnlyDictionary<string, string>?> KeepAsync(
        RunRecord run, JsonElement response, CancellationToken cancellationToken) =>
        run.Plan.IsApart ? await lastMessages.AppendAsync(run.ThreadId, response, cancellationToken).ConfigureAwait(false) : null;
}
