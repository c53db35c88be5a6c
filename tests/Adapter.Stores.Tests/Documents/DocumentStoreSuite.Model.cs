using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Documents;

public abstract partial class DocumentStoreSuite
{
    /// <summary>Any series of calls answers as a plain list of documents would.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AnyCalls_AgainstAPlainList_AnswerAlike(int seed)
    {
        Random random = new(seed);
        List<Row> model = [];
        for (int step = 0; step < 600; step++)
        {
            DocumentKey key = new("run", $"run_{random.Next(25)}");
            Row? row = model.Find(r => r.Key == key && r.IsAlive(Time.GetUtcNow()));
            switch (random.Next(6))
            {
                case 0 or 1:
                    Row added = new(key, $"thread_{random.Next(3)}", $"{step}", Expiry(random));
                    Assert.Equal(row is null, await _store.TryAddAsync(added.ToDocument(), Cancelled));
                    if (row is null)
                    {
                        model.RemoveAll(r => r.Key == key);
                        model.Add(added);
                    }
                    break;
                case 2 when row is not null:
                    string tag = (await _store.GetAsync(key, Cancelled))!.Tag;
                    Row changed = row with { Content = $"{step}", ExpiresAt = Expiry(random) };
                    Assert.True(await _store.TryReplaceAsync(changed.ToDocument(), tag, Cancelled));
                    model[model.IndexOf(row)] = changed;
                    break;
                case 3:
                    Assert.Equal(row is not null, await _store.TryDeleteAsync(key, cancellationToken: Cancelled));
                    model.RemoveAll(r => r.Key == key);
                    break;
                case 4:
                    Time.Advance(TimeSpan.FromSeconds(random.Next(10)));
                    break;
                default:
                    await CompareAsync(model, random);
                    break;
            }
        }
    }

    private async Task CompareAsync(List<Row> model, Random random)
    {
        string? parent = random.Next(4) is var p and < 3 ? $"thread_{p}" : null;
        bool ascending = random.Next(2) == 0;
        IEnumerable<Row> expected = model.Where(r => r.IsAlive(Time.GetUtcNow()) && (parent is null || r.Parent == parent));
        if (!ascending)
            expected = expected.Reverse();

        List<StoredDocument> listed = [];
        int limit = random.Next(1, 6);
        IReadOnlyList<StoredDocument> page;
        do
        {
            long? after = listed.Count == 0 ? null : listed[^1].Sequence;
            page = await _store.ListAsync(new DocumentQuery("run", parent, ascending, limit, after), Cancelled);
            Assert.InRange(page.Count, 0, limit);
            listed.AddRange(page);
            Assert.InRange(listed.Count, 0, model.Count);
        }
        while (page.Count == limit);

        Assert.Equal(
            expected.Select(r => (r.Key, r.Parent, r.Content, r.ExpiresAt)),
            listed.Select(d => (d.Document.Key, d.Document.Parent, Text(d), d.Document.ExpiresAt)));
    }

    private DateTimeOffset? Expiry(Random random) =>
        random.Next(3) == 0 ? Time.GetUtcNow().AddSeconds(random.Next(1, 40)) : null;

    private sealed record Row(DocumentKey Key, string Parent, string Content, DateTimeOffset? ExpiresAt)
    {
        public bool IsAlive(DateTimeOffset now) => ExpiresAt is not { } expiry || expiry > now;

        public Document ToDocument() => new(Key, Parent, Bytes(Content), ExpiresAt);
    }
}
