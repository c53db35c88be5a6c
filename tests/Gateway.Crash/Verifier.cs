using System.Text;
using System.Text.Json;

namespace AgentsMigration.Gateway.Crash;

/// <summary>Compares what the gateways say of each thread with what was asked on it.</summary>
internal sealed class Verifier(LegacyClient client, Tally tally)
{
    private static readonly string[] Ends = ["completed", "failed", "cancelled", "expired", "incomplete"];

    /// <summary>What is not as it must be.</summary>
    public List<string> Problems { get; } = [];

    public static string? TextOf(JsonElement message) => message.GetProperty("content").EnumerateArray()
        .Where(part => part.GetProperty("type").GetString() == "text")
        .Select(part => part.GetProperty("text").GetProperty("value").GetString())
        .FirstOrDefault();

    public async Task CheckAsync(AskedThread thread, CancellationToken cancellationToken)
    {
        List<JsonElement> runs = await client.ListAsync($"threads/{thread.Id}/runs", cancellationToken);
        List<JsonElement> messages = await client.ListAsync($"threads/{thread.Id}/messages", cancellationToken);
        CheckRuns(thread, runs);
        foreach (Ask ask in thread.Asks)
            await CheckAsync(thread, ask, messages, cancellationToken);
        foreach (JsonElement message in messages.Where(message => !thread.Asks.Any(ask => IsOf(ask, message))))
            Report("messages that nobody asked for", $"{thread.Id}: {message}");
    }

    private void CheckRuns(AskedThread thread, List<JsonElement> runs)
    {
        foreach (JsonElement run in runs)
        {
            string id = run.GetProperty("id").GetString()!;
            string status = run.GetProperty("status").GetString()!;
            tally.Add($"runs: {status}");
            // Nobody can tell any more what a response has cost whose maker was killed.
            if (status == "completed" && run.GetProperty("usage").GetProperty("total_tokens").GetInt64() == 0)
                tally.Add("runs whose response was found");
            if (!Ends.Contains(status))
                Report("runs left active", $"{thread.Id} {id}: {status}");
            else if (thread.Asks.Find(ask => ask.RunId == id) is not { } asked)
                Report("runs that nobody asked for", $"{thread.Id} {id}: {status}");
            else if (asked.Status != status)
                Report("runs in another state", $"{thread.Id} {id}: {asked.Status}, then {status}");
        }
        foreach (Ask ask in thread.Asks.Where(ask => runs.All(run => run.GetProperty("id").GetString() != ask.RunId)))
            Report("runs lost", $"{thread.Id} {ask.RunId}: {ask.Question}");
    }

    private async Task CheckAsync(AskedThread thread, Ask ask, List<JsonElement> messages, CancellationToken cancellationToken)
    {
        int asked = messages.Count(message => TextOf(message) == ask.Question);
        JsonElement[] answers = [.. messages.Where(message => IsAnswer(ask, message))];
        tally.Add("messages", asked + answers.Length);
        if (asked == 0)
            Report("messages lost", $"{thread.Id}: {ask.Question}");
        if (asked > 1 || answers.Length > 1)
            Report("messages doubled", $"{thread.Id}: {ask.Question} {asked} times, answered {answers.Length} times, by {string.Join(" and ", answers.Select(answer => answer.GetProperty("run_id")))} of {ask.RunId}");
        if (ask.Status != "completed")
            return;
        if (answers.Length == 0)
            Report("messages lost", $"{thread.Id}: the answer to {ask.Question}");
        else if (answers[0].GetProperty("run_id").GetString() != ask.RunId)
            Report("messages of another run", $"{thread.Id}: the answer to {ask.Question}");
        else if (ask.Kind == AskKind.File)
            await CheckFileAsync(thread, ask, answers[0], cancellationToken);
    }

    private async Task CheckFileAsync(AskedThread thread, Ask ask, JsonElement answer, CancellationToken cancellationToken)
    {
        string? id = answer.GetProperty("attachments").EnumerateArray()
            .Select(attachment => attachment.GetProperty("file_id").GetString()).FirstOrDefault();
        byte[]? content = id is null ? null : await client.DownloadAsync($"files/{id}/content", cancellationToken);
        if (content is not null && Encoding.UTF8.GetString(content) == $"{ask.Number}")
            tally.Add("files served");
        else
            Report("files missing", $"{thread.Id}: {ask.Question} {id} {(content is null ? "" : Encoding.UTF8.GetString(content))}");
    }

    private static bool IsOf(Ask ask, JsonElement message) => TextOf(message) == ask.Question || IsAnswer(ask, message);

    private static bool IsAnswer(Ask ask, JsonElement message) =>
        message.GetProperty("role").GetString() == "assistant" && TextOf(message) is { } text && ask.IsAnswer(text);

    private void Report(string kind, string what)
    {
        tally.Add(kind);
        Problems.Add($"{kind}: {what}");
    }
}
