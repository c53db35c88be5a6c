using System.ClientModel;
using AgentsMigration.Comparison;
using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Recordings.Redacting;
using AgentsMigration.Comparison.Reporting;
using OpenAI;
using OpenAI.Containers;
using OpenAI.Responses;

namespace BeforeAndAfter;

/// <summary>What docs/migration-guide.md, docs/comparison.md and the pages of docs/pains show, compiled.</summary>
internal static class GuideSnippets
{
    public static async Task RecordAsync(string apiKey, Func<OpenAIClient, Task> runTheApp)
    {
        using TrafficRecorder recorder = new();
        OpenAIClientOptions options = new();
        options.SendThrough(recorder);
        OpenAIClient client = new(new ApiKeyCredential(apiKey), options);
        await runTheApp(client);
        recorder.Save("recordings/chart.json");
    }

    public static async Task PlayAsync(Func<OpenAIClient, Task> runTheApp)
    {
        using PlaybackHandler playback = new(Recording.Read("recordings/chart.json"));
        OpenAIClientOptions options = new();
        options.SendThrough(playback);
        OpenAIClient client = new(new ApiKeyCredential("unused"), options);
        await runTheApp(client);
    }

    public static async Task CompareAsync(
        HttpMessageHandler network, Func<TrafficRecorder, CancellationToken, Task> runMigratedApp, CancellationToken cancellationToken)
    {
        TranscriptComparison comparison = await SideBySide.CompareAsync(
            Side.Recorded("recordings/chart.json"),
            Side.Run("migrated", network, runMigratedApp),
            ComparisonRules.Default with { SameModelText = true },
            cancellationToken);
        await File.WriteAllTextAsync("chart.html", HtmlReport.Render(ComparisonReport.Of(comparison)), cancellationToken);
        comparison.AssertEqual();
    }

    public static TrafficRecorder Redact(HttpMessageHandler network)
    {
        Redaction redaction = Redaction.Default
            .With(RedactionRule.ConversationText)
            .With(RedactionRule.Property("customer", "someone"))
            .With("Contoso", "a company");
        return new TrafficRecorder(network, redaction);
    }

    public static async Task DownloadAsync(OpenAIClient client, ResponseResult response, CancellationToken cancellationToken)
    {
        ContainerClient containers = client.GetContainerClient();
        foreach (ContainerFileCitationMessageAnnotation citation in response.OutputItems.OfType<MessageResponseItem>()
            .SelectMany(item => item.Content).SelectMany(part => part.OutputTextAnnotations).OfType<ContainerFileCitationMessageAnnotation>())
        {
            BinaryData file = await containers.DownloadContainerFileAsync(citation.ContainerId, citation.FileId, cancellationToken);
            await File.WriteAllBytesAsync(Path.GetFileName(citation.Filename), file.ToArray(), cancellationToken);
        }
    }
}
