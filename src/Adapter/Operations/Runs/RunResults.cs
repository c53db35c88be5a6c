using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// Keeps what a response made and v2 would forget: generated files, the steps, and which run wrote which message. Done
/// again it changes nothing.
/// </summary>
internal sealed class RunResults(AdapterState state, GeneratedFiles files, ThreadFiles threadFiles, ThreadContext context, TimeProvider time)
{
    private static readonly Dictionary<string, string> NoImages = [];

    public async Task KeepAsync(RunRecord run, JsonElement response, CancellationToken cancellationToken)
    {
        string responseId = response.GetText("id") ?? "";
        if (await state.Steps.FindAsync(responseId, cancellationToken).ConfigureAwait(false) is { Value.IsPartial: false })
            return;

        Dictionary<string, string> images = await CopyFilesAsync(
            response.GetItems("output"), run.ThreadId, cancellationToken).ConfigureAwait(false);
        JsonElement[] messages = [.. response.GetItems("output").Where(MessageMapping.IsMessage)];
        IReadOnlyDictionary<string, string>? appended = await context.KeepAsync(run, response, cancellationToken).ConfigureAwait(false);
        foreach (JsonElement message in messages)
            await RecordMessageAsync(run, message, Rename(message.GetText("id") ?? ""), null, cancellationToken).ConfigureAwait(false);

        StepListRecord steps = new()
        {
            ResponseId = responseId,
            Steps = StepBuilder.Build(response, url => images.TryGetValue(url, out string? id) ? id : null, Rename, time.Seconds()),
        };
        await state.Steps.UpdateAsync(
            responseId, run.Id, known => known is null or { IsPartial: true } ? steps.Over(known) : known, cancellationToken).ConfigureAwait(false);

        string Rename(string id) => appended is not null && appended.TryGetValue(id, out string? name) ? name : id;
    }

    /// <summary>Steps of a response that is still at work.</summary>
    public async Task<IReadOnlyList<StepRecord>> BuildLiveAsync(JsonElement response, CancellationToken cancellationToken)
    {
        Dictionary<string, string> images = await CopyFilesAsync(
            response.GetItems("output"), null, cancellationToken).ConfigureAwait(false);
        return StepBuilder.Build(
            response, url => images.TryGetValue(url, out string? id) ? id : null, static id => id, time.Seconds());
    }

    /// <summary>The files of the images that one call displayed, copied at once: the message behind it begins with them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindImagesAsync(JsonElement call, CancellationToken cancellationToken)
    {
        if (!call.GetItems("outputs").Any(output => output.GetText("type") == "image"))
            return NoImages;
        return await CopyFilesAsync([call], null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Steps that a stream told of; what is kept of the response already wins.</summary>
    public async Task MergeStepsAsync(RunRecord run, string responseId, IReadOnlyList<StepRecord> told, CancellationToken cancellationToken)
    {
        if (responseId.Length == 0 || told.Count == 0)
            return;
        StepListRecord partial = new() { ResponseId = responseId, Steps = told, IsPartial = true };
        await state.Steps.UpdateAsync(
            responseId, run.Id, known => known is null ? partial : known.Over(partial), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies what each container holds, and finds the files of the images that the code displayed.</summary>
    private async Task<Dictionary<string, string>> CopyFilesAsync(
        IEnumerable<JsonElement> output, string? threadId, CancellationToken cancellationToken)
    {
        Dictionary<string, string> images = new(StringComparer.Ordinal);
        IEnumerable<IGrouping<string, JsonElement>> byContainer = output
            .Where(item => item.GetText("type") == "code_interpreter_call" && item.GetText("container_id") is not null)
            .GroupBy(item => item.GetText("container_id")!);
        foreach (IGrouping<string, JsonElement> calls in byContainer)
        {
            IReadOnlyList<GeneratedFileRecord> kept = await files.CopyAsync(calls.Key, cancellationToken).ConfigureAwait(false);
            if (threadId is not null)
                await threadFiles.RememberAsync(threadId, kept, cancellationToken).ConfigureAwait(false);
            IEnumerable<string> urls = calls
                .SelectMany(call => call.GetItems("outputs"))
                .Where(output => output.GetText("type") == "image")
                .Select(output => output.GetText("url"))
                .OfType<string>();
            foreach (string url in urls)
            {
                if (await files.FindImageAsync(url, calls.Key, kept, cancellationToken).ConfigureAwait(false) is { } file)
                    images[url] = file;
            }
        }
        return images;
    }

    /// <summary>A stream has recorded the message when it began: the files that it links to are known only now.</summary>
    public async Task<MessageRecord> RecordMessageAsync(
        RunRecord run, JsonElement item, string id, MessageRecord? begun, CancellationToken cancellationToken)
    {
        JsonElement[] attachments = [.. CitedFiles(item).Select(ToAttachment)];
        MessageRecord record = begun ?? new MessageRecord
        {
            Id = id,
            CreatedAt = IdTime.TryRead(id, time.Seconds()) ?? time.Seconds(),
            AssistantId = run.AssistantId,
            RunId = run.Id,
        };
        return await state.Messages.UpdateAsync(
            id,
            run.ThreadId,
            known => (known ?? record) with
            {
                Attachments = attachments,
                ShownBefore = begun?.ShownBefore ?? known?.ShownBefore ?? [],
                CitationPlaces = begun?.CitationPlaces ?? known?.CitationPlaces,
            },
            cancellationToken).ConfigureAwait(false);
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
