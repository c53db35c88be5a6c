// A file that comes with a message; the report that code writes, and the link to it in the text.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Files;

var openAI = new OpenAIClient(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
OpenAIFileClient files = openAI.GetOpenAIFileClient();
AssistantClient client = openAI.GetAssistantClient();
OpenAIFile file = files.UploadFile(BinaryData.FromString("product,units\nA,1\nB,2\n").ToStream(), "sales.csv", FileUploadPurpose.Assistants);
Assistant assistant = client.CreateAssistant("gpt-4o", new AssistantCreationOptions { Tools = { ToolDefinition.CreateCodeInterpreter() } });
MessageCreationOptions messageOptions = new()
{
    Attachments = { new MessageCreationAttachment(file.Id, [ToolDefinition.CreateCodeInterpreter()]) },
};
AssistantThread thread = client.CreateThread();
ThreadMessage sent = client.CreateMessage(thread.Id, MessageRole.User, ["Please write a report of the sales."], messageOptions);
ThreadRun run = client.CreateRun(thread.Id, assistant.Id);
while (!run.Status.IsTerminal)
{
    Thread.Sleep(TimeSpan.FromMilliseconds(5));
    run = client.GetRun(thread.Id, run.Id);
}
ThreadMessage answer = client.GetMessages(thread.Id).First();
foreach (TextAnnotation annotation in answer.Content.SelectMany(c => c.TextAnnotations))
{
    if (annotation.OutputFileId == null) continue;
    OpenAIFile info = files.GetFile(annotation.OutputFileId);
    using Stream stream = files.DownloadFile(annotation.OutputFileId).Value.ToStream();
    using StreamReader reader = new(stream);
    Console.WriteLine($"{Path.GetFileName(info.Filename)}: {reader.ReadToEnd()}");
    string text = answer.Content[0].Text.Replace(annotation.TextToReplace, "LINK");
    Console.WriteLine(text);
}
