using System.Text;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations.Files;

namespace AgentsMigration.Adapter.Tests.Operations;

public sealed class MultipartScannerTests
{
    private const string Quoted =
        "--b=_1\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nassistants\r\n"
        + "--b=_1\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a b.csv\"\r\ncontent-type: text/csv\r\n\r\n1;--b=2\r\n\r\n--b\r\n--b=_1--\r\n";

    private const string Unquoted =
        "--b=_1\r\nContent-Disposition: form-data; name=file; filename=data.csv; filename*=utf-8''data.csv\r\n\r\nx\r\n"
        + "--b=_1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=purpose\r\n\r\nassistants\r\n--b=_1--\r\n";

    [Theory]
    [InlineData(Quoted, "a b.csv")]
    [InlineData(Unquoted, "data.csv")]
    public void Feed_CutAnywhere_FindsNameAndPurpose(string form, string filename)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(form);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            MultipartScanner scanner = new("b=_1");
            scanner.Feed(bytes.AsSpan(0, cut));
            scanner.Feed(bytes.AsSpan(cut));
            Assert.Equal((filename, "assistants"), (scanner.FileName, scanner.Purpose));
        }
    }

    [Theory]
    [InlineData(Quoted)]
    [InlineData(Unquoted)]
    public void Feed_UnsupportedType_IsRefusedInEitherOrder(string form)
    {
        MultipartScanner scanner = new("b=_1");

        LegacyException error = Assert.Throws<LegacyException>(
            () => scanner.Feed(Encoding.UTF8.GetBytes(form.Replace(".csv", ".exe"))));

        Assert.Equal((400, "file"), (error.StatusCode, error.Parameter));
        Assert.StartsWith("Invalid extension exe. Supported formats: \"c\", \"cpp\"", error.Message);
    }

    [Fact]
    public void Feed_UnsupportedTypeForAnotherPurpose_Passes()
    {
        MultipartScanner scanner = new("b=_1");
        scanner.Feed(Encoding.UTF8.GetBytes(Quoted.Replace(".csv", ".jsonl").Replace("assistants", "batch")));

        Assert.Equal("batch", scanner.Purpose);
    }

    [Theory]
    [InlineData(Quoted)]
    [InlineData(Unquoted)]
    public async Task Translator_CutAnywhere_ChangesThePurposeOfAPictureAndNothingElse(string form)
    {
        string picture = form.Replace("assistants", "vision");
        foreach ((string given, string expected) in new[] { (picture, form), (form, form), (form.Replace("assistants", "batch"), form.Replace("assistants", "batch")) })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(given);
            for (int cut = 1; cut <= bytes.Length; cut++)
            {
                using PiecewiseStream pieces = new(bytes, cut);
                await using UploadTranslator translator = new(pieces, new MultipartScanner("b=_1", "assistants"));
                using StreamReader reader = new(translator);
                Assert.Equal(expected, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
            }
        }
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=\"a=b_c\"", "a=b_c")]
    [InlineData("multipart/form-data; boundary=abc; charset=utf-8", "abc")]
    [InlineData("application/json", null)]
    [InlineData("multipart/form-data", null)]
    public void BoundaryOf_ContentType_IsRead(string contentType, string? boundary) =>
        Assert.Equal(boundary, MultipartScanner.BoundaryOf(contentType));

    /// <summary>Gives so many bytes at once and no more.</summary>
    private sealed class PiecewiseStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(count, size), cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
