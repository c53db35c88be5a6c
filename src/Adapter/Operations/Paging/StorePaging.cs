using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Paging;

internal sealed record StorePage<T>(IReadOnlyList<T> Items, bool HasMore);

/// <summary>Legacy pages of records that only the store lists.</summary>
internal static class StorePaging
{
    public static async Task<StorePage<T>> ReadAsync<T>(
        Collection<T> collection, string? parent, string noun, PageRequest page, CancellationToken cancellationToken)
        where T : class
    {
        // "before" is what follows the cursor in the opposite order, read backwards.
        bool reversed = page.Before is not null && page.After is null;
        bool ascending = page.Ascending != reversed;
        long? after = await SequenceAsync(reversed ? page.Before : page.After).ConfigureAwait(false);
        long? until = reversed ? null : await SequenceAsync(page.Before).ConfigureAwait(false);

        List<Entry<T>> entries =
        [
            .. await collection.ListAsync(parent, ascending, page.Limit + 1, after, cancellationToken).ConfigureAwait(false),
        ];
        if (until is { } end)
            entries.RemoveAll(entry => ascending ? entry.Sequence >= end : entry.Sequence <= end);
        bool hasMore = entries.Count > page.Limit;
        if (hasMore)
            entries.RemoveAt(page.Limit);
        if (reversed)
            entries.Reverse();
        return new StorePage<T>([.. entries.Select(entry => entry.Value)], hasMore);

        async ValueTask<long?> SequenceAsync(string? id) =>
            id is null
                ? null
                : await collection.FindSequenceAsync(id, cancellationToken).ConfigureAwait(false)
                    ?? throw LegacyErrors.NotFound(noun, id);
    }
}
