using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Tests.Support;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Tests;

/// <summary>An app before its migration beside the same app after it: two languages, one transcript.</summary>
public sealed class AcrossServicesTests
{
    [Fact]
    public async Task Compare_LegacyAppAndMigratedApp_AreEqual()
    {
        await using World world = await World.StartAsync();
        TranscriptComparison comparison = await SideBySide.CompareAsync(
            Side.Run("before", world.Legacy(), (recorder, _) => LegacyApp.RunAsync(Client(recorder, new Uri("https://legacy.test/v1/")))),
            Side.Run("after", new SocketsHttpHandler(), (recorder, _) => MigratedApp.RunAsync(Client(recorder, world.V2))),
            ComparisonRules.Strict,
            World.Cancelled);

        comparison.AssertEqual();
        Assert.Equal((Wire.Legacy, Wire.V2), (comparison.Left.Wire, comparison.Right.Wire));
        Assert.Equal(4, comparison.Pairs.Count(pair => pair is { Left: MessageEntry, Right: MessageEntry }));
        Assert.Single(comparison.Pairs, pair => pair is { Left: ToolCallEntry { Output: "snow" }, Right: ToolCallEntry { Output: "snow" } });
        Assert.All(comparison.Left.Runs.Concat(comparison.Right.Runs), run => Assert.Equal("completed", run.Status));
        MessageEntry chart = comparison.Right.Messages.ElementAt(1);
        Assert.Equal("image/png", Assert.Single(chart.Images).File!.MediaType);
        Assert.Equal("report.csv", Assert.Single(chart.Annotations).File!.Name);
    }

    [Theory]
    [InlineData("image 1", DifferenceKind.LostImage, "container_file_citation", "unheard_of")]
    [InlineData("argument location", DifferenceKind.OtherArgument, "Oslo", "Bergen")]
    [InlineData("output", DifferenceKind.OtherOutput, "\"snow\"", "\"rain\"")]
    public async Task Compare_MigrationThatChangesSomething_NamesIt(string place, DifferenceKind kind, string before, string after)
    {
        await using World world = await World.StartAsync();
        Recording left = await world.RecordAsync(world.Legacy(), LegacyApp.RunAsync);
        Recording right = await world.RecordAsync(new SocketsHttpHandler(), client =>
        {
            client.BaseAddress = world.V2;
            return MigratedApp.RunAsync(client);
        });
        Recording changed = right with
        {
            Exchanges = [.. right.Exchanges.Select(exchange => exchange with
            {
                Request = Seeds.Replace(exchange.Request, before, after),
                Response = Seeds.Replace(exchange.Response, before, after),
            })],
        };
        TranscriptComparison comparison = TranscriptComparison.Of(Transcript.Of(left), Transcript.Of(changed));
        Assert.Contains(comparison.Differences, difference => difference.Kind == kind && difference.Where.EndsWith(place, StringComparison.Ordinal));
    }

    private static HttpClient Client(TrafficRecorder recorder, Uri address)
    {
        HttpClient client = new(recorder, disposeHandler: false) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("OpenAI-Beta", "assistants=v2");
        return client;
    }
}
