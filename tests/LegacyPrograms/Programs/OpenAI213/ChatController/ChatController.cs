using Microsoft.AspNetCore.Mvc;
using OpenAI.Assistants;

namespace ChatApi;

public record ChatCreated(string Id);

public record ChatQuestion(string Text);

public record ChatAnswer(string Role, string Text);

[ApiController]
[Route("chats")]
public class ChatController : ControllerBase
{
    private readonly AssistantClient _client;
    private readonly AssistantStore _assistants;

    public ChatController(AssistantClient client, AssistantStore assistants)
    {
        _client = client;
        _assistants = assistants;
    }

    [HttpPost]
    public async Task<ActionResult<ChatCreated>> Create()
    {
        AssistantThread thread = await _client.CreateThreadAsync();
        return new ChatCreated(thread.Id);
    }

    [HttpPost("{id}/messages")]
    public async Task<ActionResult<ChatAnswer>> Ask(string id, ChatQuestion question)
    {
        string assistantId = await _assistants.GetIdAsync();
        await _client.CreateMessageAsync(id, MessageRole.User, new[] { MessageContent.FromText(question.Text) });

        ThreadRun run = await _client.CreateRunAsync(id, assistantId);
        do
        {
            await Task.Delay(50);
            run = await _client.GetRunAsync(id, run.Id);
        }
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress);

        if (run.Status != RunStatus.Completed)
        {
            return Problem(run.LastError?.Message, statusCode: 502);
        }

        await foreach (ThreadMessage message in _client.GetMessagesAsync(id))
        {
            return new ChatAnswer("assistant", message.Content[0].Text);
        }

        return NotFound();
    }

    [HttpGet("{id}/messages")]
    public async Task<IEnumerable<ChatAnswer>> History(string id)
    {
        var answers = new List<ChatAnswer>();
        var options = new MessageCollectionOptions { Order = MessageCollectionOrder.Ascending };
        await foreach (ThreadMessage message in _client.GetMessagesAsync(id, options))
        {
            string role = message.Role == MessageRole.User ? "user" : "assistant";
            answers.Add(new ChatAnswer(role, message.Content[0].Text));
        }

        return answers;
    }

    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete(string id)
    {
        await _client.DeleteThreadAsync(id);
        return NoContent();
    }
}
