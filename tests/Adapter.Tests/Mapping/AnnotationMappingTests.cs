using System.Text.Json;
using AgentsMigration.Adapter.Mapping;

namespace AgentsMigration.Adapter.Tests.Mapping;

public sealed class AnnotationMappingTests
{
    private const string Container = "cntr_68d5f327b91c81909435d275fe074b49093afed850f1b7c8";
    private const string File = "cfile_68d5f33c3858819192ae1a58775ed834";
    private const string Link = "sandbox:/mnt/data/chart.png";

    [Fact]
    public void Map_SandboxLink_BecomesFilePathOverTheSameText()
    {
        LegacyText text = Map($"See [it]({Link}).", Citation(9, 9 + Link.Length, "chart.png"));

        LegacyAnnotation annotation = Assert.Single(text.Annotations);
        Assert.Equal($"See [it]({Link}).", text.Value);
        Assert.Equal((AnnotationKind.FilePath, 9, 9 + Link.Length), (annotation.Kind, annotation.Start, annotation.End));
        Assert.Equal(Link, annotation.Text);
        Assert.Equal(GeneratedFileId.Create(Container, File), annotation.FileId);
    }

    [Fact]
    public void Map_DisplayedImage_BecomesAnImageAndNoAnnotation()
    {
        LegacyText text = Map("Here.", Citation(0, 0, $"{File}.png"));

        Assert.Empty(text.Annotations);
        Assert.Equal([GeneratedFileId.Create(Container, File)], text.ImageFileIds);
    }

    [Theory]
    [InlineData(1)] // code points
    [InlineData(2)] // UTF-16 units
    public void Map_EmojiBeforeTheLink_FindsItInEitherUnitAndCountsCodePoints(int emojiWidth)
    {
        int start = emojiWidth + 1;
        LegacyText text = Map($"😀 {Link}", Citation(start, start + Link.Length, "chart.png"));

        LegacyAnnotation annotation = Assert.Single(text.Annotations);
        Assert.Equal(Link, annotation.Text);
        Assert.Equal((2, 2 + Link.Length), (annotation.Start, annotation.End));
    }

    [Fact]
    public void Map_CitationWithoutOffsets_IsLocatedByItsFilename()
    {
        LegacyText text = Map($"See {Link}", Citation(null, null, "chart.png"));

        Assert.Equal((4, 4 + Link.Length), (text.Annotations[0].Start, text.Annotations[0].End));
    }

    [Fact]
    public void Map_CitationOfAFileThatTheTextDoesNotLink_StandsAtTheEnd()
    {
        LegacyText text = Map("Done.", Citation(null, null, "table.csv"));

        Assert.Equal((5, 5, ""), (text.Annotations[0].Start, text.Annotations[0].End, text.Annotations[0].Text));
    }

    [Fact]
    public void Map_FileCitations_PutsMarkersInAndShiftsWhatFollows()
    {
        string source = $"A. B. {Link}";
        LegacyText text = Map(
            source,
            Citation(6, 6 + Link.Length, "chart.png"),
            FileCitation(5, "b.pdf"),
            FileCitation(2, "a.pdf"));

        Assert.Equal($"A.【4:0†a.pdf】 B.【4:1†b.pdf】 {Link}", text.Value);
        Assert.Equal(["【4:0†a.pdf】", "【4:1†b.pdf】", Link], text.Annotations.Select(a => a.Text));
        Assert.All(text.Annotations, a => Assert.Equal(a.Text, text.Value[a.Start..a.End]));
    }

    [Fact]
    public void Map_OffsetsBeyondTheText_StayInside()
    {
        LegacyText text = Map("Short.", Citation(400, 900, "table.csv"), FileCitation(99, "a.pdf"));

        Assert.All(text.Annotations, a => Assert.InRange(a.End, 0, text.Value.Length));
    }

    [Fact]
    public void Map_UrlCitation_KeepsItsPlace()
    {
        LegacyText text = Map(
            "See here.", """{"type":"url_citation","start_index":4,"end_index":8,"url":"https://x.test/","title":"X"}""");

        Assert.Equal((AnnotationKind.UrlCitation, "here"), (text.Annotations[0].Kind, text.Annotations[0].Text));
    }

    private static LegacyText Map(string text, params string[] annotations) =>
        AnnotationMapping.Map(JsonElement.Parse(
            $$"""{"type":"output_text","text":{{Quote(text)}},"annotations":[{{string.Join(",", annotations)}}]}"""));

    private static string Citation(int? start, int? end, string filename) =>
        $$"""
        {"type":"container_file_citation","container_id":"{{Container}}","file_id":"{{File}}","filename":"{{filename}}",
         "start_index":{{Number(start)}},"end_index":{{Number(end)}}}
        """;

    private static string FileCitation(int index, string filename) =>
        $$"""{"type":"file_citation","index":{{index}},"file_id":"file-1","filename":"{{filename}}"}""";

    private static string Number(int? value) => value?.ToString() ?? "null";

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
