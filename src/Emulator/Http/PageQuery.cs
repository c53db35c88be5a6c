namespace AgentsMigration.Emulator.Http;

/// <summary>The paging members of a query string, checked.</summary>
internal sealed record PageQuery(int Limit, bool Ascending, string? After, string? Before)
{
    private const int DefaultLimit = 20;

    public static PageQuery Read(IQueryCollection query, bool allowBefore, int maximum = 100, int? fallback = null)
    {
        string? before = query["before"];
        if (before is not null && !allowBefore) throw Refusal.Unknown("before");
        return new PageQuery(
            ReadLimit(query["limit"], maximum) ?? fallback ?? DefaultLimit,
            ReadOrder(query["order"]),
            NullIfEmpty(query["after"]),
            NullIfEmpty(before));
    }

    private static int? ReadLimit(string? text, int maximum)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (!int.TryParse(text, out int limit)) throw Refusal.WrongType("limit", "an integer", JsonValue.Create(text));
        if (limit < 1) throw Refusal.TooSmall("limit", 1, limit);
        return limit > maximum ? throw Refusal.TooLarge("limit", maximum, limit) : limit;
    }

    private static bool ReadOrder(string? text) => text switch
    {
        null or "" or "desc" => false,
        "asc" => true,
        _ => throw Refusal.WrongValue("order", text, ["asc", "desc"]),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
