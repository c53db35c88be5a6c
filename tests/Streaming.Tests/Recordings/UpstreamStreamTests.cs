using System.Text.RegularExpressions;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Streaming.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Streaming.Tests.Recordings;

/// <summary>Every recorded stream of the real v2 service, translated.</summary>
public sealed partial class UpstreamStreamTests
{
    /// <summary>Shortened by hand, by those who published it: its deltas say less than its end.</summary>
    private const string Shortened = "vercel__ai__openai-shell-container.1.stream.json";

    private static readonly int[] Seeds = [1, 2, 3];

    public static TheoryData<string, int> Streams()
    {
        TheoryData<string, int> streams = [];
        foreach (string name in SharedFolder.RecordingNames("v2"))
        {
            Recording recording = Recording.Load("v2", name);
            for (int i = 0; i < recording.Exchanges.Count; i++)
            {
                // A resumed stream has no beginning: it is the second half of another one.
                if (recording.Exchanges[i] is { IsStream: true, Events: [{ Event: "response.created" }, ..] })
                    streams.Add(name, i);
            }
        }
        return streams;
    }

    [Fact]
    public void Streams_OfTheFolder_AreMany() => Assert.True(!SharedFolder.Exists || Streams().Count >= 35, $"{Streams().Count}");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Streams))]
    public async Task Stream_Recorded_AddsUpToTheFinalObjectsThatGetAnswers(string name, int exchange)
    {
        IReadOnlyList<RecordedEvent> recorded = Recording.Load("v2", name).Exchanges[exchange].Events;
        using StubWorld world = StubWorld.Of(recorded);

        IReadOnlyList<LegacyEvent> events = await world.StreamAsync();

        Assert.DoesNotContain(events, e => e.Name == "error");
        Assert.Equal("done", events[^1].Name);
        if (!AddsUp(recorded))
        {
            Assert.Equal(Shortened, name);
            return;
        }
        await Agreement.AssertAsync(world.Client, events);
        Assert.Equal(Deltas(recorded, "response.output_text.delta") > 0, events.Any(e => e.Name == "thread.message.delta"));
        Assert.Equal(
            Deltas(recorded, "response.code_interpreter_call_code.delta"),
            events.Count(e => e.Name == "thread.run.step.delta" && e.Data.Contains("\"input\":\"", StringComparison.Ordinal) && !e.Data.Contains("\"input\":\"\",", StringComparison.Ordinal)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Streams))]
    public async Task Stream_CutAnywhere_IsTheSame(string name, int exchange)
    {
        IReadOnlyList<RecordedEvent> recorded = Recording.Load("v2", name).Exchanges[exchange].Events;
        using StubWorld whole = StubWorld.Of(recorded);
        string expected = WithoutRunId(await whole.StreamTextAsync());
        foreach (int seed in Seeds)
        {
            Random random = new(seed);
            byte[] wire = seed switch
            {
                1 => StubService.Encode(recorded),
                2 => StubService.Encode(recorded, "\r\n"),
                _ => StubService.Encode(recorded, comment: ": keep-alive\n\n"),
            };
            using StubWorld cut = new(new StubService(
                () => new CutStream(new MemoryStream(wire), wire.Length, CutEnd.End, () => seed == 1 ? 1 : random.Next(1, 200)), StubService.Final(recorded)));
            Assert.Equal(expected, WithoutRunId(await cut.StreamTextAsync()));
        }
    }

    /// <summary>Each run has its own.</summary>
    private static string WithoutRunId(string text) => RunId().Replace(text, "run_");

    [GeneratedRegex("run_[0-9a-z]{24}")]
    private static partial Regex RunId();

    private static bool AddsUp(IReadOnlyList<RecordedEvent> recorded) => recorded
        .Where(e => e.Event == "response.output_text.done")
        .All(done => done.Data.GetProperty("text").GetString() == string.Concat(recorded
            .Where(e => e.Event == "response.output_text.delta" && e.Data.GetProperty("item_id").GetString() == done.Data.GetProperty("item_id").GetString())
            .Select(e => e.Data.GetProperty("delta").GetString())));

    private static int Deltas(IEnumerable<RecordedEvent> recorded, string type) =>
        recorded.TakeWhile(e => e.Event is not ("response.completed" or "response.incomplete")).Count(e => e.Event == type);
}
