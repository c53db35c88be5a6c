// Code interpreter with a file, polled, the result saved to disk; in a class with an entry point.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Files;

namespace CodeAndFiles;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        string folder = args.Length > 0 ? args[0] : ".";
        OpenAIClient openAI = CreateClient();
        ReportMaker maker = new(openAI.GetAssistantClient(), openAI.GetOpenAIFileClient());
        string? report = await maker.MakeAsync(Path.Combine(folder, "sales.csv"), folder);
        Console.WriteLine(report is null ? "There is no report." : $"Saved {Path.GetFileName(report)}.");
        return report is null ? 1 : 0;
    }

    private static OpenAIClient CreateClient()
    {
        string key = Environment.GetEnvironmentVariable("OPENAI_API_KEY")
            ?? throw new InvalidOperationException("OPENAI_API_KEY is not set.");
        return new OpenAIClient(
            new ApiKeyCredential(key),
            new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
    }
}

public sealed class ReportMaker(AssistantClient assistants, OpenAIFileClient files)
{
    public async Task<string?> MakeAsync(string csv, string folder)
    {
        OpenAIFile file = await files.UploadFileAsync(csv, FileUploadPurpose.Assistants);
        Assistant assistant = await assistants.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
        {
            Name = "Reporter",
            Instructions = "You write reports with code.",
            Tools = { new CodeInterpreterToolDefinition() },
            ToolResources = new ToolResources
            {
                CodeInterpreter = new CodeInterpreterToolResources { FileIds = { file.Id } },
            },
        });

        try
        {
            AssistantThread thread = await assistants.CreateThreadAsync();
            await assistants.CreateMessageAsync(thread.Id, MessageRole.User, ["Write a report of the sales as a text file."]);
            ThreadRun run = await assistants.CreateRunAsync(thread.Id, assistant.Id);
            while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
            {
                await Task.Delay(50);
                run = await assistants.GetRunAsync(thread.Id, run.Id);
            }

            return run.Status == RunStatus.Completed ? await SaveAsync(thread.Id, folder) : null;
        }
        finally
        {
            await assistants.DeleteAssistantAsync(assistant.Id);
            await files.DeleteFileAsync(file.Id);
        }
    }

    private async Task<string?> SaveAsync(string threadId, string folder)
    {
        await foreach (ThreadMessage message in assistants.GetMessagesAsync(threadId))
        {
            foreach (MessageContent content in message.Content)
            {
                foreach (TextAnnotation annotation in content.TextAnnotations)
                {
                    if (string.IsNullOrEmpty(annotation.OutputFileId)) continue;

                    BinaryData report = await files.DownloadFileAsync(annotation.OutputFileId);
                    string path = Path.Combine(folder, "report.txt");
                    await File.WriteAllTextAsync(path, report.ToString());
                    Console.WriteLine(report.ToString().TrimEnd());
                    return path;
                }
            }
        }

        return null;
    }
}
