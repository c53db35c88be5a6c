using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Harness;
using Microsoft.Data.Sqlite;

namespace AgentsMigration.Adapter.Stores.Tests.Sqlite;

public sealed class SqliteCrashTests : IDisposable
{
    private const int Kills = 20;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_AtAnyMoment_LosesNothingAcknowledged()
    {
        Random random = new(20);
        int acknowledged = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using HarnessProcess writer = HarnessProcess.Start("write", _folder.StateFile);
            for (int lines = random.Next(1, 150); lines > 0; lines--)
                acknowledged = int.Parse(await writer.ReadLineAsync());
            acknowledged = LastWholeLine(await writer.KillAsync(), acknowledged);

            using SqliteDocumentStore store = SqliteDocumentStore.Open(_folder.StateFile);
            IReadOnlyList<StoredDocument> items = await store.ListAsync(
                new DocumentQuery("item", "parent", true, int.MaxValue), Cancelled);
            // Begun and not acknowledged is at most one.
            Assert.InRange(items.Count, acknowledged, acknowledged + 1);
            for (int i = 0; i < items.Count; i++)
            {
                Assert.Equal(Pattern.Item(i + 1), items[i].Document.Key);
                Assert.True(items[i].Document.Content.Span.SequenceEqual(Pattern.Bytes(i + 1)));
            }
            StoredDocument counter = (await store.GetAsync(Pattern.Counter, Cancelled))!;
            Assert.InRange(BitConverter.ToInt32(counter.Document.Content.Span), acknowledged, items.Count);
        }
        Assert.Equal("ok", CheckIntegrity());
    }

    /// <summary>The very last line may have been cut in the middle of its figures.</summary>
    private static int LastWholeLine(string rest, int before)
    {
        string[] lines = rest.Split(Environment.NewLine);
        return lines.Length > 1 ? int.Parse(lines[^2]) : before;
    }

    private string? CheckIntegrity()
    {
        using SqliteConnection connection = new($"Data Source={_folder.StateFile};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return command.ExecuteScalar() as string;
    }
}
