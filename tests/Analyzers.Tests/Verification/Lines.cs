using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentsMigration.Analyzers.Tests.Verification;

/// <summary>
/// Holds every line of a source to the ids in its trailing <c>//: AGM1001 AGM1003</c> comment, in order of place;
/// a line without one must be free of diagnostics. With <c>only</c>, other rules do not count.
/// </summary>
internal static class Lines
{
    private const string Mark = "//:";

    public static Task VerifyAsync(
        string source, IReadOnlyList<MetadataReference> references, string[]? only = null, params string[] symbols) =>
        VerifyAsync([source], references, compiles: true, only, symbols);

    /// <summary>For code whose package was upgraded away: it need not compile.</summary>
    public static Task VerifyUnboundAsync(
        string source, IReadOnlyList<MetadataReference> references, string[]? only = null) =>
        VerifyAsync([source], references, compiles: false, only, []);

    public static async Task VerifyAsync(
        string[] sources, IReadOnlyList<MetadataReference> references, bool compiles, string[]? only, string[] symbols)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = Analysis.Compile(references, sources, symbols);
        if (compiles) Analysis.AssertCompiles(compilation, cancellationToken);

        ImmutableArray<Diagnostic> found = await Analysis.AnalyzeAsync(compilation, cancellationToken);
        ILookup<(string, int), string> byLine = found
            .Where(d => only is null || only.Contains(d.Id))
            .ToLookup(d => (d.Location.SourceTree!.FilePath, d.Location.GetLineSpan().StartLinePosition.Line), d => d.Id);

        StringBuilder wrong = new();
        for (int file = 0; file < sources.Length; file++)
        {
            string[] lines = sources[file].ReplaceLineEndings("\n").Split('\n');
            HashSet<int> disabled = DisabledLines(compilation.SyntaxTrees[file + 1]);
            for (int line = 0; line < lines.Length; line++)
            {
                if (disabled.Contains(line)) continue;

                string expected = Expected(lines[line]);
                string actual = string.Join(' ', byLine[($"File{file}.cs", line)].Order(StringComparer.Ordinal));
                if (expected != actual)
                    wrong.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{line + 1}: [{actual}] {lines[line].Trim()}");
            }
        }

        Assert.True(wrong.Length == 0, "Lines whose diagnostics [as found] are not those of their comment:\n" + wrong);
    }

    /// <summary>Lines that an #if took out.</summary>
    private static HashSet<int> DisabledLines(SyntaxTree tree) =>
    [
        .. tree.GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            .Select(trivia => tree.GetLineSpan(trivia.Span))
            .SelectMany(span => Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line)),
    ];

    private static string Expected(string line)
    {
        int mark = line.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0
            ? ""
            : string.Join(' ', line[(mark + Mark.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
