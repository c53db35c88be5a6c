using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>
/// A prepared statement, by SQLite's own interface: ADO.NET's costs several times what a statement on one document does.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int ShortText = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), database);
    }

    /// <summary>Gives the next parameter its value; the first one after the statement was reset.</summary>
    public Statement Bind(long value) => Check(raw.sqlite3_bind_int64(_statement, ++_bound, value));

    /// <inheritdoc cref="Bind(long)"/>
    public Statement Bind(long? value) => value is { } number ? Bind(number) : Check(raw.sqlite3_bind_null(_statement, ++_bound));

    /// <inheritdoc cref="Bind(long)"/>
    public Statement Bind(string text)
    {
        // With no bytes there is no address, which SQLite takes for NULL.
        if (text.Length == 0)
            return Check(raw.sqlite3_bind_text(_statement, ++_bound, text));
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = most <= ShortText ? null : ArrayPool<byte>.Shared.Rent(most);
        Span<byte> utf8 = rented ?? stackalloc byte[ShortText];
        int result = raw.sqlite3_bind_text(_statement, ++_bound, (ReadOnlySpan<byte>)utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return Check(result);
    }

    /// <inheritdoc cref="Bind(long)"/>
    public Statement Bind(ReadOnlySpan<byte> content) => Check(content.IsEmpty
        ? raw.sqlite3_bind_zeroblob(_statement, ++_bound, 0)
        : raw.sqlite3_bind_blob(_statement, ++_bound, content));

    /// <summary>Runs it; the number of rows that it changed.</summary>
    public int Execute()
    {
        try
        {
            while (Step())
            {
            }
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Goes to the next row, the first one to begin with. Whoever has read what they want resets it.</summary>
    public bool Step() => raw.sqlite3_step(_statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        int error => throw Failure(error),
    };

    public void Reset()
    {
        _bound = 0;
        // Its result is that of the last step, which has been told already.
        _ = raw.sqlite3_reset(_statement);
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long ReadInt64(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>All of it, also what stands behind a zero.</summary>
    public string ReadText(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public byte[] ReadBytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private Statement Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            Reset();
            throw Failure(result);
        }
        return this;
    }

    private SqliteException Failure(int result)
    {
        try
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
        catch (SqliteException error)
        {
            return error;
        }
        return new SqliteException("SQLite gave an unexpected result.", result);
    }
}
