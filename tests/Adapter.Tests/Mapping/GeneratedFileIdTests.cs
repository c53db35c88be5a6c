using AgentsMigration.Adapter.Mapping;

namespace AgentsMigration.Adapter.Tests.Mapping;

public sealed class GeneratedFileIdTests
{
    [Theory]
    [InlineData("cntr_68d5f327b91c81909435d275fe074b49093afed850f1b7c8", "cfile_68d5f33c3858819192ae1a58775ed834")]
    [InlineData("cntr_6a3d55ae040c8191a9b06f7e22737f2c0badcf6f6b25e173aa", "cfile_00005f33c3858819192ae1a58775ed83")]
    [InlineData("cntr_notHexAtAll", "cfile_68d5f33c3858819192ae1a58775ed834")]
    [InlineData("session-42", "chart.png")]
    public void TryParse_CreatedId_GivesBothIdsBack(string container, string file)
    {
        string id = GeneratedFileId.Create(container, file);

        Assert.True(GeneratedFileId.TryParse(id, out string parsedContainer, out string parsedFile));
        Assert.Equal((container, file), (parsedContainer, parsedFile));
    }

    [Fact]
    public void Create_WireIds_FitsIntoSixtyFourCharacters()
    {
        string id = GeneratedFileId.Create(
            "cntr_68d5f327b91c81909435d275fe074b49093afed850f1b7c8", "cfile_68d5f33c3858819192ae1a58775ed834");

        Assert.Matches("^file-[0-9A-Za-z]{50,59}$", id);
    }

    [Theory]
    [InlineData("file-YGfBMcnzep36vcovKFhRLK")]
    [InlineData("assistant-R9uhPxvRKGH3m0x5zBOhMjd2")]
    [InlineData("file-zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("file-____________________________________________________")]
    [InlineData("")]
    public void TryParse_ForeignId_Refuses(string id) => Assert.False(GeneratedFileId.TryParse(id, out _, out _));
}
