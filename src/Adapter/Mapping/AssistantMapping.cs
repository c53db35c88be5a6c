using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

internal static class AssistantMapping
{
    private const int MaxName = 256;
    private const int MaxDescription = 512;
    private const int MaxInstructions = 256_000;

    private static readonly string[] Efforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

    public static NewAssistant Read(RequestBody body) =>
        ReadOver(body, new AssistantSettings { Model = body.RequiredString("model") });

    /// <summary>A changed assistant: a field that is absent stays, one that is null is cleared.</summary>
    public static NewAssistant ReadOver(RequestBody body, AssistantSettings current)
    {
        AssistantSettings settings = current with
        {
            Model = body.OptionalString("model") ?? current.Model,
            Name = body.Has("name") ? body.OptionalString("name", MaxName) : current.Name,
            Description = body.Has("description") ? body.OptionalString("description", MaxDescription) : current.Description,
            Instructions = body.Has("instructions") ? body.OptionalString("instructions", MaxInstructions) : current.Instructions,
            Tools = body.Has("tools") ? body.OptionalTools() ?? [] : current.Tools,
            Metadata = body.Has("metadata") ? body.OptionalMetadata() : current.Metadata,
        };
        NewAssistant assistant = LegacyWire.Of(body.Dialect).ReadAssistant(body, settings);
        body.RefuseUnread();
        return assistant;
    }

    public static double? OptionalTemperature(this RequestBody body) => body.OptionalNumber("temperature", 0, 2);

    public static double? OptionalTopP(this RequestBody body) => body.OptionalNumber("top_p", 0, 1);

    public static string? OptionalReasoningEffort(this RequestBody body)
    {
        string? effort = body.OptionalString("reasoning_effort");
        return effort is null || Efforts.Contains(effort)
            ? effort
            : throw LegacyErrors.InvalidValue(
                "reasoning_effort", $"'{effort}'. Supported values are: '{string.Join("', '", Efforts)}'.");
    }

    /// <summary>In the service's own key order.</summary>
    public static void Write(Utf8JsonWriter writer, AssistantRecord assistant, LegacyWire wire)
    {
        AssistantSettings settings = assistant.Settings;
        writer.WriteStartObject();
        writer.WriteString("id", assistant.Id);
        writer.WriteString("object", "assistant");
        writer.WriteNumber("created_at", assistant.CreatedAt);
        writer.WriteString("name", settings.Name);
        writer.WriteString("description", settings.Description);
        writer.WriteString("model", settings.Model);
        writer.WriteString("instructions", settings.Instructions);
        wire.WriteTools(writer, settings.Tools);
        wire.WriteAssistantOptions(writer, settings);
        writer.WriteEndObject();
    }
}
