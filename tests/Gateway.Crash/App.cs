using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentsMigration.Gateway.Crash;

/// <summary>A thread of an app, and what was asked on it in order.</summary>
internal sealed record AskedThread(string Id, List<Ask> Asks);

/// <summary>
/// An app as the legacy documentation tells to write one: it asks, polls, calls its functions and goes on. Where an answer
/// is lost it waits a moment and looks what became of its call before it calls again.
/// </summary>
internal sealed partial class App(LegacyClient client, string assistant, Tally tally, Func<int> nextNumber)
{
    private const int AsksPerThread = 4;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public List<AskedThread> Threads { get; } = [];

    public async Task RunAsync(Func<bool> goesOn, CancellationToken cancellationToken)
    {
        while (goesOn())
        {
            AskedThread thread = new(await CreateThreadAsync(cancellationToken), []);
            Threads.Add(thread);
            while (thread.Asks.Count < AsksPerThread && goesOn())
            {
                int number = nextNumber();
                Ask ask = new((AskKind)(number % 5), number);
                thread.Asks.Add(ask);
                await AddMessageAsync(thread, ask, cancellationToken);
                ask.RunId = await StartRunAsync(thread, ask, cancellationToken);
                ask.Status = await FollowAsync(thread, ask, cancellationToken);
                tally.Add($"asked: {ask.Kind}");
            }
        }
    }

    private async Task<string> CreateThreadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Answer answer = await client.SendAsync("POST", "threads", "{}", cancellationToken);
            if (answer.IsOk)
                return answer.Text("id");
            await LoseAsync("create thread", answer, cancellationToken);
        }
    }

    private async Task AddMessageAsync(AskedThread thread, Ask ask, CancellationToken cancellationToken)
    {
        while (true)
        {
            Answer answer = await client.SendAsync(
                "POST", $"threads/{thread.Id}/messages", $$"""{"role":"user","content":"{{ask.Question}}"}""", cancellationToken);
            if (answer.IsOk)
                return;
            await LoseAsync("add message", answer, cancellationToken);
            List<JsonElement> messages = await client.ListAsync($"threads/{thread.Id}/messages", cancellationToken);
            if (messages.Any(message => Verifier.TextOf(message) == ask.Question))
                return;
        }
    }

    private async Task<string> StartRunAsync(AskedThread thread, Ask ask, CancellationToken cancellationToken)
    {
        string body = $$"""{"assistant_id":"{{assistant}}","stream":{{(ask.Kind == AskKind.Streamed ? "true" : "false")}}}""";
        while (true)
        {
            Answer answer = await client.SendAsync("POST", $"threads/{thread.Id}/runs", body, cancellationToken);
            if (answer.IsOk && answer.Body.ValueKind == JsonValueKind.Object)
                return answer.Text("id");
            if (ActiveRun().Match(answer.ErrorMessage ?? "") is { Success: true } active)
                return active.Value;
            await LoseAsync("create run", answer, cancellationToken);
            List<JsonElement> runs = await client.ListAsync($"threads/{thread.Id}/runs", cancellationToken);
            IEnumerable<string> ids = runs.Select(run => run.GetProperty("id").GetString()!);
            if (ids.Except(thread.Asks.Select(known => known.RunId)).LastOrDefault() is { } made)
                return made;
        }
    }

    private async Task<string> FollowAsync(AskedThread thread, Ask ask, CancellationToken cancellationToken)
    {
        string path = $"threads/{thread.Id}/runs/{ask.RunId}";
        while (true)
        {
            Answer run = await client.GetAsync(path, cancellationToken);
            if (!run.IsOk)
                return $"{run.Status} {run.ErrorMessage}";
            switch (run.Text("status"))
            {
                case "queued" or "in_progress" or "cancelling":
                    await Task.Delay(150, cancellationToken);
                    break;
                case "requires_action":
                    await SubmitAsync(path, ask, run, cancellationToken);
                    break;
                case var status:
                    return status;
            }
        }
    }

    private async Task SubmitAsync(string path, Ask ask, Answer run, CancellationToken cancellationToken)
    {
        IEnumerable<string> outputs = run.Body.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")
            .EnumerateArray()
            .Select(call => $$"""{"tool_call_id":"{{call.GetProperty("id").GetString()}}","output":"{{ask.Output(call)}}"}""");
        Answer answer = await client.SendAsync(
            "POST", $"{path}/submit_tool_outputs", $$"""{"tool_outputs":[{{string.Join(',', outputs)}}]}""", cancellationToken);
        if (!answer.IsOk)
            await LoseAsync("submit outputs", answer, cancellationToken);
    }

    private Task LoseAsync(string call, Answer answer, CancellationToken cancellationToken)
    {
        tally.Add(answer.IsLost ? $"lost answers: {call}" : $"errors: {call} {answer.Status}");
        return Task.Delay(Moment, cancellationToken);
    }

    [GeneratedRegex("(?<=already has an active run )run_[0-9a-zA-Z]+")]
    private static partial Regex ActiveRun();
}
