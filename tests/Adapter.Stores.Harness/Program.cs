using AgentsMigration.Adapter.Stores.Harness;

// Each line on standard output acknowledges one write that has returned: what the parent may count on after a kill.
switch (args)
{
    case ["write", var state]:
        await Writer.WriteDocumentsAsync(state);
        return 0;
    case ["race", var state, var count]:
        await Racer.RunAsync(state, int.Parse(count));
        return 0;
    case ["put", var state]:
        await Writer.PutBlobsAsync(state);
        return 0;
    case ["stall", var state, var id]:
        await Writer.StallAsync(state, id);
        return 0;
    case ["measure", var file]:
        await Measurement.RunAsync(file);
        return 0;
    default:
        await Console.Error.WriteLineAsync("write STATE | race STATE COUNT | put STATE | stall STATE ID | measure FILE");
        return 2;
}
