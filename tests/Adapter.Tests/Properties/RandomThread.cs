using System.Text.Json;
using AgentsMigration.Adapter.Tests.Behaviour;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Properties;

/// <summary>A thread that random but valid calls are made on, alone and several at once.</summary>
internal sealed class RandomThread(AdapterFixture adapter, Random random, string assistant, string thread)
{
    private static readonly string[] Messages =
    [
        "hello", "one call", "two calls", "call twice in turn", "think and call", "call then fail", "think aloud", "two messages",
        "fail please", "stop short", "refuse", "take long",
    ];

    private readonly HashSet<string> _runs = [];

    public List<string> Journal { get; } = [];

    public static async Task<RandomThread> CreateAsync(AdapterFixture adapter, Random random) =>
        new(adapter, random, await adapter.CreateAssistantAsync(ToolOutputTests.Lookup), await adapter.CreateThreadAsync());

    public Task StepAsync() => random.Next(10) switch
    {
        0 or 1 or 2 => AskAsync(),
        3 or 4 => ContinueAsync(),
        5 => CancelAsync(),
        6 => StormAsync(),
        7 => DeleteMessageAsync(),
        _ => PollAsync(),
    };

    /// <summary>Whatever has happened, the thread comes to rest and answers again.</summary>
    public async Task SettleAsync()
    {
        foreach (JsonElement run in await adapter.ListAsync($"threads/{thread}/runs?limit=100"))
        {
            JsonElement current = await adapter.GetAsync(AdapterFixture.PathOf(run));
            if (Status(current) is "queued" or "in_progress" or "requires_action")
                await Journaled("cancel", await adapter.SendAsync("POST", $"{AdapterFixture.PathOf(run)}/cancel"));
            await adapter.PollAsync(thread, Id(run));
        }
        await adapter.AddMessageAsync(thread, "hello");
        JsonElement last = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));
        Assert.Equal("completed", Status(last));
    }

    public async Task CheckAsync()
    {
        JsonElement[] runs = await adapter.ListAsync($"threads/{thread}/runs?limit=100");
        Assert.True(runs.Count(run => Status(run) is "queued" or "in_progress" or "requires_action" or "cancelling") <= 1, "two active runs");
        Assert.Superset(_runs, runs.Select(Id).ToHashSet());

        await CheckPagingAsync("messages");
        await CheckPagingAsync("runs");
        foreach (JsonElement run in runs.Where(run => Status(run) is "completed" or "failed" or "incomplete"))
            await CheckUsageAsync(run);
        if (runs.All(run => Status(run) is "completed" or "failed" or "incomplete" or "cancelled" or "expired"))
            await CheckNoDanglingCallsAsync();
    }

    private async Task AskAsync()
    {
        string text = Messages[random.Next(Messages.Length)];
        LegacyAnswer message = await Journaled(
            $"message '{text}'", await adapter.SendAsync("POST", $"threads/{thread}/messages", $$"""{"role":"user","content":"{{text}}"}"""));
        Assert.True(message.Status is 200 or 400);
        LegacyAnswer run = await Journaled(
            "run", await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}"""));
        Assert.True(run.Status is 200 or 400);
        if (run.Status == 200)
            Assert.True(_runs.Add(Id(run.Json)));
    }

    private async Task PollAsync()
    {
        foreach (string run in _runs)
            await Journaled("poll", await adapter.SendAsync("GET", $"threads/{thread}/runs/{run}"));
    }

    private async Task ContinueAsync()
    {
        if (await LatestAsync() is not { } run)
            return;
        for (int i = 0; i < 20 && Status(run) is "queued" or "in_progress"; i++)
            run = await adapter.GetAsync(AdapterFixture.PathOf(run));
        if (Status(run) == "requires_action")
            await Journaled("submit", await adapter.SubmitAsync(run, Outputs(run)));
    }

    private async Task CancelAsync()
    {
        if (await LatestAsync() is { } run)
            await Journaled("cancel", await adapter.SendAsync("POST", $"{AdapterFixture.PathOf(run)}/cancel"));
    }

    /// <summary>Several callers at once, as impatient clients and second workers are.</summary>
    private async Task StormAsync()
    {
        if (await LatestAsync() is not { } run)
            return;
        string path = AdapterFixture.PathOf(run);
        List<Task<LegacyAnswer>> calls =
        [
            adapter.SendAsync("GET", path),
            adapter.SendAsync("GET", path),
            adapter.SendAsync("GET", $"{path}/steps"),
            adapter.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"hello"}"""),
        ];
        if (random.Next(2) == 0)
            calls.Add(adapter.SendAsync("POST", $"{path}/cancel"));
        if (Status(run) == "requires_action")
        {
            calls.Add(adapter.SubmitAsync(run, Outputs(run)));
            calls.Add(adapter.SubmitAsync(run, Outputs(run)));
        }
        foreach (LegacyAnswer answer in await Task.WhenAll(calls))
            await Journaled("storm", answer);
    }

    private async Task DeleteMessageAsync()
    {
        JsonElement[] messages = await adapter.ListAsync($"threads/{thread}/messages");
        if (messages.Length == 0)
            return;
        string id = Id(messages[random.Next(messages.Length)]);
        await Journaled("delete", await adapter.SendAsync("DELETE", $"threads/{thread}/messages/{id}"));
    }

    private async Task CheckPagingAsync(string kind)
    {
        string[] whole = [.. (await adapter.ListAsync($"threads/{thread}/{kind}?limit=100")).Select(Id)];
        List<string> paged = [];
        string query = $"threads/{thread}/{kind}?limit={random.Next(1, 5)}";
        JsonElement page = await adapter.GetAsync(query);
        while (true)
        {
            paged.AddRange(page.GetProperty("data").EnumerateArray().Select(Id));
            if (!page.GetProperty("has_more").GetBoolean())
                break;
            page = await adapter.GetAsync($"{query}&after={paged[^1]}");
        }
        Assert.Equal(paged.Count, paged.Distinct().Count());
        // A run that ends meanwhile puts its messages in front; what was there is there, in order.
        Assert.Equal(whole, paged.Where(whole.Contains));
    }

    private async Task CheckUsageAsync(JsonElement run)
    {
        long steps = (await adapter.ListAsync($"{AdapterFixture.PathOf(run)}/steps?limit=100"))
            .Sum(step => step.GetProperty("usage") is { ValueKind: JsonValueKind.Object } usage ? usage.GetProperty("total_tokens").GetInt64() : 0);
        long total = run.GetProperty("usage") is { ValueKind: JsonValueKind.Object } sum ? sum.GetProperty("total_tokens").GetInt64() : 0;
        // A response that failed has no steps to put its usage on.
        Assert.True(Status(run) == "completed" ? steps == total : steps <= total, $"steps sum to {steps}, the run to {total}");
    }

    private async Task CheckNoDanglingCallsAsync()
    {
        // Any listing of messages shows the conversation's items on the v2 wire; without one, every first response of a run.
        await adapter.ListAsync($"threads/{thread}/messages?limit=100");
        JsonElement[] all = adapter.KeepsTranscripts
            ? [.. adapter.V2.Calls.LastOrDefault(IsFirstResponse)?.RequestJson.GetProperty("input").EnumerateArray() ?? default]
            : [.. adapter.V2.Calls.Last(call => call.Method == "GET" && call.Path.EndsWith("/items")).ResponseJson.GetProperty("data").EnumerateArray()];
        string[] calls = [.. OfType(all, "function_call")];
        Assert.Equal(calls.Order(), OfType(all, "function_call_output").Order());
    }

    private static bool IsFirstResponse(RecordedCall call) =>
        call.Method == "POST" && call.Path.EndsWith("/responses") && !call.RequestJson.TryGetProperty("previous_response_id", out _);

    private static IEnumerable<string> OfType(JsonElement[] items, string type) =>
        items.Where(item => item.GetProperty("type").GetString() == type).Select(item => item.GetProperty("call_id").GetString()!);

    private async Task<JsonElement?> LatestAsync()
    {
        JsonElement[] runs = await adapter.ListAsync($"threads/{thread}/runs?limit=1");
        return runs.Length == 0 ? null : await adapter.GetAsync(AdapterFixture.PathOf(runs[0]));
    }

    private (string Call, string Output)[] Outputs(JsonElement run) =>
    [
        .. run.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls").EnumerateArray()
            .Select(call => (Id(call), $"out{random.Next(100)}")),
    ];

    private Task<LegacyAnswer> Journaled(string what, LegacyAnswer answer)
    {
        Journal.Add($"{what}: {answer.Status}");
        Assert.True(answer.Status < 500, $"{what}: {System.Text.Encoding.UTF8.GetString(answer.Body)}");
        return Task.FromResult(answer);
    }

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;

    private static string Status(JsonElement run) => run.GetProperty("status").GetString()!;
}
