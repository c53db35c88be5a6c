using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>An answer of 300 or above from the target, or none at all (<see cref="StatusCode"/> 0).</summary>
internal sealed class V2Exception(int statusCode, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public int StatusCode { get; } = statusCode;

    public string? Code { get; private init; }

    public string? Parameter { get; private init; }

    public string? Type { get; private init; }

    public string? RetryAfter { get; private init; }

    /// <summary>No connection came about: the call cannot have been done.</summary>
    public bool NeverSent { get; init; }

    /// <summary>There is no such model, or nobody has deployed it.</summary>
    public bool IsUnknownModel => Code is "model_not_found" or "DeploymentNotFound";

    /// <summary>Nobody knows whether the call was done: the connection broke, or what stands before the service gave up.</summary>
    public bool MayBeDone => StatusCode is 408 or 500 or 502 or 504 || (StatusCode == 0 && !NeverSent);

    /// <summary>It may work a moment later.</summary>
    public bool IsPassing => MayBeDone || NeverSent || StatusCode is 429 or 503 || Code == "conversation_locked";

    /// <summary>Foundry says of an id that it never gave that it is malformed.</summary>
    public bool IsNotFound => StatusCode == 404 || (StatusCode == 400 && Message.Contains("Malformed identifier"));

    /// <summary>It is this object that is not there, rather than another one that the call names.</summary>
    public bool IsNotFoundOf(string id) => IsNotFound && Message.Contains(id);

    /// <summary>What a read throws whose connection is gone.</summary>
    public static bool IsBrokenOff(Exception error) => error is HttpRequestException or IOException;

    public static V2Exception BrokenOff(Exception error) => new(0, $"The service's answer broke off: {error.Message}", error);

    /// <summary>Foundry wraps the real reason in <c>details</c> (docs/wire.md, Errors).</summary>
    public static V2Exception From(int statusCode, ReadOnlySpan<byte> body, string? retryAfter)
    {
        JsonElement error;
        try
        {
            error = JsonBytes.Parse(body).Get("error") ?? default;
        }
        catch (JsonException)
        {
            error = default;
        }
        if (error.ValueKind != JsonValueKind.Object)
            return new V2Exception(statusCode, $"The service answered {statusCode} without an explanation.") { RetryAfter = retryAfter };

        JsonElement reason = error;
        foreach (JsonElement detail in error.GetItems("details"))
        {
            reason = detail;
            break;
        }
        return new V2Exception(statusCode, reason.GetText("message") ?? error.GetText("message") ?? $"The service answered {statusCode}.")
        {
            Code = error.GetText("code"),
            Parameter = reason.GetText("param") ?? error.GetText("param"),
            Type = error.GetText("type"),
            RetryAfter = retryAfter,
        };
    }
}
