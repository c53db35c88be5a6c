using Azure.AI.Agents.Persistent;
using Azure.Identity;

namespace Reports;

internal static class Program
{
    private static async Task Main(string[] args)
    {
        var client = new PersistentAgentsClient(args[0], new DefaultAzureCredential());
        await using FileStream stream = File.OpenRead(args[1]);
        var upload = await client.Files.UploadFileAsync(stream, PersistentAgentFilePurpose.Agents, Path.GetFileName(args[1]));
        var resource = new ToolResources { CodeInterpreter = new CodeInterpreterToolResource { FileIds = { upload.Value.Id } } };
        var agent = await client.Administration.CreateAgentAsync("gpt-4o", name: "reports", tools: new[] { new CodeInterpreterToolDefinition() }, toolResources: resource);
        var thread = await client.Threads.CreateThreadAsync();
        await client.Messages.CreateMessageAsync(thread.Value.Id, MessageRole.User, "Make a chart and a csv.");
        var run = await client.Runs.CreateRunAsync(thread.Value.Id, agent.Value.Id);

        while (run.Value.Status == RunStatus.Queued || run.Value.Status == RunStatus.InProgress)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            run = await client.Runs.GetRunAsync(thread.Value.Id, run.Value.Id);
        }

        await foreach (PersistentThreadMessage message in client.Messages.GetMessagesAsync(thread.Value.Id))
        {
            foreach (MessageContent content in message.ContentItems)
            {
                if (content is MessageImageFileContent image)
                {
                    await SaveAsync(client, image.FileId, $"{image.FileId}.png");
                }
                else if (content is MessageTextContent text)
                {
                    Console.WriteLine(text.Text);
                    foreach (var path in text.Annotations.OfType<MessageTextFilePathAnnotation>())
                    {
                        PersistentAgentFileInfo info = await client.Files.GetFileAsync(path.FileId);
                        await SaveAsync(client, path.FileId, info.Filename);
                    }
                }
            }
        }

        await client.Files.DeleteFileAsync(upload.Value.Id);
        await client.Threads.DeleteThreadAsync(thread.Value.Id);
        await client.Administration.DeleteAgentAsync(agent.Value.Id);
    }

    private static async Task SaveAsync(PersistentAgentsClient client, string fileId, string name)
    {
        var content = await client.Files.GetFileContentAsync(fileId);
        await File.WriteAllBytesAsync(name, content.Value.ToArray());
    }
}
