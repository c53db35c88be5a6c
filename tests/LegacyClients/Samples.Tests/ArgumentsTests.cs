using QuarterlyChart;

namespace AgentsMigration.Samples.Tests;

public sealed class ArgumentsTests
{
    private readonly Dictionary<string, string> _environment = [];
    private readonly StringWriter _error = new();

    [Fact]
    public void TryParse_Nothing_TakesTheSamplesOwnFileAndFolderAndTheEmulator()
    {
        Arguments arguments = Parse();
        Assert.True(File.Exists(arguments.CsvPath));
        Assert.Equal(Path.Combine("QuarterlyChart", "output"), arguments.OutputFolder[^"QuarterlyChart/output".Length..]);
        Assert.Null(arguments.FoundryProject);
        Assert.Null(arguments.OpenAIKey);
        Assert.Equal("gpt-4o-mini", arguments.Model);
    }

    [Theory]
    [InlineData("figures.csv", "--output", "here")]
    [InlineData("--output", "here", "figures.csv")]
    public void TryParse_FileAndFolder_TakesThemInAnyOrder(params string[] args)
    {
        Arguments arguments = Parse(args);
        Assert.Equal(("figures.csv", "here"), (arguments.CsvPath, arguments.OutputFolder));
    }

    [Fact]
    public void TryParse_Environment_ChoosesServiceAndModel()
    {
        _environment["FOUNDRY_PROJECT_ENDPOINT"] = "https://r.services.ai.azure.com/api/projects/p";
        _environment["OPENAI_API_KEY"] = "key";
        _environment["FOUNDRY_MODEL"] = "gpt-5";
        Arguments arguments = Parse();
        Assert.Equal(new Uri("https://r.services.ai.azure.com/api/projects/p"), arguments.FoundryProject);
        Assert.Equal(("key", "gpt-5"), (arguments.OpenAIKey, arguments.Model));
    }

    [Fact]
    public void TryParse_EmptyVariables_CountAsNotSet()
    {
        _environment["FOUNDRY_PROJECT_ENDPOINT"] = "";
        _environment["OPENAI_API_KEY"] = "";
        _environment["FOUNDRY_MODEL"] = "";
        Assert.Equal((null, null, "gpt-4o-mini"), (Parse().FoundryProject, Parse().OpenAIKey, Parse().Model));
    }

    [Theory]
    [InlineData("'--ouput'", "--ouput", "here")]
    [InlineData("--output needs one folder", "--output")]
    [InlineData("--output needs one folder", "--output", "")]
    [InlineData("--output needs one folder", "--output", "a", "--output", "b")]
    [InlineData("'b.csv'", "a.csv", "b.csv")]
    [InlineData("''", "")]
    public void TryParse_WrongArgument_NamesIt(string named, params string[] args) => AssertRefused(named, args);

    [Theory]
    [InlineData("my-project")]
    [InlineData("http://r.services.ai.azure.com/api/projects/p")]
    public void TryParse_EndpointThatIsNoHttpsAddress_NamesTheVariable(string endpoint)
    {
        _environment["FOUNDRY_PROJECT_ENDPOINT"] = endpoint;
        AssertRefused("FOUNDRY_PROJECT_ENDPOINT", []);
        Assert.Contains(endpoint, _error.ToString(), StringComparison.Ordinal);
    }

    private Arguments Parse(params string[] args)
    {
        Assert.True(Arguments.TryParse(args, _environment.GetValueOrDefault, _error, out Arguments? arguments));
        return arguments;
    }

    private void AssertRefused(string named, string[] args)
    {
        Assert.False(Arguments.TryParse(args, _environment.GetValueOrDefault, _error, out _));
        Assert.Contains(named, _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage:", _error.ToString(), StringComparison.Ordinal);
    }
}
