using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

/// <summary>Deviations of recordings that say nothing about the service of today.</summary>
internal static class OldRecordings
{
    private const string Older = "Recorded before the field was introduced.";
    private const string Sent = "A client sent it and the service took it: the description of requests is stricter.";

    /// <summary>Written or shortened by hand for the tests of a client.</summary>
    public static IReadOnlySet<string> NotServiceAnswers { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "vercel__ai__openai-error.1.json",
        "vercel__ai__openai-error.1.stream.json",
        "vercel__ai__reasoning-model-temperature-error.json",
        "pydantic__pydantic-ai__test_openai_previous_response_id_auto_mode.json",
    };

    public static IReadOnlyList<SchemaDeviation> Deviations { get; } =
    [
        new("$", "lacks 'sequence_number'", Older),
        new("$", "lacks 'logprobs'", Older),
        new("$", "lacks 'name'", Older),
        new("$.part", "lacks 'logprobs'", Older),
        new("$.item.content[*]", "lacks 'logprobs'", Older),
        new("$.output[*].content[*]", "lacks 'logprobs'", Older),
        new("$.input[*].content[*].type", "'output_text' is none of input_text, input_image, input_file", Sent),
        new("$.input[*].status", "expected string, got null", Sent),
        new("$.input[*]", "lacks 'request_id'", Sent),
        new("$.tools[*]", "lacks 'strict'", Sent),
    ];
}
