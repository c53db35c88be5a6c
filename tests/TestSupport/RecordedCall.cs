using System.Text.Json;

namespace AgentsMigration.TestSupport;

/// <summary>One HTTP exchange that went through a <see cref="RecordingHandler"/>.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">The path with its query, as sent.</param>
/// <param name="RequestBody">The request body as text; null when there was none.</param>
/// <param name="Status">The status; 0 when the call threw.</param>
/// <param name="ResponseBody">The response body as text; empty when there was none.</param>
public sealed record RecordedCall(
    string Method, string PathAndQuery, string? RequestBody, int Status, string ResponseBody)
{
    /// <summary>The path without its query.</summary>
    public string Path => PathAndQuery.Split('?', 2)[0];

    public JsonElement RequestJson => JsonElement.Parse(RequestBody ?? throw new InvalidOperationException("No body."));

    public JsonElement ResponseJson => JsonElement.Parse(ResponseBody);

    public override string ToString() => $"{Method} {PathAndQuery} {Status}";
}
