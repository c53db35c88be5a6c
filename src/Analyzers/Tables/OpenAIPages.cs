using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Paging of family d: the same four options and two orders for each kind of list.</summary>
internal static class OpenAIPages
{
    public static LegacyType Options(string name, Equivalent page) => new(name, TypeRole.Options, page)
    {
        ["AfterId"] = page,
        ["BeforeId"] = page,
        ["Order"] = page,
        ["PageSizeLimit"] = page,
    };

    public static LegacyType Order(string name, Equivalent page) => new(name, TypeRole.Piece, page)
    {
        ["Ascending"] = page,
        ["Descending"] = page,
    };
}
