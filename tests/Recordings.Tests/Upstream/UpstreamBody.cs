using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>One body that a v2 service sent: an answer, or what an event stream ended with.</summary>
/// <param name="File">The recording.</param>
/// <param name="Exchange">The number of the exchange.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Kind">What it is: its <c>object</c>, <c>error</c>, or the type of an item.</param>
/// <param name="Json">The body.</param>
internal sealed record UpstreamBody(string File, int Exchange, int Status, string Kind, JsonElement Json)
{
    /// <summary>Written or shortened by hand for the tests of a client: no service says this.</summary>
    private static readonly HashSet<string> NotServiceAnswers = new(StringComparer.Ordinal)
    {
        "pydantic__pydantic-ai__test_openai_previous_response_id_auto_mode.json",
    };

    private static readonly Lazy<IReadOnlyList<UpstreamBody>> Everything = new(() =>
        [.. SharedFolder.RecordingNames("v2").Where(name => !NotServiceAnswers.Contains(name)).SelectMany(Read)]);

    public static IReadOnlyList<UpstreamBody> All => Everything.Value;

    public static IEnumerable<UpstreamBody> Of(string kind) => All.Where(body => body.Kind == kind);

    /// <summary>The kinds of items in a response's output, in order.</summary>
    public IReadOnlyList<string> ItemTypes => [.. Items("output").Select(TypeOf)];

    public IEnumerable<JsonElement> Items(string name) =>
        Json.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : [];

    public override string ToString() => $"{File} {Exchange}";

    public static string TypeOf(JsonElement item) => item.GetProperty("type").GetString()!;

    private static IEnumerable<UpstreamBody> Read(string name)
    {
        foreach ((int index, RecordedExchange exchange) in Recording.Load("v2", name).Exchanges.Index())
        {
            if (exchange.Response is { } body)
                yield return new UpstreamBody(name, index, exchange.Status, KindOf(body), body);
            foreach (RecordedEvent last in exchange.Events.Where(one => one.IsJson && IsEnd(one.Data)))
            {
                JsonElement end = last.Data.TryGetProperty("response", out JsonElement response) ? response : last.Data;
                yield return new UpstreamBody(name, index, exchange.Status, KindOf(end), end);
            }
        }
    }

    private static bool IsEnd(JsonElement data) => data.TryGetProperty("type", out JsonElement type)
        && type.GetString() is "response.completed" or "response.incomplete" or "response.failed" or "error";

    private static string KindOf(JsonElement body)
    {
        if (body.TryGetProperty("object", out JsonElement kind))
            return kind.GetString()!;
        return body.TryGetProperty("error", out _) ? "error" : TypeOf(body);
    }
}
