// An app of Azure OpenAI Assistants, as it was; the adapter sends it to a Foundry project.
using AgentsMigration.Adapter;
using Azure.AI.OpenAI;
using Azure.Identity;
using OpenAI.Assistants;

Uri project = new(Environment.GetEnvironmentVariable("FOUNDRY_PROJECT_ENDPOINT")
    ?? throw new InvalidOperationException("FOUNDRY_PROJECT_ENDPOINT names the Foundry project."));
Uri resource = new(Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT") ?? "https://my-resource.openai.azure.com");
string deployment = Environment.GetEnvironmentVariable("AZURE_OPENAI_DEPLOYMENT") ?? "gpt-4o";

DefaultAzureCredential credential = new();
using LegacyAgentsAdapter adapter = LegacyAgentsAdapter.ForFoundry(project, credential);
AzureOpenAIClientOptions options = new();
options.UseAgentsV2(adapter); // the one new line
AssistantClient assistants = new AzureOpenAIClient(resource, credential, options).GetAssistantClient();

Assistant assistant = await assistants.CreateAssistantAsync(
    deployment, new AssistantCreationOptions { Tools = { ToolDefinition.CreateCodeInterpreter() } });
AssistantThread thread = await assistants.CreateThreadAsync(
    new ThreadCreationOptions { InitialMessages = { "Solve 3x + 11 = 14." } });
ThreadRun run = await assistants.CreateRunAsync(thread.Id, assistant.Id);
while (!run.Status.IsTerminal)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    run = await assistants.GetRunAsync(thread.Id, run.Id);
}

await foreach (ThreadMessage message in assistants.GetMessagesAsync(thread.Id))
    Console.WriteLine($"{message.Role}: {string.Concat(message.Content.Select(part => part.Text))}");
