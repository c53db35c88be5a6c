namespace AgentsMigration.Gateway.Hosting;

internal static partial class HostLog
{
    [LoggerMessage(10, LogLevel.Warning, "Not ready: {Reason}")]
    public static partial void NotReady(ILogger logger, string reason);
}
