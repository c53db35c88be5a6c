using Azure.AI.Agents.Persistent;
using Azure.AI.Projects;
using Azure.Identity;

AIProjectClient projectClient = new(new Uri(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT")!), new DefaultAzureCredential());
PersistentAgentsClient agentClient = projectClient.GetPersistentAgentsClient();
BingGroundingToolDefinition bingGroundingTool = new(
    new BingGroundingSearchToolParameters(
        [new BingGroundingSearchConfiguration("conn")]
    )
);
PersistentAgent agent = await agentClient.Administration.CreateAgentAsync(
   model: "gpt-4o",
   name: "my-agent",
   instructions: "Use the bing grounding tool to answer questions.",
   tools: [bingGroundingTool]);
PersistentAgentThread thread = await agentClient.Threads.CreateThreadAsync();
var message = await agentClient.Messages.CreateMessageAsync(thread.Id, MessageRole.User, "How does wikipedia explain Euler's Identity?");
ThreadRun run = await agentClient.Runs.CreateRunAsync(thread, agent);
do
{
    await Task.Delay(TimeSpan.FromMilliseconds(500));
    run = await agentClient.Runs.GetRunAsync(thread.Id, run.Id);
}
while (run.Status == RunStatus.Queued
    || run.Status == RunStatus.InProgress);
await foreach (PersistentThreadMessage threadMessage in agentClient.Messages.GetMessagesAsync(thread.Id, order: ListSortOrder.Ascending))
{
    foreach (MessageContent contentItem in threadMessage.ContentItems)
    {
        if (contentItem is MessageTextContent textItem)
        {
            string response = textItem.Text;
            if (textItem.Annotations != null)
            {
                foreach (MessageTextAnnotation annotation in textItem.Annotations)
                {
                    if (annotation is MessageTextUriCitationAnnotation uriAnnotation)
                    {
                        response = response.Replace(uriAnnotation.Text, $" [{uriAnnotation.UriCitation.Title}]({uriAnnotation.UriCitation.Uri})");
                    }
                }
            }
            Console.Write($"Agent response: {response}");
        }
    }
}
await agentClient.Threads.DeleteThreadAsync(threadId: thread.Id);
await agentClient.Administration.DeleteAgentAsync(agentId: agent.Id);
