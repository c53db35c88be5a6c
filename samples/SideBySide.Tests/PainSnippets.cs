using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using OpenAI;
using OpenAI.Conversations;
using OpenAI.Files;
using OpenAI.Responses;

namespace BeforeAndAfter;

/// <summary>What the pages of docs/pains show for code of one's own on v2, compiled.</summary>
internal static class PainSnippets
{
    public static async Task<List<MessageResponseItem>> ListMessagesAsync(OpenAIClient client, string conversationId)
    {
        List<MessageResponseItem> messages = [];
        ConversationClient conversations = client.GetConversationClient();
        await foreach (ClientResult page in conversations.GetConversationItemsAsync(conversationId, 100, "asc", null, null, null).GetRawPagesAsync())
        {
            using JsonDocument json = JsonDocument.Parse(page.GetRawResponse().Content);
            foreach (JsonElement item in json.RootElement.GetProperty("data").EnumerateArray())
            {
                // Reasoning, tool calls and their outputs stand between the messages.
                if (ModelReaderWriter.Read<ResponseItem>(BinaryData.FromString(item.GetRawText())) is MessageResponseItem message)
                    messages.Add(message);
            }
        }
        return messages;
    }

    public static async Task<ResponseResult> AnswerCallsAsync(
        ResponsesClient responses, ResponseResult response, Func<string, BinaryData, Task<string>> runTool, CancellationToken cancellationToken)
    {
        CreateResponseOptions next = new() { Model = "gpt-4o", PreviousResponseId = response.Id };
        foreach (FunctionCallResponseItem call in response.OutputItems.OfType<FunctionCallResponseItem>())
        {
            string output;
            try
            {
                output = await runTool(call.FunctionName, call.FunctionArguments);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                output = $"Error: {problem.Message}"; // an answer too: the model goes on with it
            }
            next.InputItems.Add(ResponseItem.CreateFunctionCallOutputItem(call.CallId, output));
        }
        return await responses.CreateResponseAsync(next, cancellationToken);
    }

    public static async Task RepairAsync(ConversationClient conversations, string conversationId)
    {
        Dictionary<string, string> open = [];
        await foreach (ClientResult page in conversations.GetConversationItemsAsync(conversationId, 100, "asc", null, null, null).GetRawPagesAsync())
        {
            using JsonDocument json = JsonDocument.Parse(page.GetRawResponse().Content);
            foreach (JsonElement item in json.RootElement.GetProperty("data").EnumerateArray())
            {
                if (item.GetProperty("type").ValueEquals("function_call"))
                    open[item.GetProperty("call_id").GetString()!] = item.GetProperty("id").GetString()!;
                else if (item.GetProperty("type").ValueEquals("function_call_output"))
                    open.Remove(item.GetProperty("call_id").GetString()!);
            }
        }
        foreach (string call in open.Values)
            await conversations.DeleteConversationItemAsync(conversationId, call);
    }

    public static async Task<ResponseResult> RepeatWhileLockedAsync(ResponsesClient responses, CreateResponseOptions options, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await responses.CreateResponseAsync(options, cancellationToken);
            }
            catch (ClientResultException refused) when (attempt < 5 && refused.Message.Contains("conversation_locked", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromSeconds(1 << attempt), cancellationToken);
            }
        }
    }

    public static async Task AttachAsync(OpenAIClient client, CreateResponseOptions options, string path, string vectorStoreId)
    {
        OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(path, FileUploadPurpose.Assistants);

        // For code: the file is in the container, under its name.
        options.Tools.Add(ResponseTool.CreateCodeInterpreterTool(new CodeInterpreterToolContainer(
            CodeInterpreterToolContainerConfiguration.CreateAutomaticContainerConfiguration([file.Id]))));
        // For search: the file is in a vector store.
        options.Tools.Add(ResponseTool.CreateFileSearchTool([vectorStoreId]));
    }

    public static async Task CarryOnAsync(OpenAIClient client, CreateResponseOptions options, BinaryData kept, string name, CancellationToken cancellationToken)
    {
        OpenAIFile again = await client.GetOpenAIFileClient().UploadFileAsync(kept.ToStream(), name, FileUploadPurpose.Assistants, cancellationToken);
        options.Tools.Add(ResponseTool.CreateCodeInterpreterTool(new CodeInterpreterToolContainer(
            CodeInterpreterToolContainerConfiguration.CreateAutomaticContainerConfiguration([again.Id]))));
    }

    public static CreateResponseOptions Limit(string conversationId)
    {
        CreateResponseOptions options = new()
        {
            Model = "gpt-4o",
            ConversationOptions = new ResponseConversationOptions(conversationId),
            TruncationMode = ResponseTruncationMode.Auto, // else a conversation that is too long is refused
            MaxOutputTokenCount = 1_000,
        };
        return options;
    }
}
