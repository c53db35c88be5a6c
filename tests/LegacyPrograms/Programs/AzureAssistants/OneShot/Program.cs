using Azure.AI.OpenAI.Assistants;
using Azure.Identity;

var client = new AssistantsClient(new Uri("https://x.openai.azure.com"), new DefaultAzureCredential());
var options = new AssistantCreationOptions("gpt-4") { Name = "Tutor", Instructions = "Help.", Tools = { new CodeInterpreterToolDefinition() } };
var assistant = client.CreateAssistant(options).Value;
ThreadRun run = client.CreateThreadAndRun(new CreateAndRunThreadOptions(assistant.Id)
{
    Thread = new AssistantThreadCreationOptions() { Messages = { new ThreadInitializationMessage(MessageRole.User, "Hello?") } },
});
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    Thread.Sleep(100);
    run = client.GetRun(run.ThreadId, run.Id);
}
foreach (RunStep step in client.GetRunSteps(run).Value.Data)
{
    Console.WriteLine(step.Id);
}
