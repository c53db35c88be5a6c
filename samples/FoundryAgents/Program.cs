// The end of a migration: an agent version, a conversation, a response, and the file that the agent made.
using Azure.AI.Extensions.OpenAI;
using Azure.AI.Projects;
using Azure.AI.Projects.Agents;
using Azure.Identity;
using OpenAI.Containers;
using OpenAI.Responses;

Uri endpoint = new(Environment.GetEnvironmentVariable("FOUNDRY_PROJECT_ENDPOINT")
    ?? throw new InvalidOperationException("FOUNDRY_PROJECT_ENDPOINT names the Foundry project."));
string model = Environment.GetEnvironmentVariable("FOUNDRY_MODEL") ?? "gpt-4o";
AIProjectClient project = new(endpoint, new DefaultAzureCredential());

DeclarativeAgentDefinition definition = new(model) { Instructions = "You draw charts with Python." };
definition.Tools.Add(ResponseTool.CreateCodeInterpreterTool(new CodeInterpreterToolContainer(
    CodeInterpreterToolContainerConfiguration.CreateAutomaticContainerConfiguration([]))));
ProjectsAgentVersion agent = await project.AgentAdministrationClient.CreateAgentVersionAsync(
    "chart-maker", new ProjectsAgentVersionCreationOptions(definition));

ProjectOpenAIClient openAI = project.ProjectOpenAIClient;
ProjectConversation conversation = await openAI.GetProjectConversationsClient().CreateProjectConversationAsync();
ProjectResponsesClient responses = openAI.GetProjectResponsesClientForAgent(new AgentReference(agent.Name, agent.Version), conversation.Id);
ResponseResult response = await responses.CreateResponseAsync("Draw a bar chart of 3, 1, 4, 1, 5 and save it as chart.png.");
Console.WriteLine(response.GetOutputText());

ContainerClient containers = openAI.GetContainerClient();
foreach (ContainerFileCitationMessageAnnotation citation in response.OutputItems.OfType<MessageResponseItem>()
    .SelectMany(item => item.Content).SelectMany(part => part.OutputTextAnnotations).OfType<ContainerFileCitationMessageAnnotation>())
{
    // The container dies after minutes without use: download at once.
    BinaryData file = await containers.DownloadContainerFileAsync(citation.ContainerId, citation.FileId);
    string name = Path.GetFileName(citation.Filename);
    await File.WriteAllBytesAsync(name, file.ToArray());
    Console.WriteLine($"Saved {name}");
}
