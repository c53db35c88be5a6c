using System.Text.Json;

namespace AgentsMigration.Tool.Doctor;

/// <summary>An answer of the service; <see cref="Body"/> is null where it is not JSON.</summary>
internal sealed record ServiceAnswer(int Status, JsonElement? Body, string Content)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public string? Id => Text("id");

    public string Message => Error("message") ?? (Body is null ? "an answer that is not JSON" : "an answer without an explanation");

    public string? Code => Error("code");

    /// <summary>The service does not have the route, rather than the object.</summary>
    public bool IsMissingRoute => Status is 405
        || (Status is 404 && (Body is null || Message == "Resource not found" || Message.StartsWith("Invalid URL", StringComparison.Ordinal)));

    public string? Text(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private string? Error(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty("error", out JsonElement error)
        && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
