using OpenAI;
using OpenAI.Containers;
using OpenAI.Files;
using OpenAI.Responses;

namespace BeforeAndAfter.After;

/// <summary>The quarterly chart on v2: no assistant, no thread, no polling; files come from the container that made them.</summary>
internal static class ChartAfter
{
    public static async Task RunAsync(OpenAIClient client, string csvPath, string question, CancellationToken cancellationToken)
    {
        await using FileStream csv = File.OpenRead(csvPath);
        OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(csv, Path.GetFileName(csvPath), FileUploadPurpose.Assistants, cancellationToken);
        CreateResponseOptions options = new()
        {
            Model = "gpt-4o",
            InputItems = { ResponseItem.CreateUserMessageItem(question) },
            Tools =
            {
                ResponseTool.CreateCodeInterpreterTool(new CodeInterpreterToolContainer(
                    CodeInterpreterToolContainerConfiguration.CreateAutomaticContainerConfiguration([file.Id]))),
            },
        };
        ResponseResult response = await client.GetResponsesClient().CreateResponseAsync(options, cancellationToken);
        ContainerClient containers = client.GetContainerClient();
        foreach (ContainerFileCitationMessageAnnotation citation in response.OutputItems.OfType<MessageResponseItem>()
            .SelectMany(item => item.Content).SelectMany(part => part.OutputTextAnnotations).OfType<ContainerFileCitationMessageAnnotation>())
        {
            // A container dies after minutes without use: download at once.
            BinaryData bytes = await containers.DownloadContainerFileAsync(citation.ContainerId, citation.FileId, cancellationToken);
            _ = bytes.ToMemory().Length;
        }
    }
}
