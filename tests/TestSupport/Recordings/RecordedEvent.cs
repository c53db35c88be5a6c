using System.Text.Json;

namespace AgentsMigration.TestSupport.Recordings;

/// <summary>One server-sent event. <paramref name="Data"/> is a JSON string where the data was text (<c>[DONE]</c>).</summary>
public sealed record RecordedEvent(string? Event, JsonElement Data)
{
    public bool IsJson => Data.ValueKind != JsonValueKind.String;
}
