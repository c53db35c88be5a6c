using OpenAI;
using OpenAI.Assistants;

namespace BeforeAndAfter.Before;

internal static class FunctionsBefore
{
    public static async Task RunAsync(OpenAIClient client, CancellationToken cancellationToken)
    {
        AssistantClient assistants = client.GetAssistantClient();
        AssistantCreationOptions options = new();
        options.Tools.Add(new FunctionToolDefinition("get_weather") { Parameters = BinaryData.FromString(Weather.Schema) });
        Assistant assistant = await assistants.CreateAssistantAsync("gpt-4o", options, cancellationToken);
        AssistantThread thread = await assistants.CreateThreadAsync(cancellationToken: cancellationToken);
        await assistants.CreateMessageAsync(thread.Id, MessageRole.User, [Weather.Question], cancellationToken: cancellationToken);
        ThreadRun run = await assistants.CreateRunAsync(thread.Id, assistant.Id, cancellationToken: cancellationToken);
        run = await LegacyRun.EndAsync(assistants, run, cancellationToken);
        while (run.Status == RunStatus.RequiresAction)
        {
            ToolOutput[] outputs = [.. run.RequiredActions.Select(action => new ToolOutput(action.ToolCallId, Weather.Answer))];
            run = await assistants.SubmitToolOutputsToRunAsync(thread.Id, run.Id, outputs, cancellationToken);
            run = await LegacyRun.EndAsync(assistants, run, cancellationToken);
        }
        await LegacyRun.ReadAsync(assistants, thread.Id, cancellationToken);
    }
}
