using AgentsMigration.Tool.Fix;

namespace AgentsMigration.Tool.Tests.Fix;

public sealed class TextMergeTests
{
    private const string Before = "a\nb\nc\nd\n";

    [Theory]
    [InlineData("A\nb\nc\nd\n", "a\nb\nc\nD\n", "A\nb\nc\nD\n")]
    [InlineData("A\nb\nc\nD\n", "A\nb\nC\nD\n", null)]
    [InlineData("A\nb\nc\nd\n", "A\nb\nc\n", "A\nb\nc\n")]
    [InlineData("a\nb\nx\nc\nd\n", "a\nb\nx\nc\nd\n", "a\nb\nx\nc\nd\n")]
    [InlineData("a\nb\nx\nc\nd\n", "a\nb\ny\nc\nd\n", null)]
    [InlineData("A\nb\nc\nd\n", "B\nb\nc\nd\n", null)]
    [InlineData(Before, "a\nb\nc\nd\ne", "a\nb\nc\nd\ne")]
    public void Of_TwoChanges_AreBothThereOrNone(string one, string other, string? merged)
    {
        Assert.Equal(merged, TextMerge.Of(Before, [one, other]));
        Assert.Equal(merged, TextMerge.Of(Before, [other, one]));
    }
}
