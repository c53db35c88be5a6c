using AgentsMigration.Adapter.State;
using Npgsql;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>Documents that one statement adds: a parameter for each of their columns.</summary>
internal sealed class DocumentColumns(IReadOnlyList<Document> documents, Func<string, string?, long> listKey)
{
    private readonly string[] _kinds = [.. documents.Select(document => StoredText.Encode(document.Key.Kind))];
    private readonly string[] _ids = [.. documents.Select(document => StoredText.Encode(document.Key.Id))];

    public NpgsqlCommand AddKeysTo(NpgsqlCommand command) => command.Add(_kinds).Add(_ids);

    public NpgsqlCommand AddTo(NpgsqlCommand command, Guid write)
    {
        command.Add(ListKeys());
        return AddKeysTo(command)
            .Add(documents.Select(document => StoredText.Encode(document.Parent)).ToArray())
            .Add(write)
            .Add(documents.Select(document => document.ExpiresAt?.UtcTicks).ToArray())
            .Add(documents.Select(document => document.Content.ToArray()).ToArray());
    }

    /// <summary>That of a kind before that of a parent in it, kinds in one order: nobody waits for who waits for them.</summary>
    private long[] ListKeys() =>
    [
        .. documents.GroupBy(document => document.Key.Kind, StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .SelectMany(kind => kind.Select(document => document.Parent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(parent => listKey(kind.Key, parent))
                .Prepend(listKey(kind.Key, null))),
    ];
}
