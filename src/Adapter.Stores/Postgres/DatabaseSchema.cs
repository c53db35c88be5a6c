using Npgsql;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>The tables of a state database, by version. A step that has been released is never changed, only followed.</summary>
internal static class DatabaseSchema
{
    private const string First = """
        CREATE SCHEMA IF NOT EXISTS {0};
        CREATE TABLE {0}.version (number integer NOT NULL);
        INSERT INTO {0}.version VALUES (0);
        """;

    // Text is compared by its bytes. Numbers come from sequences, which never give one twice: cursors of clients outlive
    // the rows they name. Room is left in the pages, so that a replaced document stays in its own.
    private static readonly string[] Steps =
    [
        """
        CREATE SEQUENCE {0}.document_sequence;
        CREATE TABLE {0}.documents (
          kind text COLLATE "C" NOT NULL,
          id text COLLATE "C" NOT NULL,
          parent text COLLATE "C" NOT NULL,
          sequence bigint NOT NULL,
          version bigint NOT NULL,
          write_id uuid NOT NULL,
          expires_at bigint,
          content bytea NOT NULL,
          PRIMARY KEY (kind, id)
        ) WITH (fillfactor = 80);
        CREATE INDEX documents_by_kind ON {0}.documents (kind, sequence);
        CREATE INDEX documents_by_parent ON {0}.documents (kind, parent, sequence);
        CREATE INDEX documents_by_expiry ON {0}.documents (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE {0}.blobs (
          version bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          id text COLLATE "C" NOT NULL,
          is_current boolean NOT NULL,
          purge_at bigint
        );
        CREATE UNIQUE INDEX blobs_by_id ON {0}.blobs (id) WHERE is_current;
        CREATE INDEX blobs_by_purge ON {0}.blobs (purge_at) WHERE purge_at IS NOT NULL;
        CREATE TABLE {0}.blob_chunks (
          version bigint NOT NULL REFERENCES {0}.blobs ON DELETE CASCADE,
          number integer NOT NULL,
          content bytea NOT NULL,
          PRIMARY KEY (version, number)
        );
        ALTER TABLE {0}.blob_chunks ALTER COLUMN content SET STORAGE EXTERNAL;
        """,
    ];

    /// <exception cref="StateDatabaseException">A later release wrote it, or it cannot be created.</exception>
    public static Task MigrateAsync(StateDatabase database, CancellationToken cancellationToken) => database.RunAsync(
        async _ =>
        {
            NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                Migration migration = new(database, connection, cancellationToken);
                await migration.RequireReadCommittedAsync().ConfigureAwait(false);
                // A user that may not create anything can still start on tables that are there.
                if (await migration.ReadVersionAsync().ConfigureAwait(false) != Steps.Length)
                    await migration.RunAsync(Steps).ConfigureAwait(false);
            }
            return true;
        },
        cancellationToken);

    private sealed class Migration(StateDatabase database, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        /// <summary>A list sees what was committed while it waited for writers; under stricter isolation it would not.</summary>
        public async Task RequireReadCommittedAsync()
        {
            if (await ReadAsync("SHOW default_transaction_isolation").ConfigureAwait(false) is not "read committed")
                throw database.Refuse("has another default_transaction_isolation than 'read committed'");
        }

        /// <summary>Of several instances that start at once one creates the tables; the others wait here and find them.</summary>
        public async Task RunAsync(string[] steps)
        {
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await ExecuteAsync($"SELECT pg_advisory_xact_lock({AdvisoryKey.Of(database.Schema)})").ConfigureAwait(false);
                int found = await ReadVersionAsync().ConfigureAwait(false);
                if (found == 0)
                    await ExecuteAsync(First.Replace("{0}", database.Schema, StringComparison.Ordinal)).ConfigureAwait(false);
                for (int version = found; version < steps.Length; version++)
                    await ExecuteAsync(steps[version].Replace("{0}", database.Schema, StringComparison.Ordinal)).ConfigureAwait(false);
                await ExecuteAsync($"UPDATE {database.Schema}.version SET number = {steps.Length}").ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        public async Task<int> ReadVersionAsync()
        {
            // Read from the catalog, not from what the session remembers of it: another may just have created it.
            if (await ReadAsync($"SELECT 1 FROM pg_tables WHERE schemaname = '{database.Schema}' AND tablename = 'version'").ConfigureAwait(false) is null)
                return 0;
            int version = (int)(await ReadAsync($"SELECT number FROM {database.Schema}.version").ConfigureAwait(false) ?? 0);
            return version <= Steps.Length
                ? version
                : throw database.Refuse($"was written by a later release (schema {version}, this one knows {Steps.Length})");
        }

#pragma warning disable CA2100 // The SQL is this file's own, and the schema's name is checked by the options.
        private async Task<object?> ReadAsync(string sql)
        {
            using NpgsqlCommand command = new(sql, connection);
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }

        private async Task ExecuteAsync(string sql)
        {
            using NpgsqlCommand command = new(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning restore CA2100
    }
}
