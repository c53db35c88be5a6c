namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>Prints the tables of docs/performance.md, "The gateway under load".</summary>
internal static class Load
{
    private const string PostgresVariable = "AGENTSMIGRATION_POSTGRES";

    public static async Task RunAsync(LoadSettings settings, Action<string> print, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("agents-migration-load-");
        try
        {
            List<(string Name, string State)> states = [("SQLite", $"sqlite:{Path.Combine(folder.FullName, "state.db")}"), ("memory", "memory")];
            if (Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } postgres)
                states.Add(("PostgreSQL", $"postgres:{postgres}"));
            List<string> streams = [];
            foreach ((string name, string state) in states)
            {
                using Contest contest = await Contest.StartAsync(state, cancellationToken);
                print($"State: {name}. One connection, median ms of {settings.Pairs:N0} requests to each, in turn:\n");
                print("| operation | gateway | YARP | added |\n| --- | ---: | ---: | ---: |");
                foreach (Operation operation in contest.Operations)
                    print(await AddedLatency.MeasureAsync(contest, operation, settings, cancellationToken));
                print($"\nState: {name}. {Throughput.Connections} connections, requests/s, medians of {settings.Rounds} rounds of each, in turn:\n");
                print("| operation | gateway | YARP | share |\n| --- | ---: | ---: | ---: |");
                foreach (Operation operation in contest.Operations)
                    print(await Throughput.MeasureAsync(contest, operation, settings, cancellationToken));
                print("");
                streams.Add(await OpenStreams.MeasureAsync(contest, name, settings, cancellationToken));
            }
            print("Open streams, MB:\n\n| state | streams | gateway, resident | private | before | YARP, resident |\n| --- | ---: | ---: | ---: | ---: | ---: |");
            streams.ForEach(print);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
