namespace AgentsMigration.LegacyClients;

/// <summary>Cancels as soon as the app has written a certain line: a user who presses Ctrl+C at that moment.</summary>
internal sealed class CancellingWriter(string line, CancellationTokenSource stop) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.StartsWith(line, StringComparison.Ordinal) == true)
        {
            stop.Cancel();
        }
    }
}
