using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Postgres;
using Npgsql;

namespace AgentsMigration.Adapter.Stores;

/// <summary>
/// Bytes in a PostgreSQL database, written and read in pieces: no more than one of them is in memory. They appear under
/// their id only when all of them are there; who reads them while they are replaced or deleted reads the old ones to their
/// end. See <see cref="PostgresState"/>.
/// </summary>
/// <remarks>
/// Bytes that were replaced or deleted leave the database an hour later, those of a writer that was killed a day later.
/// Any call, and any read of the stream, may throw <see cref="StateDatabaseException"/>.
/// </remarks>
public sealed class PostgresBlobStore : IBlobStore
{
    internal const int PieceSize = 256 * 1024;

    private static readonly TimeSpan LongestRead = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWrite = TimeSpan.FromDays(1);

    private readonly StateDatabase _database;
    private readonly BlobSql _sql;

    internal PostgresBlobStore(StateDatabase database)
    {
        _database = database;
        _sql = new BlobSql(database.Schema);
    }

    /// <inheritdoc/>
    public async Task<long> PutAsync(string id, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(content);
        await PurgeAsync(cancellationToken).ConfigureAwait(false);
        string name = StoredText.Encode(id);
        long version = await BeginAsync(name, cancellationToken).ConfigureAwait(false);
        byte[] piece = new byte[PieceSize];
        long length = 0;
        int number = 0;
        while (true)
        {
            int count = await content.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (count > 0)
                await AddAsync(version, number++, piece.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            length += count;
            if (count < PieceSize)
                break;
        }
        cancellationToken.ThrowIfCancellationRequested();
        await PublishAsync(name, version, cancellationToken).ConfigureAwait(false);
        return length;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _database.RunAsync(
            async _ =>
            {
                NpgsqlCommand command = _database.Command(_sql.Open).Add(StoredText.Encode(id));
                await using (command.ConfigureAwait(false))
                {
                    NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                    await using (row.ConfigureAwait(false))
                    {
                        if (!await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                            return null;
                        long version = row.GetInt64(0);
                        byte[] first = row.IsDBNull(1) ? [] : row.GetFieldValue<byte[]>(1);
                        return (Stream)new BlobStream(first, (number, token) => ReadAsync(version, number, token));
                    }
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _database.RunAsync(
            async again => again | await _database.Command(_sql.Retire)
                .Add(StoredText.Encode(id)).Add(In(LongestRead)).ExecuteAsync(cancellationToken).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    /// <summary>A number that is drawn twice, because its answer was lost, is purged like that of a killed writer.</summary>
    private async Task<long> BeginAsync(string id, CancellationToken cancellationToken) => (long)(await _database.RunAsync(
        _ => _database.Command(_sql.Begin).Add(id).Add(In(LongestWrite)).ReadValueAsync(cancellationToken),
        cancellationToken).ConfigureAwait(false))!;

    private Task<int> AddAsync(long version, int number, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken) =>
        _database.RunAsync(
            _ => _database.Command(_sql.AddChunk).Add(version).Add(number).Add(piece).ExecuteAsync(cancellationToken),
            cancellationToken);

    private Task<int> PublishAsync(string id, long version, CancellationToken cancellationToken) => _database.RunAsync(
        async _ =>
        {
            NpgsqlBatch batch = _database.Batch();
            await using (batch.ConfigureAwait(false))
            {
                batch.Add(BlobSql.Queue).Add(AdvisoryKey.Of(_database.Schema, "blob", id));
                batch.Add(_sql.Retire).Add(id).Add(In(LongestRead));
                batch.Add(_sql.Publish).Add(version);
                return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        },
        cancellationToken);

    private async Task<byte[]?> ReadAsync(long version, int number, CancellationToken cancellationToken) => (byte[]?)await _database.RunAsync(
        _ => _database.Command(_sql.ReadChunk).Add(version).Add(number).ReadValueAsync(cancellationToken),
        cancellationToken).ConfigureAwait(false);

    private Task<int> PurgeAsync(CancellationToken cancellationToken) => _database.RunAsync(
        _ => _database.Command(_sql.Purge).Add(In(TimeSpan.Zero)).ExecuteAsync(cancellationToken), cancellationToken);

    private long In(TimeSpan time) => (_database.Time.GetUtcNow() + time).UtcTicks;
}
