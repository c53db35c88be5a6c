using AgentsMigration.Benchmarks.Streaming;

// dotnet run -c Release --project benchmarks/Streaming
Console.WriteLine("A streamed run through the adapter, and its v2 stream read as it is, over loopback HTTP, in turn\n");
await FirstEvent.PrintAsync();

const int deltas = 20_000;
Console.WriteLine($"\n{"upstream writes",-22} {"adapter events/s",17} {"raw events/s",13} {"share",6}   ({deltas:N0} deltas, medians)");
foreach ((string name, int perWrite) in ((string, int)[])[("each event", 1), ("ten events at once", 10), ("200 events at once", 200)])
    await Throughput.PrintAsync(name, deltas, perWrite);
