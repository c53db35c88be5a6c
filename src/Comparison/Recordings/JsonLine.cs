using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>JSON in one line.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class JsonLine : JsonSerializerContext;
