namespace AgentsMigration.TestSupport.Schemas;

/// <summary>
/// What recordings of the OpenAI service show against <see cref="OpenApiSchema.OpenAI"/>. A stand-in for the service
/// may do the same; nothing else may.
/// </summary>
public static class RecordedDeviations
{
    private const string NullForAbsent = "The service writes null where the description has the field absent.";
    private const string NewField = "Required since after the recording was made.";

    public static IReadOnlyList<SchemaDeviation> OpenAI { get; } =
    [
        new("$.user", "expected string, got null", NullForAbsent),
        new("$.usage", "expected object, got null", "There is no usage before the response has ended."),
        new("$.usage.input_tokens_details", "lacks 'cache_write_tokens'", NewField),
        new("$.text.format.description", "expected string, got null", NullForAbsent),
        new("$.first_id", "expected string, got null", "An empty list has no first item."),
        new("$.last_id", "expected string, got null", "An empty list has no last item."),
        new("$.expires_at", "expected integer, got null", NullForAbsent),
        new("$.status_details", "expected string, got null", NullForAbsent),
        new("$.expires_after", "expected object, got null", NullForAbsent),
        new("$.name", "expected string, got null", "A vector store may be created without a name."),
        new("$.tools[*].allowed_tools.read_only", "expected boolean, got null", NullForAbsent),
        new("$.tools[*].require_approval.always", "expected object, got null", NullForAbsent),
        new("$.tools[*].require_approval.always.read_only", "expected boolean, got null", NullForAbsent),
        new("$.tools[*].require_approval.never", "expected object, got null", NullForAbsent),
        new("$.tools[*].require_approval.never.read_only", "expected boolean, got null", NullForAbsent),
        new("$.output[*].action.sources[*].type", "\"api\" is none of \"url\"", "A kind of source left undescribed."),
        new("$.output[*].action.sources[*]", "lacks 'url'", "A source of kind api has a name instead."),
        new("$.item", "lacks 'action'", "A web search that has only been added has no action yet."),
    ];
}
