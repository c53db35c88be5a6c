using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Mapping.HostedTools;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>
/// The events of one response → the legacy events of its run, in the order in which the service sent them (docs/wire.md,
/// Streaming). What it keeps is where it stands; the objects that end a message or a step are those of v2's own last word.
/// </summary>
internal sealed class ResponseTranslator(
    IRunJournal journal, EventWriter events, RunRecord run, bool withSearchContent, TimeProvider time)
{
    private readonly StepTrail _steps = new(events, withSearchContent);
    private readonly HashSet<string> _shownImages = new(StringComparer.Ordinal);
    private readonly List<string> _newImages = [];
    private readonly DeltaTemplate _template = new();
    private readonly string _responseId = run.CurrentResponse ?? "";
    private readonly bool _toldAtTheEnd = run.Plan.IsApart;
    private JsonElement? _begunItem;
    private JsonElement? _hostedCall;
    private StreamedMessage? _message;
    private bool _inProgress;

    public RunRecord Run { get; private set; } = run;

    /// <summary>The number of the last event that has been told.</summary>
    public long LastSequence { get; private set; } = -1;

    /// <summary>The run is over, or waits for its app: nothing follows.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What the service said went wrong, where it did not end the response as well.</summary>
    public V2Exception? Error { get; private set; }

    /// <summary>Takes a piece of output; false where the event is of another kind.</summary>
    public bool TryTranslatePiece(ReadOnlySpan<byte> data)
    {
        if (!_template.TryRead(data, out V2Delta delta))
        {
            if (!V2Delta.TryRead(data, out delta))
                return false;
            _template.Learn(data, delta);
        }
        if (!IsNew(delta.Sequence) || _toldAtTheEnd)
            return true;
        if (delta.Kind is DeltaKind.Text or DeltaKind.Refusal)
        {
            // Its message begins with an event that has to be written down first.
            if (_message is null)
                return false;
            _message.AddText(delta);
        }
        else
        {
            _steps.Calls?.AddPiece(delta);
        }
        LastSequence = Math.Max(LastSequence, delta.Sequence);
        return true;
    }

    public async Task TranslateAsync(JsonElement e, CancellationToken cancellationToken)
    {
        long sequence = e.GetSeconds("sequence_number") ?? -1;
        if (!IsNew(sequence) || HasEnded)
            return;
        if (_toldAtTheEnd && e.Get("response") is null && e.GetText("type") != "error")
            return;
        switch (e.GetText("type"))
        {
            case "response.in_progress":
                await BeginAsync(e.Get("response") ?? default, cancellationToken).ConfigureAwait(false);
                break;
            case "response.output_item.added":
                await AddItemAsync(e.Get("item") ?? default, cancellationToken).ConfigureAwait(false);
                break;
            case "response.content_part.added":
                await BeginMessageAsync(cancellationToken).ConfigureAwait(false);
                break;
            case "response.output_text.delta" or "response.refusal.delta":
                await BeginMessageAsync(cancellationToken).ConfigureAwait(false);
                AddLatePiece(e);
                break;
            case "response.output_text.annotation.added" when IsFileCitation(e):
                await BeginMessageAsync(cancellationToken).ConfigureAwait(false);
                _message?.Cite(e.GetInt32("content_index") ?? 0, e.Get("annotation") ?? default);
                break;
            case "response.content_part.done":
                _message?.EndPart(e.GetInt32("content_index") ?? 0, e.Get("part") ?? default);
                break;
            case "response.output_item.done":
                await EndItemAsync(e.Get("item") ?? default, cancellationToken).ConfigureAwait(false);
                break;
            case "response.completed" or "response.incomplete" or "response.failed" or "response.cancelled":
                await EndAsync(e.Get("response") ?? default, cancellationToken).ConfigureAwait(false);
                break;
            case "error":
                JsonElement error = e.Get("error") ?? e;
                Error = new V2Exception(500, error.GetText("message") ?? "The service failed.");
                break;
        }
        LastSequence = Math.Max(LastSequence, sequence);
    }

    /// <summary>Ends the stream with what the response has become.</summary>
    public async Task EndAsync(JsonElement response, CancellationToken cancellationToken)
    {
        RunRecord final = await journal.ObserveAsync(Run, response, cancellationToken).ConfigureAwait(false);
        if (_toldAtTheEnd)
        {
            await BeginAsync(response, cancellationToken).ConfigureAwait(false);
            await new ResponseReplay(journal, events, _steps).TellAsync(Run, response, cancellationToken).ConfigureAwait(false);
        }
        await CloseAsync(final, response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the stream with what the run has become, by its response or by somebody's wish.</summary>
    public async Task CloseAsync(RunRecord final, JsonElement? response, CancellationToken cancellationToken)
    {
        HasEnded = true;
        if (final.Status is RunStatus.Cancelled)
            events.Run(RunStatus.Cancelling, Run with { Status = RunStatus.Cancelling });
        else if (!_inProgress && final.Status != RunStatus.Expired)
            Announce(Run with { Status = RunStatus.InProgress, StartedAt = final.StartedAt });

        if (_message is { } open)
        {
            JsonElement[] items = [.. (response ?? default).GetItems("output").Where(item => item.GetText("id") == open.Record.Id)];
            open.Cut(items.Length > 0 ? items[0] : null, Reason(final));
            _steps.Leave(open.Step);
        }
        if (final.Status is not (RunStatus.Completed or RunStatus.RequiresAction))
            await journal.MergeStepsAsync(final, _responseId, _steps.Known, cancellationToken).ConfigureAwait(false);
        _steps.Close(Run, final, await journal.FindStepsAsync(_responseId, cancellationToken).ConfigureAwait(false));
        events.Run(final.Status, final);
        Run = final;
    }

    private bool IsNew(long sequence) => sequence < 0 || sequence > LastSequence;

    private static bool IsFileCitation(JsonElement e) => e.Get("annotation")?.GetText("type") == "file_citation";

    private async Task BeginAsync(JsonElement response, CancellationToken cancellationToken)
    {
        if (_inProgress)
            return;
        RunRecord seen = await journal.ObserveAsync(Run, response, cancellationToken).ConfigureAwait(false);
        // A poller may have seen it come further; a stream tells it in order.
        Run = seen.Status is RunStatus.InProgress or RunStatus.Cancelling
            ? seen
            : Run with { Status = RunStatus.InProgress, StartedAt = seen.StartedAt ?? time.Seconds() };
        Announce(Run with { Status = RunStatus.InProgress });
    }

    private void Announce(RunRecord begun)
    {
        _inProgress = true;
        events.Run(RunStatus.InProgress, begun);
    }

    private async Task AddItemAsync(JsonElement item, CancellationToken cancellationToken)
    {
        if (!_inProgress)
            await BeginAsync(JsonBytes.Parse("""{"status":"in_progress"}"""u8), cancellationToken).ConfigureAwait(false);
        string? type = item.GetText("type");
        if (type == "message")
            _begunItem = item; // begins with its first part: empty messages have no legacy counterpart
        else if (type is "code_interpreter_call" or "file_search_call" or "function_call" or "mcp_call" || HostedCallMapping.IsCall(item))
            _steps.Add(Run, item, type!, Begin(item));
    }

    private StepRecord Begin(JsonElement item) => StepBuilder.Begin(item, Run.CreatedAt, time.Seconds());

    private async Task BeginMessageAsync(CancellationToken cancellationToken)
    {
        if (_message is not null || _begunItem is not { } item)
            return;
        _begunItem = null;
        StepRecord step = Begin(item);
        string id = item.GetText("id") ?? "";
        MessageRecord record = await journal.BeginMessageAsync(
            Run, id, step.CreatedAt, [.. _newImages], cancellationToken).ConfigureAwait(false);
        _shownImages.UnionWith(_newImages);
        _newImages.Clear();
        _steps.Begin(Run, step with { MessageId = id });
        _message = new StreamedMessage(events, Run.ThreadId, step with { MessageId = id }, record);
        _message.Begin();
    }

    private void AddLatePiece(JsonElement e)
    {
        byte[] data = JsonBytes.Write(e, static (writer, element) => element.WriteTo(writer));
        if (_message is not null && V2Delta.TryRead(data, out V2Delta delta))
            _message.AddText(delta);
    }

    private async Task EndItemAsync(JsonElement item, CancellationToken cancellationToken)
    {
        switch (item.GetText("type"))
        {
            case "message" when MessageMapping.IsMessage(item):
                await EndMessageAsync(item, cancellationToken).ConfigureAwait(false);
                break;
            case "message":
                _begunItem = null;
                break;
            case "code_interpreter_call":
                IReadOnlyDictionary<string, string> images = await journal.FindImagesAsync(item, cancellationToken).ConfigureAwait(false);
                _newImages.AddRange(images.Values.Where(image => !_newImages.Contains(image)));
                _steps.EndCall(item, ToolCallMapping.CodeInterpreter(item, url => images.TryGetValue(url, out string? id) ? id : null));
                break;
            case "file_search_call":
                _steps.EndCall(item, ToolCallMapping.FileSearch(item));
                break;
            case "function_call":
                _steps.EndCall(item, ToolCallMapping.Function(item));
                break;
            case "mcp_call":
                _steps.EndCall(item, HostedCallMapping.Mcp(item));
                break;
            case not null when HostedCallMapping.IsCall(item):
                _hostedCall = item;
                break;
            case not null when HostedCallMapping.IsOutput(item) && _hostedCall is { } call:
                _steps.EndCall(call, HostedCallMapping.Hosted(call, item));
                _hostedCall = null;
                break;
        }
    }

    private async Task EndMessageAsync(JsonElement item, CancellationToken cancellationToken)
    {
        await BeginMessageAsync(cancellationToken).ConfigureAwait(false);
        if (_message is not { } message)
            return;
        MessageRecord begun = message.Record with
        {
            CitationPlaces = message.Places,
            ShownBefore = [.. MessageMapping.CitedImages(item).Where(image => _shownImages.Contains(image) && message.Record.Images?.Contains(image) != true)],
        };
        MessageRecord final = await journal.EndMessageAsync(Run, item, begun, cancellationToken).ConfigureAwait(false);
        _shownImages.UnionWith(MessageMapping.CitedImages(item));
        message.End(item, final);
        _steps.End(message.Step with { Status = StepBuilder.Status(item) });
        _message = null;
    }

    private static string Reason(RunRecord final) => final.Status switch
    {
        RunStatus.Cancelled => "run_cancelled",
        RunStatus.Expired => "run_expired",
        RunStatus.Incomplete => "max_tokens",
        _ => "run_failed",
    };
}
