namespace AgentsMigration.Adapter.Legacy;

/// <summary>An answer of 400 or above in the legacy service's own shape.</summary>
internal sealed class LegacyException(
    int statusCode,
    string message,
    string? parameter = null,
    string? code = null,
    string type = "invalid_request_error",
    Exception? innerException = null) : Exception(message, innerException)
{
    public int StatusCode { get; } = statusCode;

    public string? Parameter { get; } = parameter;

    public string? Code { get; } = code;

    public string Type { get; } = type;

    /// <summary>Seconds for a <c>Retry-After</c> header, where upstream gave one.</summary>
    public string? RetryAfter { get; init; }
}
