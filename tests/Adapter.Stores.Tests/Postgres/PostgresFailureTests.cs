using System.Data.Common;
using AgentsMigration.Adapter.State;
using Npgsql;

namespace AgentsMigration.Adapter.Stores.Tests.Postgres;

/// <summary>What cannot work is said in words, with the database's name and without its password.</summary>
public sealed class PostgresFailureTests : IDisposable
{
    private static readonly DocumentKey Key = new("run", "run_1");

    private readonly TestDatabase _database = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("Password", "wrong-secret", "refuses the user name or the password")]
    [InlineData("Username", "nobody", "refuses the user name or the password")]
    [InlineData("Database", "missing", "'missing' on 127.0.0.1:")]
    [InlineData("Database", "missing", "does not exist")]
    [InlineData("Port", "1", "cannot be reached")]
    [InlineData("Options", "-c default_transaction_isolation=serializable", "another default_transaction_isolation")]
    [InlineData("Options", "-c default_transaction_read_only=on", "is read-only: the connection must go to the primary")]
    public async Task Open_CannotBeUsed_SaysWhy(string key, string value, string reason)
    {
        StateDatabaseException error = await Assert.ThrowsAsync<StateDatabaseException>(
            () => OpenAsync(_database.With(key, value)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("PostgreSQL database '", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("Hots=db;Password=secret")]
    [InlineData("Host=db;Port=secret")]
    [InlineData("Database=agents;Password=secret")]
    public async Task Open_NoConnectionString_SaysSoWithoutRepeatingIt(string text)
    {
        StateDatabaseException error = await Assert.ThrowsAsync<StateDatabaseException>(() => OpenAsync(text));

        Assert.StartsWith("The PostgreSQL connection string ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_UserWithoutRights_SaysSoAndStartsOnceTheTablesAreThere()
    {
        string guest = $"guest_{_database.Schema[^8..]}";
        _database.Read($"CREATE ROLE {guest} LOGIN PASSWORD 'guest'");
        try
        {
            DbConnectionStringBuilder builder = new() { ConnectionString = _database.ConnectionString };
            builder["Username"] = guest;
            builder["Password"] = "guest";
            StateDatabaseException error = await Assert.ThrowsAsync<StateDatabaseException>(() => OpenAsync(builder.ConnectionString));
            Assert.Contains($"does not let this user create or change schema '{_database.Schema}'", error.Message, StringComparison.Ordinal);

            await using (PostgresState owner = await _database.OpenAsync())
                Assert.True(await owner.Documents.TryAddAsync(new Document(Key, "", new byte[1]), Cancelled));
            _database.Read($"GRANT USAGE ON SCHEMA {{schema}} TO {guest}; GRANT ALL ON ALL TABLES IN SCHEMA {{schema}} TO {guest}");
            await using PostgresState state = await _database.OpenAsync(connectionString: builder.ConnectionString);
            Assert.NotNull(await state.Documents.GetAsync(Key, Cancelled));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            _database.Read($"DROP OWNED BY {guest}; DROP ROLE {guest}");
        }
    }

    [Fact]
    public async Task Open_OfALaterRelease_SaysSo()
    {
        (await _database.OpenAsync()).Dispose();
        _database.Read("UPDATE {schema}.version SET number = 99");

        StateDatabaseException error = await Assert.ThrowsAsync<StateDatabaseException>(() => _database.OpenAsync());

        Assert.Contains("later release (schema 99", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("a-b")]
    [InlineData("a; DROP SCHEMA public")]
    [InlineData("a\n")]
    public void Schema_NotAName_Throws(string name) =>
        Assert.Throws<ArgumentException>(() => new PostgresStateOptions { Schema = name });

    [Fact]
    public async Task AnyCall_ConnectionsCutAllTheTime_DoesWhatItDoesOnce()
    {
        const int Rounds = 15;
        await using PostgresState state = await _database.OpenAsync(connectionString: _database.With("Application Name", _database.Schema));
        await state.Documents.TryAddAsync(new Document(Key, "", "0"u8.ToArray()), Cancelled);
        int cuts = 0;

        bool[] won = await Race.RunAsync(async i =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                Interlocked.Add(ref cuts, Cut());
                DocumentKey own = new("run", $"run_{i}_{round}");
                Assert.True(await state.Documents.TryAddAsync(new Document(own, "thread", new byte[1]), Cancelled));
                await Race.IncrementAsync(state.Documents, Key);
                Assert.True(round % 2 == 0 || await state.Documents.TryDeleteAsync(own, cancellationToken: Cancelled));
            }
            return true;
        });

        Assert.All(won, Assert.True);
        Assert.InRange(cuts, 10, int.MaxValue);
        StoredDocument counter = (await state.Documents.GetAsync(Key, Cancelled))!;
        Assert.Equal($"{Race.Racers * Rounds}", System.Text.Encoding.UTF8.GetString(counter.Document.Content.Span));
        Assert.Equal(
            Race.Racers * ((Rounds + 1) / 2),
            (await state.Documents.ListAsync(new DocumentQuery("run", "thread", true, 1000), Cancelled)).Count);
    }

    /// <summary>Each of the state's connections with a chance of one in five, whatever it is doing.</summary>
    private int Cut() => (int)(long)_database.Read(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{schema}' AND random() < 0.2")!;

    private Task<PostgresState> OpenAsync(string connectionString) => PostgresState.OpenAsync(
        connectionString,
        options: new PostgresStateOptions { Schema = _database.Schema, Patience = TimeSpan.Zero },
        cancellationToken: Cancelled);
}
