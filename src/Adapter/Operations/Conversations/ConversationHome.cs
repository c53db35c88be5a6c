using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Conversations;

/// <summary>
/// Where a thread's conversation lives: in the service, or in the store of the adapter where the service has no
/// conversations. Answers and failures are v2's, so that nobody else needs to know (docs/architecture.md, Targets).
/// </summary>
internal abstract class ConversationHome
{
    public abstract Task<JsonElement> CreateAsync(IReadOnlyDictionary<string, string>? metadata, CancellationToken cancellationToken);

    public abstract Task<JsonElement> GetAsync(string conversation, CancellationToken cancellationToken);

    public abstract Task<JsonElement> ReplaceMetadataAsync(
        string conversation, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken);

    /// <summary>A page of all conversations; null where the service does not list them.</summary>
    public virtual Task<JsonElement?> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult<JsonElement?>(null);

    public abstract Task DeleteAsync(string conversation, CancellationToken cancellationToken);

    /// <param name="conversation">Where to.</param>
    /// <param name="request">A body with <c>items</c>, at most 20 of them.</param>
    /// <param name="with">The run that they come with, and how many came before: the adapter's own store adds them once.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public abstract Task<JsonElement> AddItemsAsync(
        string conversation, byte[] request, ItemOrigin? with, CancellationToken cancellationToken);

    public abstract Task<JsonElement> ListItemsAsync(string conversation, ItemQuery query, CancellationToken cancellationToken);

    /// <summary>With the URLs of its images.</summary>
    public abstract Task<JsonElement> GetItemAsync(string conversation, string item, CancellationToken cancellationToken);

    public abstract Task DeleteItemAsync(string conversation, string item, CancellationToken cancellationToken);

    /// <summary>Another request may have deleted it meanwhile.</summary>
    public async Task ForgetItemAsync(string conversation, string item, CancellationToken cancellationToken)
    {
        try
        {
            await DeleteItemAsync(conversation, item, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            // It is gone.
        }
    }
}
