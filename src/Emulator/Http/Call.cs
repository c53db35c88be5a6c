using System.Text.Encodings.Web;
using System.Text.Json;
using AgentsMigration.Emulator.State;
using Microsoft.AspNetCore.StaticFiles;

namespace AgentsMigration.Emulator.Http;

/// <summary>One request against one workspace.</summary>
internal sealed class Call(HttpContext http, Workspace workspace)
{
    private static readonly JsonDocumentOptions Unique = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public HttpContext Http { get; } = http;

    public Workspace Workspace { get; } = workspace;

    public CancellationToken Aborted => Http.RequestAborted;

    public IncludeSet Include => IncludeSet.Read(Http.Request.Query);

    public string Route(string name) => (string)Http.Request.RouteValues[name]!;

    public PageQuery Page(bool? allowBefore = null) =>
        PageQuery.Read(Http.Request.Query, allowBefore ?? Workspace.IsFoundry);

    /// <summary>Reads a JSON object; an absent body counts as an empty one.</summary>
    public async Task<Fields> BodyAsync()
    {
        using MemoryStream buffer = new();
        await Http.Request.Body.CopyToAsync(buffer, Aborted);
        if (buffer.Length == 0) return new Fields([]);
        try
        {
            JsonNode? node = JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), documentOptions: Unique);
            if (node is JsonObject body) return new Fields(body);
        }
        catch (JsonException)
        {
            // Falls through: the service says the same for both.
        }

        throw Refusal.Bad("We could not parse the JSON body of your request. (HINT: This likely means you aren't using your "
            + "HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)");
    }

    public Task ReplyAsync(JsonObject body) => WriteAsync(Http, StatusCodes.Status200OK, body);

    /// <summary>Builds the answer under the workspace's gate.</summary>
    public Task ReplyLockedAsync(Func<JsonObject> build)
    {
        JsonObject body;
        lock (Workspace.Gate) body = build();
        return ReplyAsync(body);
    }

    /// <summary>Opens the file under the gate that it is found under: one that is deleted meanwhile is told to its end.</summary>
    public async Task ReplyFileAsync(Func<(string Path, string FileName)> find)
    {
        string fileName;
        FileStream content;
        lock (Workspace.Gate)
        {
            (string path, fileName) = find();
            content = File.OpenRead(path);
        }

        await using (content)
        {
            Http.Response.ContentType = MediaType(fileName);
            Http.Response.ContentLength = content.Length;
            await content.CopyToAsync(Http.Response.Body, Aborted);
        }
    }

    public static Task WriteAsync(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString(Relaxed), http.RequestAborted);
    }

    public static string Serialize(JsonObject body) => body.ToJsonString(Relaxed);

    private static string MediaType(string fileName)
    {
        if (!new FileExtensionContentTypeProvider().TryGetContentType(fileName, out string? type))
            return "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
    }
}
