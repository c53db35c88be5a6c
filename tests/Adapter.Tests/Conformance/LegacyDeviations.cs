using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Where the recorded legacy service contradicts its own description, the adapter does as the service did.</summary>
internal static class LegacyDeviations
{
    /// <summary>Passed through as the service sends them, on both wires.</summary>
    public static IReadOnlyList<SchemaDeviation> VectorStores { get; } =
    [
        new("$.expires_after", "expected object, got null", "Recorded: a vector store without expiry has null."),
        new("$.data[*].expires_after", "expected object, got null", "Recorded: a vector store without expiry has null."),
        new("$.data[*].name", "expected string, got null", "Recorded: a vector store may have no name."),
        new(
            "$.object",
            "\"vector_store.file_batch\" is none of \"vector_store.files_batch\"",
            "Recorded: the service calls a batch vector_store.file_batch."),
    ];

    /// <summary>What v2 takes beside its description, and sends beside it in lists.</summary>
    public static IReadOnlyList<SchemaDeviation> V2 { get; } =
    [
        new(
            "$.items[*].content[*].type",
            "'output_text' is none of input_text, input_image, input_file",
            "An assistant's text without an id: the service takes output_text, Foundry demands it."),
        new("$.data[*].expires_at", "expected integer, got null", "Recorded: null where the description has the field absent."),
        new("$.data[*].status_details", "expected string, got null", "Recorded: null where the description has the field absent."),
    ];

    public static IReadOnlyList<SchemaDeviation> AssistantsV1 { get; } =
    [
        new("$", "lacks 'items'", "A slip: the list of an assistant's files has its items in data, like every other."),
        .. Everywhere("status", Statuses, "The status came with the token limits that the same description has."),
    ];

    /// <summary>Descriptions written from OpenAI's first one of v2, and not brought up to what the service did.</summary>
    public static IReadOnlyList<SchemaDeviation> AzureOpenAI { get; } =
    [
        .. Everywhere("tools[*].function", "lacks 'description'", "Optional in the same description's requests; recorded as null or absent."),
        .. Everywhere("expires_at", "expected integer, got null", "Recorded: null when the run has ended."),
        .. Everywhere("object", "\"thread.run.step\" is none of \"assistant.run.step\"", "Recorded: thread.run.step."),
        .. Everywhere("status", Statuses, "The status came with the token limits that the same description has."),
        .. Everywhere("content[*].type", "'image_url' is none of image_file, text", "Images by URL came later than the description."),
        .. Everywhere("content[*].type", "'refusal' is none of image_file, text", "Refusals came later than the description."),
        .. Everywhere("content[*].text.annotations[*].file_citation", "lacks 'quote'", "Recorded: only a stream's deltas have one."),
        new("$", "lacks 'bytes'", "A vector store's size is called usage_bytes since."),
        new("$.data[*]", "lacks 'bytes'", "A vector store's size is called usage_bytes since."),
        .. VectorStores,
    ];

    public static IReadOnlyList<SchemaDeviation> AgentsClassic { get; } =
    [
        .. Everywhere("tools[*].function.description", "expected string, got null", "Recorded: null where there is none."),
        .. AzureOpenAI,
    ];

    private const string Statuses =
        "\"incomplete\" is none of \"queued\", \"in_progress\", \"requires_action\", \"cancelling\", \"cancelled\", \"failed\", "
        + "\"completed\", \"expired\"";

    private static IEnumerable<SchemaDeviation> Everywhere(string path, string message, string reason) =>
        [new("$." + path, message, reason), new("$.data[*]." + path, message, reason)];

    /// <summary>What answers have beside Azure OpenAI's description; requests have nothing.</summary>
    public static IReadOnlyList<SchemaDeviation> AzureOpenAIV1 { get; } =
    [
        new(
            "$.output[*].content[*].annotations[*].type",
            "'container_file_citation' is none of file_citation, url_citation, file_path",
            "The description has the containers and not yet the citations of their files."),
    ];

    public static IReadOnlyList<SchemaDeviation> OpenAI { get; } =
    [
        new("$.instructions", "expected string, got null", "Recorded runs without instructions have null."),
        new("$.data[*].instructions", "expected string, got null", "Recorded runs without instructions have null."),
        new("$.first_id", "expected string, got null", "Recorded: an empty list has no first item."),
        new("$.last_id", "expected string, got null", "Recorded: an empty list has no last item."),
        .. VectorStores,
    ];
}
