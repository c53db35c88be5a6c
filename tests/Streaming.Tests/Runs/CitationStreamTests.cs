using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Streaming.Tests.Support;

namespace AgentsMigration.Streaming.Tests.Runs;

/// <summary>Citations as a stream meets them, beside what GET makes of the same message.</summary>
public sealed class CitationStreamTests
{
    private const string Container = "cntr_68d5f2ff0000000000000000000000000000000000000004";
    private const string Image = "cfile_68d5f31200208191afd3130709930804";
    private const string FirstMessage = "msg_68d5f3100000000000000000000000000000000000000005";

    private static readonly string ImageCitation =
        $$"""{"type":"container_file_citation","container_id":"{{Container}}","file_id":"{{Image}}","filename":"{{Image}}.png","start_index":0,"end_index":0}""";

    [Theory]
    [InlineData(9, 9)] // where it came, behind an emoji, an escaped quote and a line break
    [InlineData(4, 9)] // it says something else than where it came
    public async Task FileCitation_Anywhere_StandsWhereItCame(int says, int stands)
    {
        string citation = $$"""{"type":"file_citation","index":{{says}},"file_id":"file-1","filename":"a.pdf"}""";
        string[] pieces = ["😀 \"Gr", "ü", "ße\n", " and so on"];
        using StubWorld world = StubWorld.Of(
        [
            .. Made.Beginning,
            Made.Delta(4, pieces[0]),
            Made.Delta(5, pieces[1]),
            Made.Delta(6, pieces[2]),
            Annotation(7, citation),
            Made.Delta(8, pieces[3]),
            .. Made.Ending(9, string.Concat(pieces), citation),
        ]);

        IReadOnlyList<LegacyEvent> events = await world.StreamAsync();

        await Agreement.AssertAsync(world.Client, events);
        JsonElement text = events.Single(e => e.Name == "thread.message.completed").Json.GetProperty("content")[0].GetProperty("text");
        Assert.Equal("😀 \"Grüße\n【4:0†a.pdf】 and so on", text.GetProperty("value").GetString());
        Assert.Equal(stands, text.GetProperty("annotations")[0].GetProperty("start_index").GetInt32());
    }

    [Fact]
    public async Task Citations_OfEveryKind_ShiftEachOther()
    {
        const string text = "A. See sandbox:/mnt/data/t.csv and here.";
        string[] citations =
        [
            """{"type":"file_citation","index":2,"file_id":"file-1","filename":"a.pdf"}""",
            """{"type":"file_citation","index":2,"file_id":"file-2","filename":"b.pdf"}""",
            $$"""{"type":"container_file_citation","container_id":"{{Container}}","file_id":"{{Image}}","filename":"t.csv","start_index":7,"end_index":30}""",
            """{"type":"url_citation","start_index":35,"end_index":39,"url":"https://x.test/","title":"X"}""",
        ];
        using StubWorld world = StubWorld.Of(
        [
            .. Made.Beginning,
            Made.Delta(4, text[..2]),
            Annotation(5, citations[0]),
            Annotation(6, citations[1]),
            Made.Delta(7, text[2..]),
            Annotation(8, citations[2]),
            Annotation(9, citations[3]),
            .. Made.Ending(10, text, string.Join(",", citations)),
        ]);

        IReadOnlyList<LegacyEvent> events = await world.StreamAsync();

        await Agreement.AssertAsync(world.Client, events);
        JsonElement final = events.Single(e => e.Name == "thread.message.completed").Json.GetProperty("content")[0].GetProperty("text");
        string value = final.GetProperty("value").GetString()!;
        Assert.Equal("A.【4:0†a.pdf】【4:1†b.pdf】 See sandbox:/mnt/data/t.csv and here.", value);
        Assert.Equal(
            ["【4:0†a.pdf】", "【4:1†b.pdf】", "sandbox:/mnt/data/t.csv", "here"],
            final.GetProperty("annotations").EnumerateArray().Select(a => value[a.GetProperty("start_index").GetInt32()..a.GetProperty("end_index").GetInt32()]));
    }

    [Fact]
    public async Task Image_ThatOnlyItsCitationTellsOf_FollowsTheText()
    {
        using StubWorld world = StubWorld.Of(
            [.. Made.Beginning, Made.Delta(4, "Here."), Annotation(5, ImageCitation), .. Made.Ending(6, "Here.", ImageCitation)]);

        IReadOnlyList<LegacyEvent> events = await world.StreamAsync();

        await Agreement.AssertAsync(world.Client, events);
        Assert.Equal(["text", "image_file"], Types(events, Made.Message));
    }

    [Fact]
    public async Task Image_CitedByALaterMessageThanItsFirst_StandsOnce()
    {
        string url = "data:image/png;base64," + Convert.ToBase64String("bytes"u8);
        string call = $$"""
            {"id":"ci_68d5f3000000000000000000000000000000000000000006","type":"code_interpreter_call","status":"completed",
             "code":"show()","container_id":"{{Container}}","outputs":[{"type":"image","url":"{{url}}"}]}
            """;
        string first = $$"""{"id":"{{FirstMessage}}","type":"message","status":"completed","role":"assistant","content":[{{Made.Part("A.")}}]}""";
        string second = Made.Item("completed", "B.", ImageCitation);
        using StubWorld world = StubWorld.Of(
        [
            .. Made.Beginning.Take(2),
            Item("added", 2, call),
            Item("done", 3, call),
            Item("added", 4, first),
            Part("added", 5, FirstMessage, Made.Part("")),
            Part("done", 6, FirstMessage, Made.Part("A.")),
            Item("done", 7, first),
            Item("added", 8, Made.Item("in_progress")),
            Made.Delta(9, "B."),
            Annotation(10, ImageCitation),
            Part("done", 11, Made.Message, Made.Part("B.", ImageCitation)),
            Item("done", 12, second),
            Made.Status("response.completed", 13, "completed", $"{call},{first},{second}"),
        ]);

        IReadOnlyList<LegacyEvent> events = await world.StreamAsync();

        await Agreement.AssertAsync(world.Client, events);
        Assert.Equal(["image_file", "text"], Types(events, FirstMessage));
        Assert.Equal(["text"], Types(events, Made.Message));
    }

    private static RecordedEvent Annotation(int sequence, string annotation) => Made.Event(
        "response.output_text.annotation.added",
        $"\"sequence_number\":{sequence},\"item_id\":\"{Made.Message}\",\"content_index\":0,\"annotation\":{annotation}");

    private static RecordedEvent Item(string what, int sequence, string item) =>
        Made.Event($"response.output_item.{what}", $"\"sequence_number\":{sequence},\"item\":{item}");

    private static RecordedEvent Part(string what, int sequence, string id, string part) => Made.Event(
        $"response.content_part.{what}", $"\"sequence_number\":{sequence},\"item_id\":\"{id}\",\"content_index\":0,\"part\":{part}");

    private static IEnumerable<string> Types(IReadOnlyList<LegacyEvent> events, string message) =>
        events.Single(e => e.Name == "thread.message.completed" && e.Text("id") == message)
            .Json.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()!);
}
