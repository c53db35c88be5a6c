using System.Text;
using AgentsMigration.Adapter.Streaming;
using AgentsMigration.Streaming.Tests.Support;

namespace AgentsMigration.Streaming.Tests.Wire;

public sealed class SseReaderTests
{
    [Theory]
    [InlineData("data: a\n\ndata: b\n\n", "a|b")]
    [InlineData("data: a\r\n\r\ndata: b\r\n\r\n", "a|b")]
    [InlineData("data: a\r\rdata: b\r\r", "a|b")]
    [InlineData("\uFEFFdata:a\n\n", "a")]
    [InlineData("event: x\n:comment\nid: 1\ndata: a\ndata: b\n\n", "a\nb")]
    [InlineData(": ping\n\n\n\ndata: a\n\n", "a")]
    [InlineData("data\n\ndata: \n\n", "|")]
    [InlineData("data: a\n\ndata: cut off", "a")]
    [InlineData("database: no\n\ndata: ü😀\n\n", "ü😀")]
    public async Task Read_AnyLineEndsAndChunks_GivesTheData(string wire, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(wire);
        for (int size = 1; size <= bytes.Length; size++)
        {
            int piece = size;
            SseReader reader = new(new CutStream(new MemoryStream(bytes), bytes.Length, CutEnd.End, () => piece));
            List<string> events = [];
            do
            {
                while (reader.TryRead())
                    events.Add(Encoding.UTF8.GetString(reader.Data));
            }
            while (await reader.FillAsync(TestContext.Current.CancellationToken));
            Assert.Equal(expected, string.Join("|", events));
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("ü😀", 2)]
    [InlineData("""a\n\"\\b""", 5)]
    [InlineData("""\u00fc\ud83d\ude00\uD83D\uDE00x""", 4)]
    public void CountCodePoints_EscapedText_CountsWhatItStandsFor(string escaped, int expected) =>
        Assert.Equal(expected, EscapedText.CountCodePoints(Encoding.UTF8.GetBytes(escaped)));
}
