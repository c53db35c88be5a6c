using System.ClientModel;
using System.Diagnostics;
using OpenAI.Assistants;

namespace Wrapped;

public enum Outcome { Answered, Failed, TimedOut }

public readonly record struct AgentRef(string AssistantId, string Name);

public sealed record ConversationRef(string ThreadId);

public sealed record AskResult(Outcome Outcome, string? Text);

public interface IAssistantGateway
{
    Task<AgentRef> EnsureAssistantAsync(string name, string instructions, CancellationToken ct = default);
    Task<ConversationRef> StartAsync(CancellationToken ct = default);
    Task<AskResult> AskAsync(ConversationRef conversation, AgentRef agent, string text, CancellationToken ct = default);
    Task<bool> EndAsync(ConversationRef conversation, CancellationToken ct = default);
}

public sealed class AssistantGateway(AssistantClient client) : IAssistantGateway
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public async Task<AgentRef> EnsureAssistantAsync(string name, string instructions, CancellationToken ct = default)
    {
        ClientResult<Assistant> created = await client.CreateAssistantAsync(
            "gpt-4o",
            new AssistantCreationOptions
            {
                Name = name,
                Instructions = instructions,
                Temperature = 0.2f,
                NucleusSamplingFactor = 0.9f,
                Metadata = { { "owner", "wrapper" } },
            },
            ct);
        return new AgentRef(created.Value.Id, created.Value.Name);
    }

    public async Task<ConversationRef> StartAsync(CancellationToken ct = default)
        => new((await client.CreateThreadAsync(cancellationToken: ct)).Value.Id);

    public async Task<AskResult> AskAsync(ConversationRef conversation, AgentRef agent, string text, CancellationToken ct = default)
    {
        _ = await client.CreateMessageAsync(conversation.ThreadId, MessageRole.User, [MessageContent.FromText(text)], cancellationToken: ct);
        ThreadRun run = await client.CreateRunAsync(conversation.ThreadId, agent.AssistantId, cancellationToken: ct);

        Stopwatch watch = Stopwatch.StartNew();
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
        {
            if (watch.Elapsed > Timeout)
            {
                await client.CancelRunAsync(conversation.ThreadId, run.Id, ct);
                return new AskResult(Outcome.TimedOut, null);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), ct);
            run = await client.GetRunAsync(conversation.ThreadId, run.Id, ct);
        }

        return run.Status switch
        {
            var s when s == RunStatus.Completed => new AskResult(Outcome.Answered, await LastTextAsync(conversation, ct)),
            var s when s == RunStatus.Failed => new AskResult(Outcome.Failed, $"{run.LastError.Code}: {run.LastError.Message}"),
            _ => new AskResult(Outcome.Failed, run.Status.ToString()),
        };
    }

    public async Task<bool> EndAsync(ConversationRef conversation, CancellationToken ct = default)
    {
        ThreadDeletionResult deleted = await client.DeleteThreadAsync(conversation.ThreadId, ct);
        return deleted.Deleted;
    }

    private async Task<string?> LastTextAsync(ConversationRef conversation, CancellationToken ct)
    {
        MessageCollectionOptions options = new() { Order = MessageCollectionOrder.Descending, PageSizeLimit = 1 };
        await foreach (ThreadMessage message in client.GetMessagesAsync(conversation.ThreadId, options, ct))
        {
            return message.Content.FirstOrDefault()?.Text;
        }

        return null;
    }
}
