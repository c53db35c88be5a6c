// Uploads a CSV file, asks for a chart, and saves every file that the answer shows.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Files;

string folder = args[0];
OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
OpenAIFileClient fileClient = openAI.GetOpenAIFileClient();
AssistantClient assistantClient = openAI.GetAssistantClient();

OpenAIFile salesFile = fileClient.UploadFile(Path.Combine(folder, "sales.csv"), FileUploadPurpose.Assistants);

AssistantCreationOptions assistantOptions = new()
{
    Name = "Example: Contoso sales",
    Instructions = "You analyse sales data and draw charts.",
    Tools = { ToolDefinition.CreateCodeInterpreter() },
    ToolResources = new()
    {
        CodeInterpreter = new() { FileIds = { salesFile.Id } },
    },
};
Assistant assistant = assistantClient.CreateAssistant("gpt-4o", assistantOptions);

ThreadCreationOptions threadOptions = new()
{
    InitialMessages = { "How did each product sell? Please draw the sales as a chart." },
};
ThreadRun threadRun = assistantClient.CreateThreadAndRun(assistant.Id, threadOptions);

while (!threadRun.Status.IsTerminal)
{
    Thread.Sleep(TimeSpan.FromMilliseconds(50));
    threadRun = assistantClient.GetRun(threadRun.ThreadId, threadRun.Id);
}

CollectionResult<ThreadMessage> messages = assistantClient.GetMessages(
    threadRun.ThreadId, new MessageCollectionOptions() { Order = MessageCollectionOrder.Ascending });

int saved = 0;
foreach (ThreadMessage message in messages)
{
    Console.WriteLine($"[{message.Role.ToString().ToUpper()}]");
    foreach (MessageContent contentItem in message.Content)
    {
        if (!string.IsNullOrEmpty(contentItem.Text))
        {
            Console.WriteLine(contentItem.Text);

            // Include annotations, if any.
            foreach (TextAnnotation annotation in contentItem.TextAnnotations)
            {
                if (!string.IsNullOrEmpty(annotation.OutputFileId))
                {
                    BinaryData bytes = fileClient.DownloadFile(annotation.OutputFileId);
                    File.WriteAllBytes(Path.Combine(folder, $"download-{++saved}"), bytes.ToArray());
                    Console.WriteLine($"* output file: {bytes.ToArray().Length > 0}");
                }
            }
        }

        if (!string.IsNullOrEmpty(contentItem.ImageFileId))
        {
            BinaryData image = fileClient.DownloadFile(contentItem.ImageFileId);
            using FileStream stream = File.OpenWrite(Path.Combine(folder, "chart.png"));
            image.ToStream().CopyTo(stream);
            Console.WriteLine("<image saved>");
        }
    }
}

// Optionally, delete the entities that this sample made.
assistantClient.DeleteThread(threadRun.ThreadId);
assistantClient.DeleteAssistant(assistant.Id);
fileClient.DeleteFile(salesFile.Id);
