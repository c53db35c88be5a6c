namespace AgentsMigration.Emulator.Http;

/// <summary>The extra data that a client asked for with <c>include</c>.</summary>
internal sealed record IncludeSet(bool CodeOutputs, bool SearchResults, bool ImageUrls, bool EncryptedReasoning)
{
    private static readonly string[] Supported =
    [
        "file_search_call.results", "web_search_call.results", "web_search_call.action.sources",
        "message.input_image.image_url", "computer_call_output.output.image_url", "code_interpreter_call.outputs",
        "reasoning.encrypted_content", "message.output_text.logprobs",
    ];

    public static IncludeSet None { get; } = new(false, false, false, false);

    public static IncludeSet Read(IQueryCollection query) => Of([.. query["include[]"], .. query["include"]]);

    public static IncludeSet Of(IReadOnlyList<string?> names)
    {
        if (names.FirstOrDefault(name => !Supported.Contains(name)) is { } unknown)
            throw Refusal.WrongValue("include", unknown, Supported);
        return new IncludeSet(
            names.Contains("code_interpreter_call.outputs"),
            names.Contains("file_search_call.results"),
            names.Contains("message.input_image.image_url"),
            names.Contains("reasoning.encrypted_content"));
    }
}
