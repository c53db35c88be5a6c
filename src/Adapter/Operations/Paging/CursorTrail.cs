using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Paging;

/// <summary>
/// Cursors into v2 lists that survive the deletion of what they name: v2 refuses an unknown <c>after</c>, legacy did not. Before
/// an object is deleted its neighbours are noted.
/// </summary>
internal sealed class CursorTrail(AdapterState state)
{
    /// <summary>How many deleted neighbours are followed.</summary>
    private const int MaxHops = 10_000;

    /// <param name="id">What is about to be deleted.</param>
    /// <param name="list">The list it stands in, for a query.</param>
    /// <param name="idProperty">What its entries are called by.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task NoteAsync(string id, Func<ItemQuery, Task<JsonElement>> list, string idProperty, CancellationToken cancellationToken)
    {
        Task<JsonElement> older = list(new ItemQuery(1, Ascending: false, id));
        Task<JsonElement> newer = list(new ItemQuery(1, Ascending: true, id));
        CursorRecord record = new()
        {
            Id = id,
            Older = First(await older.ConfigureAwait(false), idProperty),
            Newer = First(await newer.ConfigureAwait(false), idProperty),
        };
        await state.Cursors.TryAddAsync(id, "", record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The cursor to page on from: the id itself, or, of one that is deleted, the nearest object that was listed before it. An
    /// empty answer means the start of the list.
    /// </summary>
    public async Task<string?> ResolveAsync(string? id, bool ascending, CancellationToken cancellationToken)
    {
        for (int hop = 0; id is not null && hop < MaxHops; hop++)
        {
            if (await state.Cursors.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } deleted)
                return id;
            id = ascending ? deleted.Value.Older : deleted.Value.Newer;
        }
        return id;
    }

    private static string? First(JsonElement page, string idProperty)
    {
        foreach (JsonElement item in page.GetItems("data"))
            return item.GetText(idProperty);
        return null;
    }
}
