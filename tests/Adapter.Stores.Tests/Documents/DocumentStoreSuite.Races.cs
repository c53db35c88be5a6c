using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Documents;

public abstract partial class DocumentStoreSuite
{
    [Fact]
    public async Task TryReplace_ManyAtOnce_LosesNoUpdate()
    {
        const int Rounds = 40;
        await AddAsync(Key, "0");

        await Race.RunAsync(async _ =>
        {
            for (int round = 0; round < Rounds; round++)
                await Race.IncrementAsync(_store, Key);
            return true;
        });

        Assert.Equal((Race.Racers * Rounds).ToString(), await ReadAsync(Key));
    }

    [Fact]
    public async Task TryReplace_ManyOfOneVersion_OneWins()
    {
        string tag = (await AddAsync(Key)).Tag;

        bool[] won = await Race.RunAsync(i => _store.TryReplaceAsync(Make(Key, $"{i}"), tag, Cancelled));

        Assert.Equal(Array.FindIndex(won, w => w).ToString(), await ReadAsync(Key));
        Assert.Single(won, w => w);
    }

    [Fact]
    public async Task Get_ManyAtOnce_EachGetsItsOwn()
    {
        foreach (int i in Enumerable.Range(0, 50))
            await AddAsync(Run(i), $"{i}");

        string?[] found = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => ReadAsync(Run(i % 100)))));

        Assert.Equal(Enumerable.Range(0, 200).Select(i => i % 100 < 50 ? $"{i % 100}" : null), found);
    }

    [Fact]
    public async Task TryAdd_ManyOfOneKey_OneWins()
    {
        for (int run = 0; run < 20; run++)
        {
            DocumentKey key = Run(run);
            bool[] won = await Race.RunAsync(i => _store.TryAddAsync(Make(key, $"{i}"), Cancelled));

            Assert.Equal(Array.FindIndex(won, w => w).ToString(), await ReadAsync(key));
            Assert.Single(won, w => w);
        }
    }

    [Fact]
    public async Task TryAdd_ManyOfAnExpiredKey_OneWins()
    {
        await AddAsync(Key, lasts: TimeSpan.FromSeconds(1));
        Time.Advance(TimeSpan.FromSeconds(1));

        bool[] won = await Race.RunAsync(i => _store.TryAddAsync(Make(Key, $"{i}"), Cancelled));

        Assert.Equal(Array.FindIndex(won, w => w).ToString(), await ReadAsync(Key));
        Assert.Single(won, w => w);
    }

    [Fact]
    public async Task TryDelete_AgainstReplace_OneWins()
    {
        for (int run = 0; run < 20; run++)
        {
            DocumentKey key = Run(run);
            string tag = (await AddAsync(key)).Tag;

            bool[] won = await Race.RunAsync(i => i % 2 == 0
                ? _store.TryDeleteAsync(key, tag, Cancelled)
                : _store.TryReplaceAsync(Make(key, $"{i}"), tag, Cancelled));

            Assert.Single(won, w => w);
            int winner = Array.FindIndex(won, w => w);
            Assert.Equal(winner % 2 == 0 ? null : $"{winner}", await ReadAsync(key));
        }
    }
}
