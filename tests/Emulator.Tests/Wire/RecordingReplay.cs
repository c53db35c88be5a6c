using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Wire;

/// <summary>Sends the requests of a recorded session, with ids exchanged, and compares what comes back.</summary>
internal sealed partial class RecordingReplay(ApiClient client)
{
    private readonly Dictionary<string, string> _ids = [];

    public async Task RunAsync(Recording recording)
    {
        foreach (RecordedExchange exchange in recording.Exchanges)
        {
            await EnsureContainerAsync(exchange.Path);
            string path = exchange.Path["/v1".Length..] + (exchange.Query.Length > 0 ? "?" + exchange.Query : "");
            using HttpContent? content = Content(exchange);
            Answer answer = await client.SendAsync(new HttpMethod(exchange.Method), Translate(path), content);
            Assert.True(exchange.Status == (int)answer.Status, $"{exchange.Method} {path}: {answer.Text}");
            if (exchange.Response is { } recorded) Compare(recorded, JsonDocument.Parse(answer.Text).RootElement, path);
        }
    }

    private static bool IsUpload(RecordedExchange exchange) =>
        exchange.Method == "POST" && exchange.Path.EndsWith("/files", StringComparison.Ordinal)
        && exchange.Request is not { ValueKind: JsonValueKind.Object };

    private HttpContent? Content(RecordedExchange exchange)
    {
        if (IsUpload(exchange))
            return new MultipartFormDataContent
            {
                { new StringContent("assistants"), "purpose" },
                { new StringContent("some text"), "file", "a.txt" },
            };
        return exchange.Request is { } request
            ? new StringContent(Translate(request.GetRawText()), Encoding.UTF8, "application/json")
            : null;
    }

    // Some sessions use a container that was made before the recording began.
    private async Task EnsureContainerAsync(string path)
    {
        string id = ContainerId().Match(path).Value;
        if (id.Length > 0 && !_ids.ContainsKey(id))
            _ids[id] = (await client.PostAsync("/containers", """{"name":"earlier"}""")).Ok().Id;
    }

    private string Translate(string text) =>
        _ids.Aggregate(text, (result, pair) => result.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    private void Compare(JsonElement recorded, JsonElement got, string where)
    {
        if (recorded.ValueKind != JsonValueKind.Object) return;
        string[] missing = [.. recorded.EnumerateObject().Select(member =>
            member.Name).Where(name => !got.TryGetProperty(name, out _))];
        Assert.True(missing.Length == 0, $"{where} lacks {string.Join(", ", missing)}: {got}");
        if (recorded.TryGetProperty("id",
            out JsonElement id)) _ids[id.GetString()!] = got.GetProperty("id").GetString()!;
        foreach (string list in new[] { "data", "output" })
        {
            if (!recorded.TryGetProperty(list,
                out JsonElement entries) || entries.ValueKind != JsonValueKind.Array) continue;
            foreach ((JsonElement left,
                JsonElement right) in entries.EnumerateArray().Zip(got.GetProperty(list).EnumerateArray()))
                if (Kind(left) == Kind(right))
                    Compare(left, right, $"{where} {list}");
        }
    }

    private static string Kind(JsonElement entry) =>
        entry.TryGetProperty("type", out JsonElement type) || entry.TryGetProperty("object",
            out type) ? type.GetString()! : "";

    [GeneratedRegex("cntr_[0-9a-f]{48}")]
    private static partial Regex ContainerId();
}
