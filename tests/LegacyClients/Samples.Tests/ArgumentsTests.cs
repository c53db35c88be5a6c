using QuarterlyChart;

namespace AgentsMigration.Samples.Tests;

public sealed class ArgumentsTests
{
    [Fact]
    public void TryParse_None_TakesTheSamplesOwnFileAndFolder()
    {
        Assert.True(Arguments.TryParse([], TextWriter.Null, out Arguments? arguments));
        Assert.True(File.Exists(arguments.CsvPath));
        Assert.Equal("output", Path.GetFileName(arguments.OutputFolder));
    }

    [Theory]
    [InlineData("figures.csv", "--output", "here")]
    [InlineData("--output", "here", "figures.csv")]
    public void TryParse_Both_TakesThemInAnyOrder(params string[] args)
    {
        Assert.True(Arguments.TryParse(args, TextWriter.Null, out Arguments? arguments));
        Assert.Equal(new Arguments("figures.csv", "here"), arguments);
    }

    [Theory]
    [InlineData("'--ouput'", "--ouput", "here")]
    [InlineData("--output needs one folder", "--output")]
    [InlineData("--output needs one folder", "--output", "")]
    [InlineData("--output needs one folder", "--output", "a", "--output", "b")]
    [InlineData("'b.csv'", "a.csv", "b.csv")]
    [InlineData("''", "")]
    public void TryParse_Wrong_NamesIt(string named, params string[] args)
    {
        StringWriter error = new();
        Assert.False(Arguments.TryParse(args, error, out _));
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage:", error.ToString(), StringComparison.Ordinal);
    }
}
