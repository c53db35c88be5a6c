using System.ClientModel;
using AgentsMigration.Adapter;
using OpenAI;
using QuarterlyChart;

if (!Arguments.TryParse(args, Environment.GetEnvironmentVariable, Console.Error, out Arguments? arguments))
{
    return 2;
}

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true; // let the app delete what it made
    stop.Cancel();
};

using CallLog calls = new();
await using Target target = await Target.StartAsync(arguments);
Console.WriteLine($"Service: {target.Description}");

OpenAIClientOptions options = new();
options.UseAgentsV2(target.Adapter); // <- the one line: without it, this is the app as it was
OpenAIClient client = new(new ApiKeyCredential(arguments.OpenAIKey ?? "not used"), options);

LegacyAppOptions app = new()
{
    CsvPath = arguments.CsvPath,
    OutputFolder = arguments.OutputFolder,
    Model = arguments.Model,
};

try
{
    return await LegacyApp.RunAsync(client, app, Console.Out, stop.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine("Cancelled.");
    return 1;
}
finally
{
    CallTable.Print(calls);
}
