// One client of Azure OpenAI for everything: an assistant that was made in the studio answers, a chat model sums up.
using System.ClientModel;
using Azure.AI.OpenAI;
using OpenAI.Assistants;
using OpenAI.Chat;

namespace Desk;

public sealed class HelpDeskOptions
{
    public required Uri Endpoint { get; init; }

    public required string Key { get; init; }

    public required string AssistantId { get; init; }
}

public sealed class HelpDesk
{
    private readonly AssistantClient _assistants;
    private readonly ChatClient _chat;
    private readonly string _assistantId;

    public HelpDesk(HelpDeskOptions options)
    {
        AzureOpenAIClient azure = new(options.Endpoint, new ApiKeyCredential(options.Key));
        _assistants = azure.GetAssistantClient();
        _chat = azure.GetChatClient("gpt-4o-mini");
        _assistantId = options.AssistantId;
    }

    public async Task<string> OpenAsync() => (await _assistants.CreateThreadAsync()).Value.Id;

    public async IAsyncEnumerable<string> AskAsync(string threadId, string question)
    {
        await _assistants.CreateMessageAsync(threadId, MessageRole.User, [MessageContent.FromText(question)]);
        await foreach (StreamingUpdate update in _assistants.CreateRunStreamingAsync(
            threadId, _assistantId, new RunCreationOptions { AdditionalInstructions = "Answer in one sentence." }))
        {
            if (update is MessageContentUpdate text) yield return text.Text;
        }
    }

    public async Task<string> SumUpAsync(string threadId)
    {
        List<string> lines = [];
        await foreach (ThreadMessage message in _assistants.GetMessagesAsync(threadId))
        {
            lines.Insert(0, $"{message.Role}: {message.Content[0].Text}");
        }

        ChatCompletion summary = await _chat.CompleteChatAsync("Sum up: " + string.Join('\n', lines));
        return summary.Content[0].Text;
    }
}
