using System.Text.Json;
using Azure.AI.Agents.Persistent;
using Azure.Identity;

var projectEndpoint = Environment.GetEnvironmentVariable("PROJECT_ENDPOINT");
var storageQueueUri = Environment.GetEnvironmentVariable("STORAGE_QUEUE_URI");

PersistentAgentsClient client = new(projectEndpoint, new DefaultAzureCredential());

AzureFunctionToolDefinition azureFnTool = new(
    name: "foo",
    description: "Get answers from the foo bot.",
    inputBinding: new AzureFunctionBinding(
        new AzureFunctionStorageQueue(
            queueName: "azure-function-foo-input",
            storageServiceEndpoint: storageQueueUri
        )
    ),
    outputBinding: new AzureFunctionBinding(
        new AzureFunctionStorageQueue(
            queueName: "azure-function-tool-output",
            storageServiceEndpoint: storageQueueUri
        )
    ),
    parameters: BinaryData.FromObjectAsJson(
        new
        {
            Type = "object",
            Properties = new
            {
                query = new
                {
                    Type = "string",
                    Description = "The question to ask.",
                },
            },
        },
        new JsonSerializerOptions() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }
    )
);

PersistentAgent agent = await client.Administration.CreateAgentAsync(
    model: "gpt-4o",
    name: "azure-function-agent-foo",
    instructions: "You are a helpful support agent. Answer with \"Foo says\" and then the response from the tool.",
    tools: [azureFnTool]);

PersistentAgentThread thread = await client.Threads.CreateThreadAsync();
await client.Messages.CreateMessageAsync(thread.Id, MessageRole.User, "What would foo say?");
ThreadRun run = await client.Runs.CreateRunAsync(thread.Id, agent.Id);
do
{
    await Task.Delay(TimeSpan.FromMilliseconds(500));
    run = await client.Runs.GetRunAsync(thread.Id, run.Id);
}
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.RequiresAction);

await foreach (PersistentThreadMessage threadMessage in client.Messages.GetMessagesAsync(thread.Id, order: ListSortOrder.Ascending))
{
    foreach (MessageContent contentItem in threadMessage.ContentItems)
    {
        if (contentItem is MessageTextContent textItem) Console.WriteLine(textItem.Text);
    }
}

await client.Threads.DeleteThreadAsync(thread.Id);
await client.Administration.DeleteAgentAsync(agent.Id);
