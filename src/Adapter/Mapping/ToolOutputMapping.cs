using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

internal static class ToolOutputMapping
{
    /// <summary>As the item that answers the call.</summary>
    public static JsonElement ToItem(this ToolOutput output) =>
        JsonBytes.Parse(JsonBytes.Write(output, static (writer, given) =>
        {
            writer.WriteStartObject();
            if (given.Approve is { } approve)
            {
                Approvals.WriteAnswer(writer, given.CallId, approve);
            }
            else
            {
                writer.WriteString("type", "function_call_output");
                writer.WriteString("call_id", given.CallId);
                writer.WriteString("output", given.Output);
            }
            writer.WriteEndObject();
        }));
}
