using System.ClientModel;
using AgentsMigration.Comparison.Files;
using AgentsMigration.Emulator.Tests.Support;
using OpenAI.Containers;
using OpenAI.Files;
using OpenAI.Responses;

namespace AgentsMigration.Emulator.Tests.Wire;

/// <summary>The official .NET client, unmodified, against the emulator.</summary>
public sealed class OpenAIClientTests : EmulatorTest
{
    private const string Csv = """
        company,sector,quarter,operating_profit
        Alpha,TRANSPORTATION,2025-Q1,10
        Beta,TRANSPORTATION,2025-Q1,20
        """;

    [Fact]
    public async Task Chart_UploadCreateDownload_GivesThePicture()
    {
        ApiKeyCredential key = new("k");
        OpenAIFileClient files = new(key, new() { Endpoint = Server.OpenAIEndpoint });
        ContainerClient containers = new(key, new() { Endpoint = Server.OpenAIEndpoint });
        ResponsesClient responses = new(key, new ResponsesClientOptions { Endpoint = Server.OpenAIEndpoint });
        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(Csv), "companies.csv",
            FileUploadPurpose.Assistants);
        CreateResponseOptions options = new()
        {
            Model = "gpt-4o",
            InputItems = { ResponseItem.CreateUserMessageItem("A bar chart of the operating profit in the TRANSPORTATION sector, please.") },
            Tools =
            {
                ResponseTool.CreateCodeInterpreterTool(new CodeInterpreterToolContainer(
                    CodeInterpreterToolContainerConfiguration.CreateAutomaticContainerConfiguration([file.Id]))),
            },
        };

        ResponseResult response = await responses.CreateResponseAsync(options, Cancelled);

        Assert.Equal(ResponseStatus.Completed, response.Status);
        CodeInterpreterCallResponseItem call = response.OutputItems.OfType<CodeInterpreterCallResponseItem>().Single();
        ContainerFileCitationMessageAnnotation citation = response.OutputItems.OfType<MessageResponseItem>().Single().Content
            .SelectMany(part => part.OutputTextAnnotations).OfType<ContainerFileCitationMessageAnnotation>()
            .Single(found => found.EndIndex > found.StartIndex);
        Assert.Equal("operating_profit_transportation.png", citation.Filename);
        BinaryData picture = await containers.DownloadContainerFileAsync(call.ContainerId, citation.FileId, Cancelled);
        Assert.False(PngImage.Decode(picture).IsBlank);
    }

    [Fact]
    public async Task Stream_Text_IsReadAsUpdates()
    {
        ResponsesClient responses = new(new ApiKeyCredential("k"),
            new ResponsesClientOptions { Endpoint = Server.OpenAIEndpoint });
        CreateResponseOptions options = new()
        {
            Model = "gpt-4o",
            StreamingEnabled = true,
            InputItems = { ResponseItem.CreateUserMessageItem("Hello") },
        };
        string text = "";
        ResponseResult? completed = null;
        await foreach (StreamingResponseUpdate update in responses.CreateResponseStreamingAsync(options, Cancelled))
        {
            if (update is StreamingResponseOutputTextDeltaUpdate delta) text += delta.Delta;
            if (update is StreamingResponseCompletedUpdate end) completed = end.Response;
        }

        Assert.Equal(completed!.GetOutputText(), text);
    }
}
