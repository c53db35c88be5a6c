using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Gateway.Usage;

/// <summary>The counts of all instances, beside what the adapter keeps.</summary>
internal sealed class UsageStore(IDocumentStore documents)
{
    private const string Kind = "usage";
    private const int PageSize = 500;

    public async Task AddAsync(UsageKey key, long count, long lastSeen, CancellationToken cancellationToken)
    {
        DocumentKey name = new(Kind, IdOf(key));
        while (true)
        {
            StoredDocument? stored = await documents.GetAsync(name, cancellationToken).ConfigureAwait(false);
            UsageRecord? known = stored is null ? null : Read(stored);
            UsageRecord record = new()
            {
                Tenant = key.Tenant,
                Key = key.Key,
                Client = key.Client,
                Operation = key.Operation,
                Count = (known?.Count ?? 0) + count,
                FirstSeen = known?.FirstSeen ?? lastSeen,
                LastSeen = Math.Max(known?.LastSeen ?? 0, lastSeen),
            };
            Document document = new(name, key.Tenant, JsonSerializer.SerializeToUtf8Bytes(record, UsageJson.Default.UsageRecord));
            bool done = stored is null
                ? await documents.TryAddAsync(document, cancellationToken).ConfigureAwait(false)
                : await documents.TryReplaceAsync(document, stored.Tag, cancellationToken).ConfigureAwait(false);
            if (done)
                return;
        }
    }

    public async Task<IReadOnlyList<UsageRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        List<UsageRecord> records = [];
        long? after = null;
        while (true)
        {
            IReadOnlyList<StoredDocument> page = await documents.ListAsync(
                new DocumentQuery(Kind, null, Ascending: true, PageSize, after), cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
                return records;
            records.AddRange(page.Select(Read));
            after = page[^1].Sequence;
        }
    }

    private static UsageRecord Read(StoredDocument stored) =>
        JsonSerializer.Deserialize(stored.Document.Content.Span, UsageJson.Default.UsageRecord)!;

    private static string IdOf(UsageKey key) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Tenant}\n{key.Key}\n{key.Client}\n{key.Operation}")));
}
