using System.ClientModel.Primitives;
using System.Text;
using AgentsMigration.TestSupport;

namespace AgentsMigration.LegacyClients;

/// <summary>What the legacy client itself sent and got to see.</summary>
internal sealed class LegacyTraffic : PipelinePolicy
{
    private readonly List<RecordedCall> _calls = [];

    public IReadOnlyList<RecordedCall> Calls => _calls;

    public IReadOnlyList<string> AssistantsMade =>
        [.. _calls
            .Where(call => call is { Method: "POST", Status: 200 }
                && call.Path.EndsWith("/assistants", StringComparison.Ordinal))
            .Select(call => call.ResponseJson.GetProperty("id").GetString()!)];

    public IReadOnlyList<string> FilesDownloaded =>
        [.. _calls.Select(call => call.Path.Split('/'))
            .Where(path => path is [.., "files", _, "content"])
            .Select(path => path[^2])
            .Distinct()];

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        ProcessNext(message, pipeline, currentIndex);
        Note(message);
    }

    public override async ValueTask ProcessAsync(
        PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex);
        Note(message);
    }

    private void Note(PipelineMessage message)
    {
        PipelineResponse response = message.Response!;
        string body = response.ContentStream is { CanSeek: true } or null
            ? Encoding.UTF8.GetString(response.Content.ToMemory().Span)
            : ""; // a stream that the caller has yet to read
        _calls.Add(new RecordedCall(
            message.Request.Method, message.Request.Uri!.PathAndQuery, RequestBody: null, response.Status, body));
    }
}
