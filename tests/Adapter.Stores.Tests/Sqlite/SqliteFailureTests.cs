using AgentsMigration.Adapter.State;
using Microsoft.Data.Sqlite;

namespace AgentsMigration.Adapter.Stores.Tests.Sqlite;

/// <summary>What cannot work is said in words, with the file's name.</summary>
public sealed class SqliteFailureTests : IDisposable
{
    private static readonly DocumentKey Key = new("run", "run_1");

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_FolderMissing_CreatesIt()
    {
        using SqliteDocumentStore store = SqliteDocumentStore.Open(_folder.File(Path.Combine("a", "b", "state.db")));
        Assert.True(await store.TryAddAsync(new Document(Key, "", new byte[1]), Cancelled));
    }

    [Fact]
    public void Open_Folder_SaysThatItCannotBeOpened() => AssertRefused(_folder.Path, "cannot be opened");

    [Fact]
    public void Open_FileWhereAFolderShouldBe_SaysThatItCannotBeCreated()
    {
        File.WriteAllText(_folder.File("file"), "");
        AssertRefused(_folder.File(Path.Combine("file", "state.db")), "cannot be created");
    }

    [Fact]
    public void Open_NoSqliteFile_SaysSo()
    {
        File.WriteAllText(_folder.StateFile, string.Concat(Enumerable.Repeat("Dear diary. ", 1000)));
        AssertRefused(_folder.StateFile, "is not a state file");
        Assert.StartsWith("Dear diary.", File.ReadAllText(_folder.StateFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileOfAnotherProgram_LeavesItAlone()
    {
        Execute("CREATE TABLE documents (title TEXT)");
        AssertRefused(_folder.StateFile, "of another program");
    }

    [Fact]
    public void Open_FileOfALaterRelease_SaysSo()
    {
        SqliteDocumentStore.Open(_folder.StateFile).Dispose();
        Execute("PRAGMA user_version=99");
        AssertRefused(_folder.StateFile, "later release (schema 99");
    }

    [Fact]
    public void Open_WriteProtectedFile_SaysThatItMustNotBeWritten()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The administrator may write it.");
        SqliteDocumentStore.Open(_folder.StateFile).Dispose();
        File.SetAttributes(_folder.StateFile, FileAttributes.ReadOnly);
        AssertRefused(_folder.StateFile, "must not be written");
        File.SetAttributes(_folder.StateFile, FileAttributes.Normal);
    }

    [Fact]
    public async Task AnyCall_DamagedFile_SaysSo()
    {
        using (SqliteDocumentStore store = SqliteDocumentStore.Open(_folder.StateFile))
        {
            foreach (int i in Enumerable.Range(0, 100))
                await store.TryAddAsync(new Document(new DocumentKey("run", $"run_{i}"), "", new byte[2000]), Cancelled);
        }
        using (FileStream file = File.OpenWrite(_folder.StateFile))
        {
            // The first page, with the schema, stays whole.
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xEE, (int)file.Length - 4096).ToArray());
        }

        using SqliteDocumentStore damaged = SqliteDocumentStore.Open(_folder.StateFile);
        StateFileException error = await Assert.ThrowsAsync<StateFileException>(async () => await damaged.GetAsync(Key, Cancelled));
        Assert.Contains($"'{_folder.StateFile}' is damaged", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StateFileException>(
            async () => await damaged.TryAddAsync(new Document(Key, "", new byte[1]), Cancelled));
    }

    [Fact]
    public async Task Write_FileLockedByAnother_SaysSoAndWorksAgainLater()
    {
        SqliteStateOptions options = new() { BusyTimeout = TimeSpan.FromMilliseconds(50) };
        using SqliteDocumentStore store = SqliteDocumentStore.Open(_folder.StateFile, options);
        using SqliteConnection other = Connect();
        using (SqliteTransaction transaction = other.BeginTransaction(deferred: false))
        {
            StateFileException error = await Assert.ThrowsAsync<StateFileException>(
                async () => await store.TryAddAsync(new Document(Key, "", new byte[1]), Cancelled));
            Assert.Contains("is locked", error.Message, StringComparison.Ordinal);
            Assert.Null(await store.GetAsync(Key, Cancelled));
        }

        Assert.True(await store.TryAddAsync(new Document(Key, "", new byte[1]), Cancelled));
    }

    [Fact]
    public void Open_FileLockedByAnother_SaysSo()
    {
        using SqliteConnection other = Connect();
        using SqliteTransaction transaction = other.BeginTransaction(deferred: false);
        AssertRefused(_folder.StateFile, "is locked", new SqliteStateOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2 * 24 * 60 * 60)]
    public void BusyTimeout_OutOfRange_Throws(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new SqliteStateOptions { BusyTimeout = TimeSpan.FromSeconds(seconds) });

    private static void AssertRefused(string path, string reason, SqliteStateOptions? options = null)
    {
        StateFileException error = Assert.Throws<StateFileException>(() => SqliteDocumentStore.Open(path, options).Dispose());
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
    }

    private SqliteConnection Connect()
    {
        SqliteConnection connection = new($"Data Source={_folder.StateFile};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
