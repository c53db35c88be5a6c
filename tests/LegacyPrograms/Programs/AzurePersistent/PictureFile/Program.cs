using Azure.AI.Agents.Persistent;
using Azure.Identity;

PersistentAgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT"), new DefaultAzureCredential());
PersistentAgentFileInfo uploadedImage = await client.Files.UploadFileAsync("image.png", PersistentAgentFilePurpose.Agents);
PersistentAgent agent = await client.Administration.CreateAgentAsync("gpt-4o", "pictures", instructions: "Analyze images.");
PersistentAgentThread thread = await client.Threads.CreateThreadAsync();
await client.Messages.CreateMessageAsync(
    thread.Id,
    MessageRole.User,
    contentBlocks: new List<MessageInputContentBlock>
    {
        new MessageInputTextBlock("Here is an uploaded file. Please describe it:"),
        new MessageInputImageFileBlock(new MessageImageFileParam(uploadedImage.Id) { Detail = ImageDetailLevel.Low })
    });
byte[] bytes = File.ReadAllBytes("b.png");
await client.Messages.CreateMessageAsync(
    thread.Id,
    MessageRole.User,
    [new MessageInputTextBlock("And this one"), new MessageInputImageUriBlock(new MessageImageUriParam($"data:image/png;base64,{Convert.ToBase64String(bytes)}"))]);
ThreadRun run = await client.Runs.CreateRunAsync(thread.Id, agent.Id);
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    await Task.Delay(1000);
    run = await client.Runs.GetRunAsync(thread.Id, run.Id);
}
Console.WriteLine(run.Usage.TotalTokens);
await foreach (var msg in client.Messages.GetMessagesAsync(thread.Id, run.Id))
    Console.WriteLine(string.Concat(msg.ContentItems.OfType<MessageTextContent>().Select(c => c.Text)));
await client.Administration.DeleteAgentAsync(agent.Id);
