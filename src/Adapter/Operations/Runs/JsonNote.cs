using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// The word that <c>json_object</c> demands. Legacy found it in the instructions as well, v2 looks at the input alone: the
/// thread gets a note to the model, which its message list does not show.
/// </summary>
internal static class JsonNote
{
    public static JsonElement Item { get; } = JsonBytes.Parse(
        """{"type":"message","role":"developer","content":[{"type":"input_text","text":"Answer in JSON."}]}"""u8);

    public static bool IsNeeded(V2Exception error, RunSettings settings) =>
        error.StatusCode == 400
        && settings.ResponseFormat?.GetText("type") == "json_object"
        && error.Message.Contains("'json'")
        && settings.Instructions?.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;
}
