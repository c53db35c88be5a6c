using System.ClientModel.Primitives;
using System.Text.Json;

namespace AgentsMigration.LegacyClients;

/// <summary>What the legacy client itself got to see: the ids of everything it made.</summary>
internal sealed class LegacyTraffic : PipelinePolicy
{
    private readonly List<string> _assistants = [];

    public IReadOnlyList<string> AssistantsMade => _assistants;

    public override void Process(
        PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
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
        if (message is { Request.Method: "POST", Response.Status: 200 }
            && message.Request.Uri!.AbsolutePath.EndsWith("/assistants", StringComparison.Ordinal))
        {
            _assistants.Add(JsonElement.Parse(message.Response.Content.ToMemory().Span).GetProperty("id").GetString()!);
        }
    }
}
