using AgentsMigration.Tool.Fix;

namespace AgentsMigration.Tool.Tests.Fix;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Of_ChangesFarApart_MakesTwoHunks()
    {
        string before = string.Concat(Enumerable.Range(1, 20).Select(line => $"{line}\n"));
        string after = before.Replace("2\n3\n", "2\nnew\n3\n", StringComparison.Ordinal).Replace("18\n", "", StringComparison.Ordinal);

        Assert.Equal(
            """
            --- a/x.cs
            +++ b/x.cs
            @@ -1,5 +1,6 @@
             1
             2
            +new
             3
             4
             5
            @@ -15,6 +16,5 @@
             15
             16
             17
            -18
             19
             20

            """,
            UnifiedDiff.Of("x.cs", before, after));
    }

    [Fact]
    public void Of_NoNewLineAtTheEnd_SaysSo() => Assert.Equal(
        "--- a/x\n+++ b/x\n@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\r\n+b\n\\ No newline at end of file\n",
        UnifiedDiff.Of("x", "a", "a\r\nb"));

    [Fact]
    public void Of_NewFile_ComesFromNothing() =>
        Assert.Equal("--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n", UnifiedDiff.Of("x", null, "a\n"));

    [Fact]
    public void LineDiff_RandomTexts_LeadsFromOneToTheOther()
    {
        Random random = new(1);
        for (int round = 0; round < 200; round++)
        {
            string[] before = Lines(random), after = Lines(random);

            IReadOnlyList<(LineDiff.Kind Kind, string Line)> path = LineDiff.Of(before, after);

            Assert.Equal(before, path.Where(step => step.Kind != LineDiff.Kind.Added).Select(step => step.Line));
            Assert.Equal(after, path.Where(step => step.Kind != LineDiff.Kind.Removed).Select(step => step.Line));
        }

        static string[] Lines(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => $"{random.Next(4)}\n")];
    }
}
