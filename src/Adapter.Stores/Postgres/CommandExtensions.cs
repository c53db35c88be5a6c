using AgentsMigration.Adapter.State;
using Npgsql;
using NpgsqlTypes;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>Commands with their parameters by place, in the types that the statements expect.</summary>
internal static class CommandExtensions
{
    public static NpgsqlCommand Add<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    public static NpgsqlCommand Add(this NpgsqlCommand command, DocumentKey key) =>
        command.Add(StoredText.Encode(key.Kind)).Add(StoredText.Encode(key.Id));

    public static NpgsqlCommand Add(this NpgsqlCommand command, DateTimeOffset? time)
    {
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint, Value = time is { } at ? at.UtcTicks : DBNull.Value });
        return command;
    }

    public static NpgsqlBatchCommand Add(this NpgsqlBatch batch, string sql)
    {
        NpgsqlBatchCommand command = new(sql);
        batch.BatchCommands.Add(command);
        return command;
    }

    public static NpgsqlBatchCommand Add<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    public static NpgsqlBatchCommand AddOptional(this NpgsqlBatchCommand command, string? value) =>
        value is null ? command : command.Add(value);

    /// <summary>The number of rows that it changed.</summary>
    public static async Task<int> ExecuteAsync(this NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The numbers that it reads; none where a division by zero took it back.</summary>
    public static async Task<IReadOnlyList<long>> ReadAllAsync(this NpgsqlCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await using (command.ConfigureAwait(false))
            {
                List<long> numbers = [];
                NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                        numbers.Add(row.GetInt64(0));
                }
                return numbers;
            }
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            return [];
        }
    }

    /// <summary>The one value that it reads; null where there is none.</summary>
    public static async Task<object?> ReadValueAsync(this NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
