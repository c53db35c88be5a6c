using AgentsMigration.Benchmarks.Adapter;

// dotnet run -c Release --project benchmarks/Adapter
Console.WriteLine("v2 calls per legacy call (emulator, OpenAI target)\n");
await CallCounts.PrintAsync();
Console.WriteLine("\nTime that the adapter adds per operation, in process, over the same v2 bytes sent directly\n");
await AddedTime.PrintAsync();
