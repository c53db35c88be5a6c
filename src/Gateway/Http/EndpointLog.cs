namespace AgentsMigration.Gateway.Http;

/// <summary>
/// What the endpoint writes down. Never a body, a header or the words of an unknown exception, which may quote either.
/// </summary>
internal static partial class EndpointLog
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed: {Failure}")]
    public static partial void Failed(ILogger logger, string requestId, string failure);

    [LoggerMessage(2, LogLevel.Warning, "The answer to {RequestId} broke off: {Failure}")]
    public static partial void BrokeOff(ILogger logger, string requestId, string failure);

    [LoggerMessage(3, LogLevel.Information, "{RequestId} {Operation} {Status} in {Milliseconds:0.0} ms for {Tenant}, {Client}")]
    public static partial void Answered(
        ILogger logger, string requestId, string operation, int status, double milliseconds, string tenant, string client);

    /// <summary>The words of the operating system and of the stores name files and reasons; others are left out.</summary>
    public static string Describe(Exception failure) =>
        failure is IOException
            ? $"{failure.GetType().Name}: {failure.Message}{Environment.NewLine}{failure.StackTrace}"
            : $"{failure.GetType().FullName}{Environment.NewLine}{failure.StackTrace}";
}
