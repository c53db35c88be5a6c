using System.ClientModel;
using AgentsMigration.Comparison;
using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Recordings;
using OpenAI;
using OpenAI.Responses;
using Xunit;

namespace BeforeAndAfter;

public sealed class GreetingTests
{
    [Fact]
    public async Task Greeting_BeforeAndAfter_AreEqual()
    {
        // Recorded as below. With `new SocketsHttpHandler()` for the playback the app asks the service itself.
        using PlaybackHandler playback = new(Recording.Read(At("greeting.v2.json")));
        TranscriptComparison comparison = await SideBySide.CompareAsync(
            Side.Recorded(At("greeting.json")),
            Side.Run("migrated", playback, GreetAsync),
            ComparisonRules.Default,
            TestContext.Current.CancellationToken);
        comparison.AssertEqual();
    }

    private static async Task GreetAsync(TrafficRecorder recorder, CancellationToken cancellationToken)
    {
        OpenAIClientOptions options = new();
        options.SendThrough(recorder);
        OpenAIClient client = new(new ApiKeyCredential("unused"), options);
        CreateResponseOptions greeting = new() { Model = "gpt-4o", InputItems = { ResponseItem.CreateUserMessageItem("Hello!") } };
        await client.GetResponsesClient().CreateResponseAsync(greeting, cancellationToken);
    }

    private static string At(string file) => Path.Combine(AppContext.BaseDirectory, "recordings", file);
}
