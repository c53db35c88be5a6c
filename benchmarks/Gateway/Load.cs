namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>Prints the tables of docs/performance.md, "The gateway under load".</summary>
internal static class Load
{
    private const string PostgresVariable = "AGENTSMIGRATION_POSTGRES";

    /// <param name="settings">How long.</param>
    /// <param name="names">The states to measure with; none: all that there are.</param>
    /// <param name="print">Takes a line.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task RunAsync(
        LoadSettings settings, IReadOnlyCollection<string> names, Action<string> print, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("agents-migration-load-");
        try
        {
            (string Name, string State)[] states =
                [.. FindStates(folder.FullName).Where(state => names.Count == 0 || names.Contains(state.Name, StringComparer.OrdinalIgnoreCase))];
            foreach ((string name, string state) in states)
                await MeasureRequestsAsync(name, state, settings, print, cancellationToken);
            print("Open streams, MB:\n");
            print("| state | streams | gateway, resident | private | before | YARP, resident |\n| --- | ---: | ---: | ---: | ---: | ---: |");
            foreach ((string name, string state) in states)
            {
                // Of its own, so that nothing is in memory but the streams.
                using Contest contest = await Contest.StartAsync(state, cancellationToken);
                print(await OpenStreams.MeasureAsync(contest, name, settings, cancellationToken));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, string State)> FindStates(string folder)
    {
        yield return ("SQLite", $"sqlite:{Path.Combine(folder, "state.db")}");
        if (Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } postgres)
            yield return ("PostgreSQL", $"postgres:{postgres}");
        yield return ("memory", "memory");
    }

    private static async Task MeasureRequestsAsync(
        string name, string state, LoadSettings settings, Action<string> print, CancellationToken cancellationToken)
    {
        using Contest contest = await Contest.StartAsync(state, cancellationToken);
        print($"{name}, one connection, median ms of {settings.Pairs:N0} requests to each, in turn:\n");
        print("| operation | gateway | YARP | added |\n| --- | ---: | ---: | ---: |");
        foreach (Operation operation in contest.Operations)
            print(await AddedLatency.MeasureAsync(contest, operation, settings, cancellationToken));
        print($"\n{name}, {Throughput.Connections} connections, requests/s, medians of {settings.Rounds} rounds of each, in turn:\n");
        print("| operation | gateway | YARP | share | gateway CPU µs | YARP CPU µs |\n| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (Operation operation in contest.Operations)
            print(await Throughput.MeasureAsync(contest, operation, settings, cancellationToken));
        print("");
    }
}
