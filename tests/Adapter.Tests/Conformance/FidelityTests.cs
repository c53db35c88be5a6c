using System.Text.Json;
using System.Text.RegularExpressions;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>docs/fidelity.md has a row, with a fate, for every field of every legacy request.</summary>
public sealed partial class FidelityTests
{
    [Theory]
    [InlineData("CreateAssistantRequest", "Assistant")]
    [InlineData("ModifyAssistantRequest", "Assistant")]
    [InlineData("CreateThreadRequest", "Thread")]
    [InlineData("ModifyThreadRequest", "Thread")]
    [InlineData("CreateMessageRequest", "Message")]
    [InlineData("ModifyMessageRequest", "Message")]
    [InlineData("CreateRunRequest", "Run")]
    [InlineData("CreateThreadAndRunRequest", "Run")]
    [InlineData("ModifyRunRequest", "Run")]
    [InlineData("SubmitToolOutputsRunRequest", "Tool outputs")]
    public void Table_OfficialRequest_HasARowForEachField(string schema, string section)
    {
        JsonElement schemas = Schemas();
        HashSet<string> rows = Rows();
        List<string> fields = [];
        Collect(schemas, schemas.GetProperty(schema), "", fields, []);

        Assert.NotEmpty(fields);
        Assert.Empty(fields.Select(field => Locate(section, field)).Except(rows));
    }

    [Fact]
    public void Table_QueryParameters_HaveARowEach()
    {
        JsonElement document = JsonElement.Parse(File.ReadAllBytes(SharedFolder.Require("specs", "openai-2026-08.json")));
        HashSet<string> rows = Rows();
        IEnumerable<string> names = document.GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith("/threads", StringComparison.Ordinal) || path.Name.StartsWith("/assistants", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Value.TryGetProperty("parameters", out _))
            .SelectMany(operation => operation.Value.GetProperty("parameters").EnumerateArray())
            .Where(parameter => parameter.TryGetProperty("in", out JsonElement place) && place.GetString() == "query")
            .Select(parameter => parameter.GetProperty("name").GetString()!);

        Assert.Empty(names.Select(name => $"Query parameters: {name}").Except(rows));
    }

    [Fact]
    public void Table_EveryRow_HasOneOfThreeFates() =>
        Assert.All(Row().Matches(Documents.Read("docs/fidelity.md")), row =>
            Assert.Contains(row.Groups["fate"].Value, new[] { "forwarded", "emulated", "refused" }));

    /// <summary>Nested objects that several requests share have a section of their own.</summary>
    private static string Locate(string section, string field)
    {
        (string Prefix, string Section)[] shared =
        [
            ("thread.", "Thread"), ("messages[].", "Message"), ("additional_messages[].", "Message"), ("tools[].", "Tool"),
            ("tool_resources.", "Tool resources"), ("response_format.", "Response format"),
        ];
        foreach ((string prefix, string target) in shared)
        {
            if (field.StartsWith(prefix, StringComparison.Ordinal) && section != target)
                return Locate(target, field[prefix.Length..]);
        }
        return $"{section}: {field}";
    }

    private static HashSet<string> Rows()
    {
        HashSet<string> rows = [];
        foreach (string section in Documents.Read("docs/fidelity.md").Split("\n## ").Skip(1))
        {
            foreach (Match row in Row().Matches(section))
                rows.Add($"{section[..section.IndexOf('\n')]}: {row.Groups["field"].Value}");
        }
        return rows;
    }

    private static void Collect(JsonElement schemas, JsonElement schema, string path, List<string> fields, HashSet<string> open)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            string name = reference.GetString()!.Split('/')[^1];
            if (open.Add(name))
                Collect(schemas, schemas.GetProperty(name), path, fields, open);
            open.Remove(name);
            return;
        }
        foreach (string keyword in new[] { "anyOf", "oneOf", "allOf" })
        {
            if (schema.TryGetProperty(keyword, out JsonElement branches))
            {
                foreach (JsonElement branch in branches.EnumerateArray())
                    Collect(schemas, branch, path, fields, open);
            }
        }
        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                string field = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                fields.Add(field);
                Collect(schemas, property.Value, field, fields, open);
            }
        }
        if (schema.TryGetProperty("items", out JsonElement items))
            Collect(schemas, items, path + "[]", fields, open);
    }

    private static JsonElement Schemas() =>
        JsonElement.Parse(File.ReadAllBytes(SharedFolder.Require("specs", "openai-2026-08.json"))).GetProperty("components").GetProperty("schemas");

    [GeneratedRegex(@"^\| `(?<field>[^`]+)` \| (?<fate>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
