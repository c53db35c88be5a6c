using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Paging;

/// <summary>A page of a list that is known as a whole, oldest first.</summary>
internal static class ListPaging
{
    public static StorePage<T> Read<T>(IReadOnlyList<T> oldestFirst, Func<T, string> id, string noun, PageRequest page)
    {
        List<T> items = [.. oldestFirst];
        if (!page.Ascending)
            items.Reverse();
        int start = page.After is null ? 0 : IndexOf(page.After) + 1;
        int end = page.Before is null ? items.Count : IndexOf(page.Before);
        // The page before a cursor is the one that ends at it.
        bool backwards = page.Before is not null && page.After is null;
        if (backwards)
            start = Math.Max(start, end - page.Limit);
        T[] shown = [.. items.Skip(start).Take(Math.Max(0, Math.Min(end - start, page.Limit)))];
        return new StorePage<T>(shown, backwards ? start > 0 : end - start > page.Limit);

        int IndexOf(string cursor)
        {
            int index = items.FindIndex(item => id(item) == cursor);
            return index >= 0 ? index : throw LegacyErrors.NotFound(noun, cursor);
        }
    }
}
