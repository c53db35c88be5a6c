using System.Text.Json.Serialization;

namespace AgentsMigration.Adapter.State;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(AssistantRecord))]
[JsonSerializable(typeof(ThreadRecord))]
[JsonSerializable(typeof(MessageRecord))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(StepListRecord))]
[JsonSerializable(typeof(GeneratedFileRecord))]
[JsonSerializable(typeof(CursorRecord))]
[JsonSerializable(typeof(ThreadLockRecord))]
[JsonSerializable(typeof(ConversationRecord))]
[JsonSerializable(typeof(TranscriptItemRecord))]
internal sealed partial class StateJson : JsonSerializerContext;
