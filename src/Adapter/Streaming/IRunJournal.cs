using System.Text.Json;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>
/// What a stream reads and writes down on its way: the same records, by the same code, as polling, so that both see one run.
/// </summary>
internal interface IRunJournal
{
    /// <summary>Brings the run up to date with its response; what it has become, whoever wrote that down.</summary>
    Task<RunRecord> ObserveAsync(RunRecord run, JsonElement response, CancellationToken cancellationToken);

    /// <summary>The files of the images that a code interpreter call displayed, by URL.</summary>
    Task<IReadOnlyDictionary<string, string>> FindImagesAsync(JsonElement call, CancellationToken cancellationToken);

    Task<MessageRecord> BeginMessageAsync(
        RunRecord run, string messageId, long createdAt, IReadOnlyList<string> images, CancellationToken cancellationToken);

    Task<MessageRecord> EndMessageAsync(
        RunRecord run, JsonElement item, MessageRecord begun, CancellationToken cancellationToken);

    /// <summary>The steps of a response that has ended, as they are kept; none where they are not.</summary>
    Task<IReadOnlyList<StepRecord>> FindStepsAsync(string responseId, CancellationToken cancellationToken);

    /// <summary>Keeps the steps that the stream told of and a response that was broken off does not.</summary>
    Task MergeStepsAsync(RunRecord run, string responseId, IReadOnlyList<StepRecord> steps, CancellationToken cancellationToken);
}
