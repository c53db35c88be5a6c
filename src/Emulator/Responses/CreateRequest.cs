using AgentsMigration.Emulator.Agents;
using AgentsMigration.Emulator.Conversations;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>A checked request for a response.</summary>
internal sealed record CreateRequest
{
    public required string Model { get; init; }

    public required JsonArray Tools { get; init; }

    public required IReadOnlyList<JsonObject> Input { get; init; }

    /// <summary>
    /// Everything the model sees, oldest first: the conversation or the earlier responses, then the input.
    /// </summary>
    public required IReadOnlyList<JsonObject> Context { get; init; }

    public required IncludeSet Include { get; init; }

    /// <summary>Members that are given back as they came, or as the defaults they have.</summary>
    public required JsonObject Echo { get; init; }

    public Conversation? Conversation { get; init; }

    public AgentVersion? Agent { get; init; }

    public bool Background { get; init; }

    public bool Store { get; init; }

    public bool Stream { get; init; }

    public bool Obfuscate { get; init; }

    public int? MaximumOutputTokens { get; init; }

    public string? Instructions => Echo["instructions"]?.GetValue<string>();

    public JsonNode? ToolChoice => Echo["tool_choice"];

    public JsonObject Format => (JsonObject)Echo["text"]!["format"]!;
}
