using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Emulator;

namespace AgentsMigration.Benchmarks.Adapter;

/// <summary>Counts, by the adapter's own activities, what each legacy call of a turn costs upstream.</summary>
internal static class CallCounts
{
    public static async Task PrintAsync()
    {
        List<(string Legacy, string V2)> calls = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "AgentsMigration.Adapter",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (calls)
                    calls.Add(activity.Kind == ActivityKind.Server ? (activity.DisplayName, "") : (activity.Parent?.DisplayName ?? "", activity.DisplayName));
            },
        };
        ActivitySource.AddActivityListener(listener);

        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using LegacyAgentsAdapter adapter = LegacyAgentsAdapter.ForOpenAI("key", emulator.OpenAIEndpoint);
        using HttpClient client = new(adapter.CreateHandler()) { BaseAddress = new Uri("https://legacy.test/v1/") };
        await TurnAsync(client);

        Console.WriteLine($"{"legacy operation",-46} {"calls",6} {"v2 calls",9} {"each",6}");
        foreach (IGrouping<string, (string Legacy, string V2)> operation in calls.GroupBy(call => call.Legacy).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            int legacy = operation.Count(call => call.V2.Length == 0);
            int v2 = operation.Count(call => call.V2.Length > 0 && !call.V2.Contains("/containers/"));
            int copies = operation.Count(call => call.V2.Contains("/containers/"));
            string note = copies > 0 ? $"  + {copies} to copy generated files" : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operation.Key,-46} {legacy,6} {v2,9} {(double)v2 / legacy,6:0.0}{note}"));
        }
    }

    private static async Task TurnAsync(HttpClient client)
    {
        string assistant = await PostAsync(client, "assistants", """{"model":"gpt-4o","tools":[{"type":"code_interpreter"}]}""");
        string thread = await PostAsync(client, "threads", null);
        await PostAsync(client, $"threads/{thread}/messages", """{"role":"user","content":"I need to solve the equation `3x + 11 = 14`."}""");
        string run = await PostAsync(client, $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");
        string status;
        do
        {
            await Task.Delay(100);
            status = JsonElement.Parse(await client.GetStringAsync(new Uri($"threads/{thread}/runs/{run}", UriKind.Relative))).GetProperty("status").GetString()!;
        }
        while (status is "queued" or "in_progress");
        await client.GetStringAsync(new Uri($"threads/{thread}/messages", UriKind.Relative));
        await client.GetStringAsync(new Uri($"threads/{thread}/runs", UriKind.Relative));
        await client.GetStringAsync(new Uri($"threads/{thread}/runs/{run}/steps", UriKind.Relative));
        await client.GetStringAsync(new Uri($"threads/{thread}", UriKind.Relative));
        await client.GetStringAsync(new Uri($"assistants/{assistant}", UriKind.Relative));
        await client.GetStringAsync(new Uri("assistants", UriKind.Relative));
        (await client.DeleteAsync(new Uri($"assistants/{assistant}", UriKind.Relative))).Dispose();
    }

    private static async Task<string> PostAsync(HttpClient client, string path, string? json)
    {
        using StringContent? content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("id").GetString()!;
    }
}
