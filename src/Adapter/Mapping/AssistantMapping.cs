using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

internal static class AssistantMapping
{
    private const int MaxName = 256;
    private const int MaxDescription = 512;
    private const int MaxInstructions = 256_000;

    private static readonly string[] Efforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

    public static AssistantSettings Read(RequestBody body)
    {
        AssistantSettings settings = new()
        {
            Model = body.RequiredString("model"),
            Name = body.OptionalString("name", MaxName),
            Description = body.OptionalString("description", MaxDescription),
            Instructions = body.OptionalString("instructions", MaxInstructions),
            Tools = body.OptionalTools() ?? [],
            ToolResources = body.OptionalToolResources(),
            Metadata = body.OptionalMetadata(),
            Temperature = body.OptionalTemperature(),
            TopP = body.OptionalTopP(),
            ResponseFormat = body.OptionalResponseFormat(),
            ReasoningEffort = body.OptionalReasoningEffort(),
        };
        body.RefuseUnread();
        return settings;
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
    public static void Write(Utf8JsonWriter writer, AssistantRecord assistant)
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
        writer.WriteElements("tools", settings.Tools);
        writer.WriteDecimal("top_p", settings.TopP ?? 1.0);
        writer.WriteDecimal("temperature", settings.Temperature ?? 1.0);
        writer.WriteString("reasoning_effort", settings.ReasoningEffort);
        ToolResourcesMapping.Write(writer, settings.ToolResources, LegacyTools.Has(settings.Tools, "code_interpreter"));
        writer.WriteMetadata(settings.Metadata);
        ResponseFormatMapping.WriteEcho(writer, settings.ResponseFormat);
        writer.WriteEndObject();
    }
}
