using AgentsMigration.Adapter.Stores.Harness;

// Each line on standard output acknowledges one write that has returned: what the parent may count on after a kill.
switch (args)
{
    case ["write", var file]:
        await Writer.WriteDocumentsAsync(file);
        return 0;
    case ["race", var file, var count]:
        await Racer.RunAsync(file, int.Parse(count));
        return 0;
    case ["put", var directory]:
        await Writer.PutBlobsAsync(directory);
        return 0;
    case ["stall", var directory, var id]:
        await Writer.StallAsync(directory, id);
        return 0;
    case ["measure", var file]:
        await Measurement.RunAsync(file);
        return 0;
    default:
        await Console.Error.WriteLineAsync("write FILE | race FILE COUNT | put DIRECTORY | stall DIRECTORY ID | measure FILE");
        return 2;
}
