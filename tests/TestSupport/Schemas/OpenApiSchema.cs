using System.Collections.Concurrent;
using System.Text.Json;
using Xunit;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>
/// Checks JSON bodies against an OpenAPI 3.0 or 3.1 document. Instances are safe to share and keep what they have
/// compiled; <see cref="FromShared"/> gives one per document for the whole test process.
/// </summary>
public sealed class OpenApiSchema
{
    private const string Json = "application/json";

    private static readonly ConcurrentDictionary<string, Lazy<OpenApiSchema>> Shared = new(StringComparer.Ordinal);

    private readonly OpenApiOperations _operations;
    private readonly SchemaCompiler _compiler;
    private readonly Lock _compiling = new();

    private OpenApiSchema(JsonElement document)
    {
        Components = document.GetProperty("components").TryGetProperty("schemas", out JsonElement schemas)
            ? [.. schemas.EnumerateObject().Select(schema => schema.Name)]
            : [];
        _operations = new OpenApiOperations(document);
        _compiler = new SchemaCompiler(document);
    }

    /// <summary>OpenAI's description of 2026-08: Responses, Conversations, Containers, and the old Assistants.</summary>
    public static OpenApiSchema OpenAI => FromShared("openai-2026-08.json");

    /// <summary>Azure OpenAI's v1 API.</summary>
    public static OpenApiSchema AzureOpenAIV1 => FromShared("azure-openai-v1.json");

    /// <summary>OpenAI's Assistants v1, as described when v2 came out.</summary>
    public static OpenApiSchema AssistantsV1 => FromShared("openai-assistants-v1-2024-04.yaml");

    /// <summary>OpenAI's Assistants v2, as first described.</summary>
    public static OpenApiSchema AssistantsV2 => FromShared("openai-assistants-v2-2024-04.yaml");

    /// <summary>The last Azure OpenAI preview with Assistants v2.</summary>
    public static OpenApiSchema AzureAssistantsV2 => FromShared("azure-openai-2025-03-01-preview.json");

    /// <summary>The names of all component schemas.</summary>
    public IReadOnlyList<string> Components { get; }

    /// <summary>A document of the shared folder, JSON or YAML; skips the running test where that folder is absent.</summary>
    public static OpenApiSchema FromShared(string specification)
    {
        string file = SharedFolder.Require("specs", specification);
        return Shared.GetOrAdd(specification, _ => new Lazy<OpenApiSchema>(() => Load(file))).Value;
    }

    public static OpenApiSchema Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using JsonDocument document = JsonDocument.Parse(utf8Json);
        return new OpenApiSchema(document.RootElement.Clone());
    }

    /// <summary>What is wrong with a value of <c>#/components/schemas/{component}</c>, the most specific first.</summary>
    public IReadOnlyList<SchemaError> ValidateComponent(string component, JsonElement value)
    {
        string reference = "#/components/schemas/" + component.Replace("~", "~0", StringComparison.Ordinal)
            .Replace("/", "~1", StringComparison.Ordinal);
        return Validate(reference, value);
    }

    /// <summary>Whether the document describes the operation.</summary>
    public bool Has(string method, string path) => _operations.Has(method, path);

    /// <summary>What is wrong with a request body.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">A path template of the document or a path on the wire, without query.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Which of the operation's media types.</param>
    public IReadOnlyList<SchemaError> ValidateRequest(
        string method, string path, JsonElement body, string contentType = Json) =>
        Validate(_operations.RequestSchema(method, path, contentType), body);

    /// <summary>What is wrong with a response body; for an event stream, with the data of one event.</summary>
    /// <inheritdoc cref="ValidateRequest"/>
    public IReadOnlyList<SchemaError> ValidateResponse(
        string method, string path, int status, JsonElement body, string contentType = Json) =>
        Validate(_operations.ResponseSchema(method, path, status, contentType), body);

    /// <summary>
    /// Properties of a request body that the document does not know: the service ignores or refuses them, and they are
    /// most likely misspelt. Says nothing of the body's validity.
    /// </summary>
    public IReadOnlyList<SchemaError> FindUndeclared(string method, string path, JsonElement body) =>
        UndeclaredProperties.Find(Compiled(_operations.RequestSchema(method, path, Json)), body);

    /// <summary>Fails the running test unless the value is valid, but for <paramref name="known"/> deviations.</summary>
    public void AssertComponent(
        string component, JsonElement value, IReadOnlyList<SchemaDeviation>? known = null) =>
        AssertNone(ValidateComponent(component, value), known, $"a {component}", value);

    /// <inheritdoc cref="AssertComponent"/>
    public void AssertRequest(
        string method, string path, JsonElement body, IReadOnlyList<SchemaDeviation>? known = null) =>
        AssertNone(ValidateRequest(method, path, body), known, $"a body of {method} {path}", body);

    /// <inheritdoc cref="AssertComponent"/>
    public void AssertResponse(
        string method, string path, int status, JsonElement body, IReadOnlyList<SchemaDeviation>? known = null) =>
        AssertNone(ValidateResponse(method, path, status, body), known, $"a {status} of {method} {path}", body);

    private static OpenApiSchema Load(string file) => Path.GetExtension(file) == ".json"
        ? Parse(File.ReadAllBytes(file))
        : new OpenApiSchema(YamlDocument.ToJson(File.ReadAllText(file)));

    private static void AssertNone(
        IReadOnlyList<SchemaError> errors, IReadOnlyList<SchemaDeviation>? known, string what, JsonElement value)
    {
        SchemaError[] unknown = [.. errors.Where(error => known?.Any(deviation => deviation.Covers(error)) != true)];
        if (unknown.Length > 0)
        {
            Assert.Fail($"This is not {what}:\n  {string.Join("\n  ", unknown.AsEnumerable())}\n{value.GetRawText()}");
        }
    }

    private IReadOnlyList<SchemaError> Validate(string location, JsonElement body) =>
        SchemaEvaluator.Evaluate(Compiled(location), body);

    private SchemaNode Compiled(string location)
    {
        lock (_compiling)
        {
            return _compiler.Compile(location);
        }
    }
}
