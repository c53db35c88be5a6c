using System.Globalization;
using System.Text.Json;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>Finds where a document keeps the schema of a body, by method, path, status and media type.</summary>
internal sealed class OpenApiOperations(JsonElement document)
{
    private readonly string _basePath = BasePath(document);
    private readonly string[] _templates = [.. document.GetProperty("paths").EnumerateObject().Select(path => path.Name)];

    public string RequestSchema(string method, string path, string contentType) =>
        Content(Operation(method, path) + "/requestBody", contentType);

    public string ResponseSchema(string method, string path, int status, string contentType)
    {
        string responses = Operation(method, path) + "/responses/";
        string exact = responses + status.ToString(CultureInfo.InvariantCulture);
        return Content(Exists(exact) || !Exists(responses + "default") ? exact : responses + "default", contentType);
    }

    /// <summary>The JSON pointer of an operation. Paths on the wire may carry the server's base path.</summary>
    private string Operation(string method, string path) =>
        Find(method, path) ?? throw new KeyNotFoundException($"The document has no {method} {path}.");

    public bool Has(string method, string path) => Find(method, path) is not null;

    private string? Find(string method, string path)
    {
        string relative = path.StartsWith(_basePath + "/", StringComparison.Ordinal) ? path[_basePath.Length..] : path;
        string[] segments = relative.Split('/');
        string? template = _templates
            .Where(candidate => Matches(candidate.Split('/'), segments))
            .MinBy(candidate => candidate.Count(character => character == '{')); // literal segments win
        string pointer = $"#/paths/{Escape(template ?? relative)}/{method.ToLowerInvariant()}";
        return template is not null && Exists(pointer) ? pointer : null;
    }

    private static bool Matches(string[] template, string[] path) => template.Length == path.Length
        && template.Zip(path).All(pair => pair.First == pair.Second
            || (pair.First.StartsWith('{') && pair.First.EndsWith('}') && pair.Second.Length > 0));

    private string Content(string owner, string contentType)
    {
        JsonElement resolved = JsonPointer.Resolve(document, owner);
        string pointer = resolved.TryGetProperty("$ref", out JsonElement reference) ? reference.GetString()! : owner;
        return $"{pointer}/content/{Escape(contentType)}/schema";
    }

    private bool Exists(string pointer)
    {
        try
        {
            JsonPointer.Resolve(document, pointer);
            return true;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private static string Escape(string segment) => Uri.EscapeDataString(
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    private static string BasePath(JsonElement document)
    {
        if (!document.TryGetProperty("servers", out JsonElement servers))
        {
            return "";
        }

        // A server address may hold variables: "https://{endpoint}/openai".
        string[] parts = servers[0].GetProperty("url").GetString()!.TrimEnd('/').Split('/', 4);
        return parts.Length == 4 ? "/" + parts[3] : "";
    }
}
