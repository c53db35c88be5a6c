using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>Keeps what a response made and v2 would forget: generated files, and which run wrote which message.</summary>
internal sealed class RunResults(AdapterState state, GeneratedFiles files, TimeProvider time)
{
    public async Task KeepAsync(RunRecord run, JsonElement response, CancellationToken cancellationToken)
    {
        JsonElement[] output = [.. response.GetItems("output")];
        IEnumerable<string> containers = output
            .Where(item => item.GetText("type") == "code_interpreter_call")
            .Select(item => item.GetText("container_id"))
            .OfType<string>()
            .Distinct();
        foreach (string container in containers)
            await files.CopyAsync(container, cancellationToken).ConfigureAwait(false);

        foreach (JsonElement item in output.Where(MessageMapping.IsMessage))
            await RecordMessageAsync(run, item, cancellationToken).ConfigureAwait(false);
    }

    private async Task RecordMessageAsync(RunRecord run, JsonElement item, CancellationToken cancellationToken)
    {
        string id = item.GetText("id") ?? "";
        MessageRecord record = new()
        {
            Id = id,
            CreatedAt = IdTime.TryRead(id, time.Seconds()) ?? time.Seconds(),
            AssistantId = run.AssistantId,
            RunId = run.Id,
            Attachments = [.. CitedFiles(item).Select(ToAttachment)],
        };
        await state.Messages.TryAddAsync(id, run.ThreadId, record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The service lists the files that a message links to among its attachments.</summary>
    private static IEnumerable<string> CitedFiles(JsonElement item) =>
        item.GetItems("content")
            .Where(part => part.GetText("type") == "output_text")
            .SelectMany(part => AnnotationMapping.Map(part).Annotations)
            .Where(annotation => annotation.Kind == AnnotationKind.FilePath)
            .Select(annotation => annotation.FileId)
            .Distinct();

    private static JsonElement ToAttachment(string fileId) =>
        JsonBytes.Parse(JsonBytes.Write(fileId, static (writer, id) =>
        {
            writer.WriteStartObject();
            writer.WriteString("file_id", id);
            writer.WriteStartArray("tools");
            writer.WriteStartObject();
            writer.WriteString("type", "code_interpreter");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
}
