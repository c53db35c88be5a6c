// The first sample of the documentation: a tutor that solves an equation with code.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

string apiKey = Environment.GetEnvironmentVariable("OPENAI_API_KEY")!;
string endpoint = Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!;

OpenAIClient openAI = new(new ApiKeyCredential(apiKey), new OpenAIClientOptions { Endpoint = new Uri(endpoint) });
AssistantClient client = openAI.GetAssistantClient();

// Step 1: create an assistant
Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
{
    Name = "Math Tutor",
    Instructions = "You are a personal math tutor. Write and run code to answer math questions.",
    Tools = { new CodeInterpreterToolDefinition() },
});

// Step 2: create a thread
AssistantThread thread = await client.CreateThreadAsync();

// Step 3: add a message to the thread
await client.CreateMessageAsync(
    thread.Id,
    MessageRole.User,
    [MessageContent.FromText("I need to solve the equation `3x + 11 = 14`. Can you help me?")]);

// Step 4: run the assistant
ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id, new RunCreationOptions
{
    AdditionalInstructions = "Please address the user as Jane Doe.",
});

do
{
    await Task.Delay(TimeSpan.FromMilliseconds(50));
    run = await client.GetRunAsync(thread.Id, run.Id);
}
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress);

// Step 5: print the conversation, oldest first
await foreach (ThreadMessage message in client.GetMessagesAsync(
    thread.Id, new MessageCollectionOptions { Order = MessageCollectionOrder.Ascending }))
{
    Console.Write($"{message.Role}: ");
    foreach (MessageContent content in message.Content)
    {
        if (!string.IsNullOrEmpty(content.Text))
        {
            Console.WriteLine(content.Text);
        }
    }
}

// Clean up
await client.DeleteThreadAsync(thread.Id);
await client.DeleteAssistantAsync(assistant.Id);
