namespace AgentsMigration.Adapter.Legacy;

/// <summary>The paging parameters that every legacy list takes.</summary>
internal sealed record PageRequest(int Limit, bool Ascending, string? After, string? Before)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    public static PageRequest Read(QueryParameters query)
    {
        int limit = DefaultLimit;
        if (query["limit"] is { Length: > 0 } text && !(int.TryParse(text, out limit) && limit is >= 1 and <= MaxLimit))
            throw InvalidLimit(text);
        bool ascending = query["order"] switch
        {
            null or "" or "desc" => false,
            "asc" => true,
            { } other => throw LegacyErrors.InvalidValue("order", $"expected 'asc' or 'desc', got '{other}'."),
        };
        return new PageRequest(limit, ascending, Cursor(query, "after"), Cursor(query, "before"));
    }

    public PageRequest WithLimit(int limit, string given) =>
        limit is >= 1 and <= MaxLimit ? this with { Limit = limit } : throw InvalidLimit(given);

    private static LegacyException InvalidLimit(string given) =>
        LegacyErrors.InvalidValue("limit", $"expected an integer from 1 to {MaxLimit}, got '{given}'.");

    private static string? Cursor(QueryParameters query, string name) => query[name] switch
    {
        null or "" => null,
        { } id when LegacyIds.IsWellFormed(id) => id,
        { } id => throw LegacyErrors.InvalidValue(name, $"'{id}' is not an id."),
    };
}
