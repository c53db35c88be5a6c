using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>The files of a message without their tools, as Assistants v1 had them.</summary>
internal static class MessageFiles
{
    public static IReadOnlyList<string> Of(MessageRecord message) =>
        [.. message.Attachments.Select(attachment => attachment.GetText("file_id")).OfType<string>()];
}
