using System.Text.Json;

namespace AgentsMigration.Gateway.Hosting;

/// <summary>The body of both health paths.</summary>
internal static class HealthAnswer
{
    public static async Task WriteAsync(HttpContext http, string? problem)
    {
        http.Response.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-store";
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body))
        {
            writer.WriteStartObject();
            writer.WriteString("status", problem is null ? "ok" : "unavailable");
            if (problem is not null)
                writer.WriteString("problem", problem);
            writer.WriteEndObject();
        }
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
    }
}
