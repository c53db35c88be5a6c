using AgentsMigration.Comparison.Files;

namespace AgentsMigration.TestSupport.Tests;

/// <summary>The images were written with another implementation: Python's zlib, filters by the PNG specification.</summary>
public sealed class PngImageTests
{
    [Theory]
    [InlineData(
        "gray",
        2,
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNgOAEAAMsAyWnIw2wAAAAASUVORK5CYII=",
        new uint[] { 0x000000FF, 0xC8C8C8FF })]
    [InlineData(
        "gray with alpha",
        1,
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAACCAQAAAAziH6sAAAADklEQVR4nGPg+s8gwgAABFwBHmsE+UcAAAAASUVORK5CYII=",
        new uint[] { 0x0A0A0AFF, 0x14141400 })]
    [InlineData(
        "RGBA, filters 4 and 3",
        2,
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAF0lEQVR4nGNhZGJm+QkEzKysbGxdQAAAM7oGNKEJIOoAAAAASUVORK5CYII=",
        new uint[] { 0x01020304, 0xFAFBFCFD, 0x05060708, 0x090A0B0C })]
    [InlineData(
        "palette, its first colour half transparent",
        3,
        "iVBORw0KGgoAAAANSUhEUgAAAAMAAAABCAMAAAAsPuSGAAAACVBMVEX/AAAA/wAAAP8tSs2KAAAAAXRSTlOArV5bRgAAAAxJREFUeJxjYGBkAgAACAAENuCwpgAAAABJRU5ErkJggg==",
        new uint[] { 0xFF000080, 0x00FF00FF, 0x0000FFFF })]
    [InlineData(
        "RGB in three chunks, one line of each filter",
        3,
        "iVBORw0KGgoAAAANSUhEUgAAAAMAAAAFCAIAAAAPE8H1AAAAEElEQVR4nGNgMEpht8yW8WtglA9stmhO8AAAABBJRE"
        + "FUZmdnFxUVZZKHAWa78AJhYYSPza4AAAAOSURBVGEpKSkWIA8iCwDHAwbR347oTAAAAABJRU5ErkJggg==",
        new uint[]
        {
            0x003264FF, 0x07396BFF, 0x1C4E80FF, 0x1F5183FF, 0x26588AFF,
            0x3B6D9FFF, 0x3E70A2FF, 0x4577A9FF, 0x5A8CBEFF, 0x5D8FC1FF,
            0x6496C8FF, 0x79ABDDFF, 0x7CAEE0FF, 0x83B5E7FF, 0x98CAFCFF,
        })]
    public void Decode_EachKind_GivesItsColours(string kind, int width, string base64, uint[] expected)
    {
        PngImage image = PngImage.Decode(Convert.FromBase64String(base64));
        Assert.Equal(width, image.Width);
        Assert.Equal(expected.Length / width, image.Height);
        IEnumerable<uint> pixels = Enumerable.Range(0, expected.Length).Select(i => image[i % width, i / width]);
        Assert.True(expected.SequenceEqual(pixels), kind);
        Assert.Equal(expected.Distinct().Count(), image.DistinctColors);
        Assert.False(image.IsBlank);
    }

    [Fact]
    public void IsBlank_OneColour_IsTrue() => Assert.True(Decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAD0lEQVR4nGP4jwQYiOMAANuQL9FuRbCyAAAAAElFTkSuQmCC").IsBlank);

    [Theory]
    [InlineData("text", "bm90IGEgUE5HIGZpbGU=")]
    [InlineData("nothing", "")]
    [InlineData("damaged", "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNgOQEAAMsAyWnIw2wAAAAASUVORK5CYII=")]
    [InlineData("a line missing", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAACCAAAAAC86un7AAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")]
    [InlineData("cut off", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAACCAAAAAC86un7AAAACklEQVR4nGNgAAAA")]
    [InlineData("16 bit", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABEAAAAABq7kcWAAAAC0lEQVR4nGNgYAAAAAMAAbitOmMAAAAASUVORK5CYII=")]
    [InlineData("interlaced", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAFNeavDAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")]
    [InlineData("unknown filter", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNlAAAADAAGjm0zfwAAAABJRU5ErkJggg==")]
    [InlineData(
        "colour not in the palette",
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAMAAAAoyzS7AAAAA1BMVEX/AAAZ4gk3AAAACklEQVR4nGNgBgAABQAE69OlZgAAAABJRU5ErkJggg==")]
    public void Decode_NoWholePng_Throws(string kind, string base64)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Decode(base64));
        Assert.False(string.IsNullOrEmpty(error.Message), kind);
    }

    private static PngImage Decode(string base64) => PngImage.Decode(Convert.FromBase64String(base64));
}
