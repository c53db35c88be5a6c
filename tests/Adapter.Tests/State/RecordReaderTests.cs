using System.Text;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Tests.State;

public sealed class RecordReaderTests
{
    [Fact]
    public void Read_SameBytesAgain_IsTheSameRecord() =>
        Assert.Same(Read("same", """{"id":"a"}"""), Read("same", """{"id":"a"}"""));

    [Fact]
    public void Read_OtherBytesUnderTheSameId_AreRead()
    {
        Read("other", """{"id":"a"}""");

        Assert.Equal("b", Read("other", """{"id":"b"}""").Id);
    }

    [Fact]
    public void Read_LongRecord_IsReadEachTime()
    {
        string json = $$"""{"id":"{{new string('a', 20_000)}}"}""";

        Assert.NotSame(Read("long", json), Read("long", json));
    }

    private static CursorRecord Read(string id, string json) => RecordReader<CursorRecord>.Read(
        new Document(new DocumentKey("cursor", id), "", Encoding.UTF8.GetBytes(json)), StateJson.Default.CursorRecord);
}
