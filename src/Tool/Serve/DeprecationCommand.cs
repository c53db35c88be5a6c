using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores;
using AgentsMigration.Gateway.Usage;
using AgentsMigration.Tool.Output;

namespace AgentsMigration.Tool.Serve;

/// <summary><c>agents-migration deprecation</c>: who still calls what, out of the gateway's state.</summary>
internal sealed class DeprecationCommand : Command
{
    private readonly Option<string?> _state = new("--state")
    {
        Description = "The gateway's: sqlite:PATH or postgres:CONNECTION. Default: sqlite:agents-migration.db. [Gateway:State]",
        HelpName = "STATE",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    public DeprecationCommand()
        : base("deprecation", """
            The migration's to-do list: which program, key and tenant still calls which legacy operation, how often and
            until when. Counts are up to half a minute old while a gateway runs.

            Examples:
              agents-migration deprecation
              agents-migration deprecation --state sqlite:/var/lib/gateway/state.db --json
            """)
    {
        Options.Add(_state);
        Options.Add(_json);
        SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(_state), parsed.GetValue(_json), cancellationToken));
    }

    private static async Task<int> RunAsync(string? state, bool json, CancellationToken cancellationToken)
    {
        try
        {
            SettingSection section = new(SettingSources.Read(
                state is null ? [] : [KeyValuePair.Create(SettingNames.State, (string?)state)]));
            StateSettings? settings = StateSettings.TryParse(section.Text(SettingNames.State) ?? StateSettings.Default);
            if (settings is null or { IsInMemory: true })
                return Terminal.Fail("--state must be sqlite:PATH or postgres:CONNECTION: counts in memory end with their gateway.");
            // A report that makes an empty database would hide a wrong path.
            if (settings.File is { } file && !File.Exists(file))
                return Terminal.Fail($"There is no state in {Path.GetFullPath(file)}.");
            await using GatewayState opened = await GatewayState.OpenAsync(settings, cancellationToken);
            IReadOnlyList<UsageRecord> records = await ReadAsync(opened.Documents!, cancellationToken);
            Terminal.WriteLine(json ? JsonSerializer.Serialize(records, UsageJson.Default.IReadOnlyListUsageRecord) : ToTable(records));
            return 0;
        }
        catch (Exception failure) when (failure is IOException or StateFileException or InvalidDataException or UnauthorizedAccessException)
        {
            return Terminal.Fail(failure.Message);
        }
    }

    private static async Task<IReadOnlyList<UsageRecord>> ReadAsync(IDocumentStore documents, CancellationToken cancellationToken) =>
    [
        .. (await new UsageStore(documents).ReadAsync(cancellationToken))
            .OrderBy(record => record.Tenant, StringComparer.Ordinal)
            .ThenBy(record => record.Client, StringComparer.Ordinal)
            .ThenByDescending(record => record.Count),
    ];

    private static string ToTable(IReadOnlyList<UsageRecord> records)
    {
        if (records.Count == 0)
            return "Nobody has called a legacy operation.";
        string[][] rows =
        [
            ["TENANT", "KEY", "PROGRAM", "OPERATION", "CALLS", "LAST"],
            .. records.Select(record => new[]
            {
                record.Tenant,
                record.Key.Length == 0 ? "-" : record.Key,
                record.Client,
                record.Operation,
                record.Count.ToString(CultureInfo.InvariantCulture),
                DateTimeOffset.FromUnixTimeSeconds(record.LastSeen).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return string.Join(
            Environment.NewLine,
            rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
