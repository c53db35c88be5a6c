using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Transcripts;
using BeforeAndAfter.After;
using BeforeAndAfter.Before;
using OpenAI;
using QuarterlyChart;
using Xunit;

namespace BeforeAndAfter;

/// <summary>Each scenario as it was and as it is; equal means that nobody who uses the app sees a difference.</summary>
public sealed class ScenarioTests : IDisposable
{
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("side-by-side-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task QuarterlyChart_BeforeAndAfter_AreEqual()
    {
        LegacyAppOptions options = new() { CsvPath = Path.Combine(AppContext.BaseDirectory, "companies.csv"), OutputFolder = _output.FullName };
        TranscriptComparison comparison = await Sides.CompareAsync(
            (client, stop) => RunLegacyAsync(client, options, stop),
            (client, stop) => ChartAfter.RunAsync(client, options.CsvPath, options.Question, stop),
            Cancelled);

        comparison.AssertEqual();
        Assert.NotNull(Assert.Single(comparison.Right.Messages.Last().Images).File!.Content);
    }

    [Fact]
    public async Task Functions_BeforeAndAfter_AreEqual()
    {
        TranscriptComparison comparison = await Sides.CompareAsync(FunctionsBefore.RunAsync, FunctionsAfter.RunAsync, Cancelled);

        comparison.AssertEqual();
        Assert.Equal("get_weather", Assert.Single(comparison.Right.ToolCalls).Name);
    }

    [Fact]
    public async Task Streaming_BeforeAndAfter_AreEqual()
    {
        TranscriptComparison comparison = await Sides.CompareAsync(StreamingBefore.RunAsync, StreamingAfter.RunAsync, Cancelled);

        comparison.AssertEqual();
        Assert.Equal(2, comparison.Right.Messages.Count());
    }

    [Fact]
    public async Task FileSearch_BeforeAndAfter_AreEqual()
    {
        TranscriptComparison comparison = await Sides.CompareAsync(FileSearchBefore.RunAsync, FileSearchAfter.RunAsync, Cancelled);

        comparison.AssertEqual();
        Assert.Equal(AnnotationKind.FileCitation, Assert.Single(comparison.Right.Messages.Last().Annotations).Kind);
    }

    public void Dispose() => _output.Delete(recursive: true);

    private static async Task RunLegacyAsync(OpenAIClient client, LegacyAppOptions options, CancellationToken cancellationToken)
    {
        StringWriter output = new();
        Assert.True(await LegacyApp.RunAsync(client, options, output, cancellationToken) == 0, output.ToString());
    }
}
