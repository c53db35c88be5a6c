namespace AgentsMigration.Emulator.Responses;

/// <summary>
/// Counts tokens the same way every time: one for every four characters begun. An estimate, not a tokenizer.
/// </summary>
internal static class TokenEstimate
{
    private const int CharactersPerToken = 4;
    private const int PerItem = 3;
    private static readonly string[] Counted = ["text", "arguments", "output", "code", "refusal", "logs", "query"];

    public static int Of(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;

    public static int Of(IEnumerable<JsonObject> items) => items.Sum(item => PerItem + OfNode(item, null));

    /// <summary>Everything that goes in: context, instructions, tools.</summary>
    public static int OfInput(CreateRequest request) =>
        Of(request.Context) + Of(request.Instructions ?? "") + request.Tools.Sum(tool => Of(tool!.ToJsonString()));

    /// <summary>The longest beginning of a text that is within a number of tokens.</summary>
    public static string Cut(string text, int tokens) =>
        text.Length <= tokens * CharactersPerToken ? text : text[..(tokens * CharactersPerToken)];

    private static int OfNode(JsonNode? node, string? name) => node switch
    {
        JsonObject value => value.Sum(member => OfNode(member.Value, member.Key)),
        JsonArray list => list.Sum(entry => OfNode(entry, name)),
        JsonValue value when Counted.Contains(name) => Of(value.ToString()),
        _ => 0,
    };
}
