namespace AgentsMigration.Emulator.Http;

/// <summary>Cuts a page out of a list and wraps it as the service does.</summary>
internal static class Page
{
    /// <summary>Builds the list answer from everything there is, oldest first.</summary>
    public static JsonObject Of<T>(
        IEnumerable<T> all, PageQuery query, Func<T, string> id, Func<T, JsonObject> body)
    {
        List<T> ordered = [.. query.Ascending ? all : all.Reverse()];
        if (query.After is { } after) ordered.RemoveRange(0, Find(ordered, id, after, "after") + 1);
        bool backwards = query.Before is not null;
        if (query.Before is { } before)
        {
            int end = Find(ordered, id, before, "before");
            ordered.RemoveRange(end, ordered.Count - end);
        }

        // The page before a cursor is the nearest one, not the first of the list.
        bool more = ordered.Count > query.Limit;
        List<T> page = more && backwards ? [.. ordered.TakeLast(query.Limit)] : [.. ordered.Take(query.Limit)];
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. page.Select(body)]),
            ["first_id"] = page.Count == 0 ? null : id(page[0]),
            ["has_more"] = more,
            ["last_id"] = page.Count == 0 ? null : id(page[^1]),
        };
    }

    private static int Find<T>(List<T> ordered, Func<T, string> id, string cursor, string param)
    {
        int index = ordered.FindIndex(entry => id(entry) == cursor);
        return index >= 0 ? index : throw Refusal.NotFound($"No item found with id '{cursor}'.", param);
    }
}
