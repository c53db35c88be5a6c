using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>Makes the objects that a recording takes for granted, as its answers show them.</summary>
internal sealed partial class Preparation(ReplaySession session, RecordedObjects recorded, IdMap ids)
{
    private const string UserMessage = """{"role":"user","content":"Hello!"}""";

    private readonly ObjectMaker _maker = new(session, recorded, ids);

    /// <summary>What stood in the account's lists before the recording began, oldest first.</summary>
    public async Task FillAccountAsync(IEnumerable<RecordedExchange> exchanges, CancellationToken cancellationToken)
    {
        RecordedExchange[] lists = [.. exchanges.Where(exchange => exchange.Path is "/v1/assistants" or "/v1/vector_stores" && exchange.Method == "GET")];
        if (lists.Length == 0)
            return;
        bool ofAssistants = lists[0].Path == "/v1/assistants";
        // One more than was shown, where the service had more.
        if (lists.Any(list => list.Response!.Value.GetProperty("has_more").GetBoolean()))
            await _maker.MakeAsync(ofAssistants ? "asst_" : "vs_", null, new HashSet<string>(), cancellationToken).ConfigureAwait(false);
        foreach (JsonElement found in recorded.All(ofAssistants ? "assistant" : "vector_store"))
        {
            if (!recorded.IsMade(RecordedObjects.IdOf(found)!))
                await EnsureAsync(RecordedObjects.IdOf(found)!, null, cancellationToken).ConfigureAwait(false);
        }
        // Files that were put into stores have been read by now.
        await session.MoveOnAsync(0, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Everything that the request names and nothing has made yet.</summary>
    public async Task PrepareAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        // What the service did not know must not be there here either.
        string[] unknown = exchange.Status == 404 ? [.. IdMap.In(exchange.Path).TakeLast(1).Where(id => exchange.Path.EndsWith(id, StringComparison.Ordinal))] : [];
        foreach (string id in IdMap.In(exchange.Path + exchange.Query + exchange.Request?.GetRawText()).Except(unknown))
            await EnsureAsync(id, exchange, cancellationToken).ConfigureAwait(false);
        if (exchange.Response is { } answer && answer.TryGetProperty("data", out JsonElement data) && ThreadOf(exchange) is { } thread)
            await FillThreadAsync(thread, [.. data.EnumerateArray()], cancellationToken).ConfigureAwait(false);
    }

    private async Task EnsureAsync(string id, RecordedExchange? exchange, CancellationToken cancellationToken)
    {
        if (ids.Knows(id))
            return;
        // What the request is about to set must be something else before.
        HashSet<string> changed = exchange?.Path.EndsWith(id, StringComparison.Ordinal) == true && exchange.Request is { } request
            ? [.. request.EnumerateObject().Select(property => property.Name)]
            : [];
        switch (IdMap.KindOf(id))
        {
            case "msg_":
                await MakeMessageAsync(id, ThreadOf(exchange!)!, cancellationToken).ConfigureAwait(false);
                break;
            case "run_":
                await MakeRunAsync(id, ThreadOf(exchange!)!, StatusIn(exchange!), cancellationToken).ConfigureAwait(false);
                break;
            case "thread_":
                await _maker.MakeAsync("thread_", id, changed, cancellationToken).ConfigureAwait(false);
                if (exchange!.Path.EndsWith("/runs", StringComparison.Ordinal) && exchange is { Method: "POST", Status: 200 })
                    await AddUserMessageAsync(id, cancellationToken).ConfigureAwait(false);
                break;
            case "asst_" when recorded.Find(id) is null && exchange?.Response is { } run && IsRun(run):
                await _maker.MakeForRunAsync(id, run, cancellationToken).ConfigureAwait(false);
                break;
            case "asst_" or "vs_" or "file-":
                foreach (string part in recorded.Find(id) is { } found ? IdMap.In(found.GetRawText()).Where(other => other != id) : [])
                    await EnsureAsync(part, null, cancellationToken).ConfigureAwait(false);
                await _maker.MakeAsync(IdMap.KindOf(id), id, changed, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Runs and messages that a list shows; messages of a run come from running it.</summary>
    private async Task FillThreadAsync(string thread, JsonElement[] listed, CancellationToken cancellationToken)
    {
        foreach (JsonElement item in listed.Where(item => !ids.Knows(RecordedObjects.IdOf(item)!)).Reverse())
        {
            if (item.GetProperty("object").ValueEquals("thread.run"))
                await MakeRunAsync(RecordedObjects.IdOf(item)!, thread, item.GetProperty("status").GetString()!, cancellationToken).ConfigureAwait(false);
            else if (item.TryGetProperty("run_id", out JsonElement run) && run.GetString() is { } runId && !ids.Knows(runId))
                await MakeRunAsync(runId, thread, "completed", cancellationToken, forgetsQuestion: true).ConfigureAwait(false);
            else if (item.GetText("role") == "user" && !recorded.IsMade(RecordedObjects.IdOf(item)!) && !recorded.IsMade(thread))
                await MakeMessageAsync(RecordedObjects.IdOf(item)!, thread, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task MakeMessageAsync(string id, string thread, CancellationToken cancellationToken)
    {
        JsonObject request = new() { ["role"] = "user", ["content"] = "Hello!" };
        if (recorded.Find(id) is { } message)
        {
            request["role"] = message.GetProperty("role").GetString();
            request["content"] = message.GetProperty("content")[0].GetProperty("text").GetProperty("value").GetString();
            request["metadata"] = JsonNode.Parse(message.GetProperty("metadata").GetRawText());
        }
        LegacyAnswer made = await session.SendAsync(
            "POST", ids.Rewrite($"/v1/threads/{thread}/messages"), request.ToJsonString(), cancellationToken).ConfigureAwait(false);
        ids.Bind(id, made.MadeId());
    }

    private async Task MakeRunAsync(
        string id, string thread, string? status, CancellationToken cancellationToken, bool forgetsQuestion = false)
    {
        JsonElement? run = recorded.Find(id);
        string? assistant = run?.GetProperty("assistant_id").GetString()
            ?? recorded.All("thread.message").Where(message => message.GetProperty("run_id").ValueEquals(id))
                .Select(message => message.GetProperty("assistant_id").GetString()).FirstOrDefault();
        foreach (string file in run is { } parts ? IdMap.In(parts.GetRawText()).Where(part => IdMap.KindOf(part) == "file-") : [])
            await EnsureAsync(file, null, cancellationToken).ConfigureAwait(false);
        string ours = assistant is not null && ids.Find(assistant) is { } known
            ? known
            : await _maker.MakeForRunAsync(assistant, run, cancellationToken).ConfigureAwait(false);

        // A recording that shows what was asked has no other question.
        string? question = IsAsked(thread) ? null : await AddUserMessageAsync(thread, cancellationToken).ConfigureAwait(false);
        JsonObject request = new() { ["assistant_id"] = ours };
        foreach (string limit in new[] { "max_prompt_tokens", "max_completion_tokens" })
        {
            if (run is { } shown && shown.TryGetProperty(limit, out JsonElement value) && value.ValueKind == JsonValueKind.Number)
                request[limit] = value.GetInt32();
        }
        LegacyAnswer made = await session.SendAsync(
            "POST", ids.Rewrite($"/v1/threads/{thread}/runs"), request.ToJsonString(), cancellationToken).ConfigureAwait(false);
        ids.Bind(id, made.MadeId());
        if (status is not null)
            await WaitAsync(ids.Rewrite($"/v1/threads/{thread}/runs/{id}"), status, cancellationToken).ConfigureAwait(false);
        if (forgetsQuestion && question is not null)
            (await session.SendAsync("DELETE", ids.Rewrite($"/v1/threads/{thread}/messages/{question}"), null, cancellationToken).ConfigureAwait(false)).Made();
    }

    private bool IsAsked(string thread) => recorded.All("thread.message").Any(message =>
        message.GetProperty("role").ValueEquals("user") && message.GetProperty("thread_id").ValueEquals(thread)
        && ids.Knows(RecordedObjects.IdOf(message)!));

    private async Task<string> AddUserMessageAsync(string thread, CancellationToken cancellationToken) =>
        (await session.SendAsync("POST", ids.Rewrite($"/v1/threads/{thread}/messages"), UserMessage, cancellationToken).ConfigureAwait(false)).MadeId();

    private async Task WaitAsync(string run, string status, CancellationToken cancellationToken)
    {
        for (Polling polling = new(session.MaxPolls); ; await polling.NextAsync(session, cancellationToken).ConfigureAwait(false))
        {
            JsonElement body = (await session.SendAsync("GET", run, null, cancellationToken).ConfigureAwait(false)).Made();
            if (body.GetProperty("status").ValueEquals(status))
                return;
            if (polling.IsOver)
                throw new ReplayException($"The run did not become {status}: {body.GetRawText()}");
        }
    }

    private static bool IsRun(JsonElement answer) =>
        answer.TryGetProperty("object", out JsonElement kind) && kind.ValueEquals("thread.run");

    private static string? ThreadOf(RecordedExchange exchange) =>
        IdMap.In(exchange.Path).FirstOrDefault(id => IdMap.KindOf(id) == "thread_");

    /// <summary>The status of the run that the answer is about, which may only stand in an error's text.</summary>
    private static string? StatusIn(RecordedExchange exchange)
    {
        if (exchange.Response is not { } answer)
            return null;
        if (answer.TryGetProperty("status", out JsonElement status))
            return status.GetString();
        return answer.TryGetProperty("error", out JsonElement error)
            && StatusInText().Match(error.GetProperty("message").GetString()!) is { Success: true } found
                ? found.Groups[1].Value
                : null;
    }

    [GeneratedRegex("status ['\"]([a-z_]+)['\"]")]
    private static partial Regex StatusInText();
}
