using System.Text.Json;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>
/// The steps of a streamed response, one open at a time. When a step has ended is known when the next one begins, and what
/// the last one cost with the response's end: until then its last event waits, so that it says what GET says later.
/// </summary>
internal sealed class StepTrail(EventWriter events, bool withSearchContent)
{
    private readonly List<StepRecord> _ended = [];
    private StepRecord? _waiting;
    private StepRecord? _open;

    /// <summary>The tool calls being made; null while a message is written, or nothing.</summary>
    public StreamedCalls? Calls { get; private set; }

    /// <summary>Every step so far, the open one included.</summary>
    public IReadOnlyList<StepRecord> Known => [.. _ended, .. Some(Waited), .. Some(Calls?.Step ?? _open)];

    private StepRecord? Waited => _waiting is { } step ? StepBuilder.End(step, step.CreatedAt) : null;

    public void Add(RunRecord run, JsonElement item, string type, StepRecord step)
    {
        bool joins = type == "function_call" && Calls is { IsFunctions: true };
        if (!joins)
        {
            Begin(run, step);
            Calls = new StreamedCalls(events, step, type);
        }
        Calls!.Add(item);
    }

    public void Begin(RunRecord run, StepRecord step)
    {
        LeaveFunctions();
        if (_waiting is { } before)
        {
            Tell(run, StepBuilder.End(before, step.CreatedAt));
            _ended.Add(StepBuilder.End(before, step.CreatedAt));
            _waiting = null;
        }
        (_open, Calls) = (step, null);
        RunStep shown = new(run, step with { ToolCalls = [], Status = "in_progress" });
        events.Step("created", shown, withSearchContent);
        events.Step("in_progress", shown, withSearchContent);
    }

    public void EndCall(JsonElement item, JsonElement call)
    {
        if (Calls is not { } calls)
            return;
        calls.End(item, call);
        // Functions may still be joined by others, and end only when the app has answered them.
        if (!calls.IsFunctions)
        {
            Calls = null;
            End(calls.Step);
        }
    }

    public void End(StepRecord step) => (_waiting, _open) = (step, null);

    /// <summary>A message will not be finished: its step stays open until the run says what has become of it.</summary>
    public void Leave(StepRecord step) => _open = step with { Status = "in_progress" };

    /// <param name="before">The run before its end.</param>
    /// <param name="final">The run.</param>
    /// <param name="kept">The steps as they are kept.</param>
    public void Close(RunRecord before, RunRecord final, IReadOnlyList<StepRecord> kept)
    {
        if (Waited is { } last)
            Tell(before, kept.FirstOrDefault(step => step.Id == last.Id) ?? last);
        StepRecord? open = Calls?.Step ?? _open;
        if (open is not null && final.Status != RunStatus.RequiresAction)
        {
            RunStep step = new(final, kept.FirstOrDefault(step => step.Id == open.Id) ?? open);
            if (step.Status != "in_progress")
                events.Step(step.Status, step, withSearchContent);
        }
        (_waiting, _open, Calls) = (null, null, null);
    }

    private void LeaveFunctions()
    {
        if (Calls is { IsFunctions: true } functions)
            _ended.Add(functions.Step);
    }

    private void Tell(RunRecord run, StepRecord record)
    {
        RunStep step = new(run, record);
        events.Step(step.Status, step, withSearchContent);
    }

    private static IEnumerable<StepRecord> Some(StepRecord? step) => step is null ? [] : [step];
}
