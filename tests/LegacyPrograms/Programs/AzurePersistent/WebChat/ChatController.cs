using Azure.AI.Agents.Persistent;
using Azure.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Contoso.Web;

public static class Startup
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PersistentAgentsClient>(sp =>
        {
            var endpoint = sp.GetRequiredService<IConfiguration>()["Agents:Endpoint"]!;
            return new PersistentAgentsClient(endpoint, new DefaultAzureCredential());
        });
        builder.Services.AddControllers();
    }
}

public record ChatRequest(string ThreadId, string Text);

[ApiController]
[Route("api/[controller]")]
public class ChatController(PersistentAgentsClient client, IConfiguration configuration) : ControllerBase
{
    [HttpPost("threads")]
    public async Task<IActionResult> CreateThread()
    {
        PersistentAgentThread thread = await client.Threads.CreateThreadAsync();
        return Ok(new { threadId = thread.Id });
    }

    [HttpPost("completions")]
    public async Task<IActionResult> Completions([FromBody] ChatRequest request, CancellationToken cancellationToken)
    {
        // The agent is made once, by a script.
        var agentId = configuration["Agents:AgentId"]!;
        var thread = (await client.Threads.GetThreadAsync(request.ThreadId, cancellationToken)).Value;
        var message = (await client.Messages.CreateMessageAsync(thread.Id, MessageRole.User, request.Text, cancellationToken: cancellationToken)).Value;
        var run = (await client.Runs.CreateRunAsync(thread.Id, agentId, cancellationToken: cancellationToken)).Value;

        while (run.Status == RunStatus.InProgress || run.Status == RunStatus.Queued)
        {
            await Task.Delay(500, cancellationToken);
            run = (await client.Runs.GetRunAsync(thread.Id, run.Id, cancellationToken)).Value;
        }

        var messages = client.Messages.GetMessages(thread.Id, order: ListSortOrder.Descending, cancellationToken: cancellationToken);
        var answer = messages.First();
        var text = string.Empty;
        foreach (var item in answer.ContentItems)
        {
            text += item is MessageTextContent t ? t.Text : string.Empty;
        }

        return Ok(new { data = text, status = run.Status.ToString(), at = message.CreatedAt });
    }

    [HttpDelete("threads/{threadId}")]
    public async Task<ActionResult<bool>> Delete(string threadId) => Ok((await client.Threads.DeleteThreadAsync(threadId)).Value);
}
