using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Messages;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Threads;

/// <summary>A thread that has just been made, with what to undo.</summary>
internal sealed record CreatedThread(JsonElement Conversation, ThreadRecord Record, NewThread Request);

/// <summary>Makes a thread with all of its messages and resources, or nothing.</summary>
internal sealed class ThreadCreator(
    ConversationHome home, AdapterState state, ToolResourceMaker resources, MessageWriter messages, ThreadContent content)
{
    /// <summary>What legacy gave the store of a thread by default.</summary>
    public const int StoreDays = 7;

    public Task RequireResourcesAsync(NewToolResources? given, CancellationToken cancellationToken) =>
        resources.RequireAsync(given, cancellationToken);

    public async Task<CreatedThread> CreateAsync(NewThread request, CancellationToken cancellationToken)
    {
        await resources.RequireAsync(request.ToolResources, cancellationToken).ConfigureAwait(false);
        await messages.RequireFilesAsync(request.Messages, cancellationToken).ConfigureAwait(false);

        JsonElement conversation = await home.CreateAsync(request.Metadata, cancellationToken).ConfigureAwait(false);
        string threadId = LegacyIds.ThreadFromConversation(conversation.GetText("id") ?? "");
        ThreadRecord record = new() { Id = threadId };
        try
        {
            record = record with
            {
                ToolResources = await resources.MakeAsync(request.ToolResources, StoreDays, cancellationToken).ConfigureAwait(false),
            };
            await state.Threads.TryAddAsync(threadId, "", record, cancellationToken).ConfigureAwait(false);
            await messages.AddAsync(threadId, request.Messages, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await UndoAsync(new CreatedThread(conversation, record, request)).ConfigureAwait(false);
            throw;
        }
        record = (await state.Threads.FindAsync(threadId, cancellationToken).ConfigureAwait(false))?.Value ?? record;
        return new CreatedThread(conversation, record, request);
    }

    public async Task UndoAsync(CreatedThread created)
    {
        await content.DeleteAsync(created.Record.Id, CancellationToken.None).ConfigureAwait(false);
        await resources.UndoAsync(created.Request.ToolResources, created.Record.ToolResources).ConfigureAwait(false);
    }

    /// <exception cref="LegacyException">There is no such thread.</exception>
    public async Task<JsonElement> RequireAsync(string threadId, CancellationToken cancellationToken) =>
        await FindAsync(threadId, cancellationToken).ConfigureAwait(false) ?? throw LegacyErrors.NotFound("thread", threadId);

    public async Task<JsonElement?> FindAsync(string threadId, CancellationToken cancellationToken)
    {
        try
        {
            return await home.GetAsync(LegacyIds.ConversationFromThread(threadId), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            return null;
        }
    }
}
