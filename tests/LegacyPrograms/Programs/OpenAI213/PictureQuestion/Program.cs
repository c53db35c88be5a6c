// Asks about pictures: one uploaded, one on the web.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Files;

string picture = Path.Combine(args[0], "apple.png");
OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
OpenAIFileClient fileClient = openAI.GetOpenAIFileClient();
AssistantClient client = openAI.GetAssistantClient();

OpenAIFile pictureOfAppleFile = fileClient.UploadFile(picture, FileUploadPurpose.Vision);
Uri linkToPictureOfOrange = new("https://upload.wikimedia.org/wikipedia/commons/e/e3/Oranges_-_whole-halved-segment.jpg");

Assistant assistant = client.CreateAssistant("gpt-4o", new AssistantCreationOptions()
{
    Instructions = "When asked a question, attempt to answer very concisely. Prefer one-sentence answers whenever feasible.",
});

AssistantThread thread = client.CreateThread(new ThreadCreationOptions()
{
    InitialMessages =
    {
        new ThreadInitializationMessage(
            MessageRole.User,
            [
                "Hello, assistant! Please compare these two pictures:",
                MessageContent.FromImageFileId(pictureOfAppleFile.Id),
                MessageContent.FromImageUri(linkToPictureOfOrange),
            ]),
    },
});

CollectionResult<StreamingUpdate> streamingUpdates = client.CreateRunStreaming(
    thread.Id,
    assistant.Id,
    new RunCreationOptions()
    {
        AdditionalInstructions = "When possible, try to sneak in puns if you're asked to compare things.",
    });

foreach (StreamingUpdate streamingUpdate in streamingUpdates)
{
    if (streamingUpdate.UpdateKind == StreamingUpdateReason.RunCreated)
    {
        Console.WriteLine("--- Run started! ---");
    }

    if (streamingUpdate is MessageContentUpdate contentUpdate)
    {
        Console.Write(contentUpdate.Text);
    }
}

// Delete temporary resources.
_ = fileClient.DeleteFile(pictureOfAppleFile.Id);
_ = client.DeleteThread(thread.Id);
_ = client.DeleteAssistant(assistant.Id);
