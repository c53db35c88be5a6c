using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentsMigration.TestSupport;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Holds every recorded body against its official schema and counts what was checked, by operation.</summary>
internal sealed class ConformanceReport
{
    private static readonly IReadOnlyList<SchemaDeviation> V2Known =
        [.. RecordedDeviations.OpenAI, .. LegacyDeviations.VectorStores, .. LegacyDeviations.V2];

    private static readonly IReadOnlyList<SchemaDeviation> AzureKnown = [.. V2Known, .. LegacyDeviations.AzureOpenAIV1];

    private readonly SortedDictionary<string, Row> _legacy = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Row> _v2 = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Row> _azure = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, Dialect> _dialects = new(StringComparer.Ordinal);

    public IEnumerable<string> LegacyOperations => _legacy.Keys;

    public IReadOnlyList<string> Failures =>
        [.. _legacy.Values.Concat(_v2.Values).Concat(_azure.Values).Concat(_dialects.Values.SelectMany(dialect => dialect.Rows.Values)).SelectMany(row => row.Failures)];

    public IEnumerable<string> OperationsOf(LegacyDoor door) => _dialects[door.Name].Rows.Keys;

    public void Add(AdapterFixture adapter)
    {
        foreach (RecordedCall call in adapter.Legacy.Calls)
            AddAnswer(_legacy, call, call.Path["/v1".Length..], OpenApiSchema.OpenAI, LegacyDeviations.OpenAI);
        AddV2(adapter);
    }

    /// <summary>A generation with a description of its own.</summary>
    public void AddDialect(AdapterFixture adapter, OpenApiSchema schema, string specification, IReadOnlyList<SchemaDeviation> known)
    {
        if (!_dialects.TryGetValue(adapter.Door.Name, out Dialect? dialect))
            _dialects.Add(adapter.Door.Name, dialect = new Dialect(adapter.Door.Name, specification, known));
        foreach (RecordedCall call in adapter.Legacy.Calls)
            AddAnswer(dialect.Rows, call, call.Path[(adapter.Door.Base.Length - 1)..], schema, known);
        AddV2(adapter);
    }

    private void AddV2(AdapterFixture adapter)
    {
        (SortedDictionary<string, Row> rows, OpenApiSchema schema, IReadOnlyList<SchemaDeviation> known) =
            adapter.KeepsTranscripts
                ? (_azure, OpenApiSchema.AzureOpenAIV1, AzureKnown)
                : (_v2, OpenApiSchema.OpenAI, V2Known);
        foreach (RecordedCall call in adapter.V2.Calls.Where(call => !call.Path.Contains("/agents")))
        {
            string path = call.Path[(call.Path.IndexOf("/v1/", StringComparison.Ordinal) + 3)..];
            AddRequest(rows, call, path, schema, known);
            AddAnswer(rows, call, path, schema, known);
        }
    }

    public string ToMarkdown()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Conformance

            Every legacy operation, called through the adapter in front of the emulator on each target, and every v2 call that came of
            it. Each body is held against the official schema; a field is a distinct path in it. This page is written, and checked in
            CI, by the tests:

            ```
            AGENTSMIGRATION_WRITE_DOCS=1 dotnet test --project tests/Adapter.Tests
            ```

            ## Legacy answers

            {Table(_legacy)}
            Known deviations, where the recorded legacy service contradicts its own description:

            {Deviations(LegacyDeviations.OpenAI)}
            {string.Concat(_dialects.Values.Select(Section))}## v2 requests and answers of OpenAI and Foundry

            {Table(_v2)}
            Known deviations of the adapter's own requests (those of recorded v2 answers stand in the tests):

            {Deviations(LegacyDeviations.V2)}
            ## v2 requests and answers of Azure OpenAI

            Held against Azure OpenAI's own description, and no request has a field that it does not declare.

            {Table(_azure)}
            Known deviations, beside those that OpenAI's answers have:

            {Deviations(LegacyDeviations.AzureOpenAIV1)}
            """);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static void AddRequest(
        SortedDictionary<string, Row> rows, RecordedCall call, string path, OpenApiSchema schema, IReadOnlyList<SchemaDeviation> known)
    {
        // The description does not know agents; such a request is Foundry's own.
        if (call.RequestBody is not { Length: > 0 } body || body[0] != '{' || body.Contains("agent_reference"))
            return;
        Row row = RowFor(rows, call.Method, path);
        row.Check(call.RequestJson, schema.ValidateRequest(call.Method, path, call.RequestJson), known, "request");
        if (schema == OpenApiSchema.AzureOpenAIV1)
            row.Check(call.RequestJson, schema.FindUndeclared(call.Method, path, call.RequestJson), known, "request");
    }

    private static void AddAnswer(
        SortedDictionary<string, Row> rows, RecordedCall call, string path, OpenApiSchema schema, IReadOnlyList<SchemaDeviation> known)
    {
        Row row = RowFor(rows, call.Method, path);
        row.Statuses.Add(call.Status);
        row.IsDescribed = schema == OpenApiSchema.OpenAI || schema.Has(call.Method, path);
        if (path.EndsWith("/content", StringComparison.Ordinal) || !row.IsDescribed)
            return;
        if (call.Status >= 400)
            row.CheckError(call.ResponseJson);
        // The description gives the deletion of a response no body.
        else if (!(call.Method == "DELETE" && path.StartsWith("/responses/", StringComparison.Ordinal)))
            row.Check(call.ResponseJson, schema.ValidateResponse(call.Method, path, 200, call.ResponseJson), known, "answer");
    }

    private static Row RowFor(SortedDictionary<string, Row> rows, string method, string path)
    {
        string name = $"{method} {PathTemplate.Of(path)}";
        if (!rows.TryGetValue(name, out Row? row))
            rows.Add(name, row = new Row(name));
        return row;
    }

    private static string Table(SortedDictionary<string, Row> rows)
    {
        StringBuilder text = new("| operation | answers seen | fields checked | failures |\n| --- | --- | ---: | ---: |\n");
        foreach (Row row in rows.Values)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{row.Name}` | {string.Join(", ", row.Statuses)} | {row.Fields.Count} | {(row.IsDescribed ? row.Failures.Count : "not described")} |\n");
        }
        return text.ToString();
    }

    private static string Section(Dialect dialect) => $"""
        ## Legacy answers: {dialect.Name}

        Held against {dialect.Specification}.

        {Table(dialect.Rows)}
        Known deviations:

        {Deviations(dialect.Known)}

        """;

    private static string Deviations(IReadOnlyList<SchemaDeviation> known) =>
        string.Concat(known.Select(deviation => $"- `{deviation.Path}`: {deviation.Reason}\n"));

    private sealed record Dialect(string Name, string Specification, IReadOnlyList<SchemaDeviation> Known)
    {
        public SortedDictionary<string, Row> Rows { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Row(string name)
    {
        public string Name => name;

        /// <summary>Azure's descriptions leave out files, and what came after them.</summary>
        public bool IsDescribed { get; set; } = true;

        public SortedSet<int> Statuses { get; } = [];

        public HashSet<string> Fields { get; } = new(StringComparer.Ordinal);

        public List<string> Failures { get; } = [];

        public void Check(JsonElement body, IReadOnlyList<SchemaError> errors, IReadOnlyList<SchemaDeviation> known, string what)
        {
            Collect(body, what);
            Failures.AddRange(errors
                .Where(error => !known.Any(deviation => deviation.Covers(error)))
                .Select(error => $"{name} {what}: {error}"));
        }

        public void CheckError(JsonElement body)
        {
            Collect(body, "error");
            if (!body.TryGetProperty("error", out JsonElement error) || !error.TryGetProperty("message", out _))
                Failures.Add($"{name}: an error without a message");
        }

        private void Collect(JsonElement element, string path)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (JsonProperty property in element.EnumerateObject())
                        Collect(property.Value, $"{path}.{property.Name}");
                    break;
                case JsonValueKind.Array:
                    foreach (JsonElement item in element.EnumerateArray())
                        Collect(item, path + "[]");
                    break;
                default:
                    Fields.Add(path);
                    break;
            }
        }
    }
}
