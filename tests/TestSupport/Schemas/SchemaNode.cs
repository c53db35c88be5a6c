using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>A compiled schema. Keywords that it does not have are null, so that checking costs nothing for them.</summary>
internal sealed class SchemaNode
{
    public static readonly SchemaNode Anything = new();
    public static readonly SchemaNode Nothing = new() { IsNever = true };

    public bool IsNever { get; private init; }

    public bool Nullable { get; set; }

    public string[]? Types { get; set; }

    /// <summary><c>enum</c>, or <c>const</c> as an enum of one.</summary>
    public JsonElement[]? Enum { get; set; }

    public SchemaNode? Reference { get; set; }

    public SchemaNode[] AllOf { get; set; } = [];

    /// <summary><c>anyOf</c> and <c>oneOf</c>.</summary>
    public List<SchemaChoice> Choices { get; } = [];

    public SchemaNode? Not { get; set; }

    public Dictionary<string, SchemaNode>? Properties { get; set; }

    public string[] Required { get; set; } = [];

    public SchemaNode? AdditionalProperties { get; set; }

    public SchemaNode? PropertyNames { get; set; }

    public SchemaNode? Items { get; set; }

    public int? MinItems { get; set; }

    public int? MaxItems { get; set; }

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public int? MinProperties { get; set; }

    public int? MaxProperties { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public double? ExclusiveMinimum { get; set; }

    public double? ExclusiveMaximum { get; set; }

    public Regex? Pattern { get; set; }

    /// <summary>OpenAPI 3.0 inheritance: the value of a property says which schema further applies.</summary>
    public SchemaMapping? Mapping { get; set; }
}
