using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Streaming;

namespace AgentsMigration.Streaming.Tests.Wire;

public sealed class DeltaTemplateTests
{
    private const string NumberFirst = """{"type":"response.output_text.delta","sequence_number":#,"item_id":"msg_1","content_index":2,"delta":@,"logprobs":[]}""";
    private const string TextFirst = """{"type":"response.output_text.delta","delta":@,"item_id":"msg_1","content_index":2,"sequence_number":#}""";

    private static readonly string[] Texts =
        ["", "a", " word", "ü😀", "\"", "\\", "\\\\\"", "ends\\", "\",\"logprobs\":[]}", "\",\"item_id\":\"", "line\nbreak", "}\"{", "1234"];

    [Theory]
    [InlineData(NumberFirst)]
    [InlineData(TextFirst)]
    public void TryRead_AnyText_SaysWhatParsingSays(string shape)
    {
        foreach (string learned in Texts)
        {
            DeltaTemplate template = new();
            byte[] first = Event(shape, 7, learned);
            Assert.True(V2Delta.TryRead(first, out V2Delta parsed));
            template.Learn(first, parsed);
            foreach ((string text, int i) in Texts.Select((text, i) => (text, i)))
            {
                byte[] data = Event(shape, 10_000 * i, text);
                Assert.True(template.TryRead(data, out V2Delta read));
                Assert.Equal((DeltaKind.Text, 10_000L * i, 2, "msg_1"), (read.Kind, read.Sequence, read.ContentIndex, Encoding.UTF8.GetString(read.ItemId)));
                Assert.Equal(text, JsonSerializer.Deserialize<string>($"\"{Encoding.UTF8.GetString(read.Escaped)}\""));
            }
        }
    }

    [Theory]
    [InlineData("""{"type":"response.output_text.delta","sequence_number":8,"item_id":"msg_2","content_index":2,"delta":"b","logprobs":[]}""")]
    [InlineData("""{"type":"response.output_text.delta","sequence_number":8,"item_id":"msg_1","content_index":2,"delta":"b","obfuscation":"x","logprobs":[]}""")]
    [InlineData("""{"type":"response.output_text.delta","sequence_number":8,"item_id":"msg_1","content_index":2,"delta":"b\","logprobs":[]}""")]
    [InlineData("""{"type":"response.output_text.delta","sequence_number":,"item_id":"msg_1","content_index":2,"delta":"b","logprobs":[]}""")]
    [InlineData("""{"type":"response.refusal.delta","sequence_number":8,"item_id":"msg_1","content_index":2,"delta":"b","logprobs":[]}""")]
    [InlineData("")]
    public void TryRead_AnotherShape_IsLeftToParsing(string other)
    {
        DeltaTemplate template = new();
        byte[] first = Event(NumberFirst, 7, "a");
        Assert.True(V2Delta.TryRead(first, out V2Delta parsed));
        template.Learn(first, parsed);

        Assert.False(template.TryRead(Encoding.UTF8.GetBytes(other), out _));
    }

    private static byte[] Event(string shape, int number, string text) =>
        Encoding.UTF8.GetBytes(shape.Replace("#", $"{number}", StringComparison.Ordinal).Replace("@", JsonSerializer.Serialize(text), StringComparison.Ordinal));
}
