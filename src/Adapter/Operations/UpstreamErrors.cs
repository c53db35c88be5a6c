using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;

namespace AgentsMigration.Adapter.Operations;

/// <summary>A v2 failure in legacy words: no v2 id, noun or raw body reaches the caller (docs/wire.md, Errors).</summary>
internal static class UpstreamErrors
{
    public static LegacyException ToLegacy(V2Exception error)
    {
        if (error.StatusCode == 0)
        {
            return new LegacyException(
                503, error.Message.StartsWith("http", StringComparison.Ordinal) ? $"The target service {error.Message}" : error.Message, code: "target_unreachable", type: "server_error", innerException: error);
        }
        string message = LegacyWords.Translate(error.Message);
        return error.StatusCode switch
        {
            < 400 => new LegacyException(
                502, "The target service redirects to another address. Give the adapter the endpoint that answers itself.", code: "target_redirects", type: "server_error", innerException: error),
            429 => new LegacyException(429, message, code: "rate_limit_exceeded", innerException: error)
            {
                RetryAfter = error.RetryAfter,
            },
            >= 500 => new LegacyException(error.StatusCode, message, code: LegacyWords.HasV2Noun(error.Code) ? null : error.Code, type: "server_error", innerException: error)
            {
                RetryAfter = error.RetryAfter,
            },
            _ => new LegacyException(
                error.StatusCode,
                message,
                error.Parameter is null ? null : LegacyWords.Translate(error.Parameter),
                LegacyWords.HasV2Noun(error.Code) ? null : error.Code,
                error.Type ?? "invalid_request_error",
                error),
        };
    }
}
