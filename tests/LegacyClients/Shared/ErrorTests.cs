using System.ClientModel;
using OpenAI.Assistants;
using OpenAI.Files;

namespace AgentsMigration.LegacyClients;

/// <summary>Wrong input gets the legacy service's errors: status, text and the field at fault.</summary>
public sealed class ErrorTests
{
    private const string NoThread = "thread_0123456789abcdef01234567";
    private const string NoRun = "run_0123456789abcdef01234567";
    private const string NoAssistant = "asst_0123456789abcdef01234567";
    private const string NoFile = "file-0123456789abcdef012345";

    public static TheoryData<string> AllTargets => Targets.All;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Assistant_Unknown_Is404WithItsId(string target)
    {
        await using World world = await World.StartAsync(target);
        AssistantClient assistants = world.Client.GetAssistantClient();
        AssistantThread thread = await assistants.CreateThreadAsync(cancellationToken: Cancellation);
        string expected = $"No assistant found with id '{NoAssistant}'.";
        await AssertErrorAsync(404, expected, () => assistants.GetAssistantAsync(NoAssistant, Cancellation));
        await AssertErrorAsync(
            404, expected, () => assistants.CreateRunAsync(thread.Id, NoAssistant, cancellationToken: Cancellation));
        await AssertErrorAsync(404, expected, () => assistants.DeleteAssistantAsync(NoAssistant, Cancellation));
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Thread_Deleted_Is404WithItsId(string target)
    {
        await using World world = await World.StartAsync(target);
        AssistantClient assistants = world.Client.GetAssistantClient();
        AssistantThread thread = await assistants.CreateThreadAsync(cancellationToken: Cancellation);
        await assistants.DeleteThreadAsync(thread.Id, Cancellation);
        await AssertUnknownThreadAsync(assistants, thread.Id);
    }

    /// <summary>Such an id is short: to v2 it is malformed, not unknown.</summary>
    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Thread_OfTheRetiredService_Is404WithItsId(string target)
    {
        await using World world = await World.StartAsync(target);
        await AssertUnknownThreadAsync(world.Client.GetAssistantClient(), NoThread);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_Unknown_Is404WithItsId(string target)
    {
        await using World world = await World.StartAsync(target);
        AssistantClient assistants = world.Client.GetAssistantClient();
        AssistantThread thread = await assistants.CreateThreadAsync(cancellationToken: Cancellation);
        string expected = $"No run found with id '{NoRun}'.";
        await AssertErrorAsync(404, expected, () => assistants.GetRunAsync(thread.Id, NoRun, Cancellation));
        await AssertErrorAsync(404, expected, () => assistants.CancelRunAsync(thread.Id, NoRun, Cancellation));
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task File_Unknown_Is404WithItsId(string target)
    {
        await using World world = await World.StartAsync(target);
        OpenAIFileClient files = world.Client.GetOpenAIFileClient();
        string expected = $"No such File object: {NoFile}";
        await AssertErrorAsync(404, expected, () => files.GetFileAsync(NoFile, Cancellation));
        await AssertErrorAsync(404, expected, () => files.DownloadFileAsync(NoFile, Cancellation));
        await AssertErrorAsync(404, expected, () => files.DeleteFileAsync(NoFile, Cancellation));
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task CreateAssistant_UnknownFile_NamesTheFileAndTheField(string target)
    {
        await using World world = await World.StartAsync(target);
        AssistantCreationOptions options = new()
        {
            Tools = { ToolDefinition.CreateCodeInterpreter() },
            ToolResources = new ToolResources
            {
                CodeInterpreter = new CodeInterpreterToolResources { FileIds = { NoFile } },
            },
        };
        ClientResultException error = await AssertErrorAsync(400, NoFile, () => world.Client.GetAssistantClient()
            .CreateAssistantAsync("gpt-4o-mini", options, Cancellation));
        Assert.Contains("file_ids", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await world.Service.CountAgentsAsync());
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task UploadFile_WrongPurpose_NamesTheField(string target)
    {
        await using World world = await World.StartAsync(target);
        using MemoryStream content = new("a,b\n1,2\n"u8.ToArray());
        ClientResultException error = await AssertErrorAsync(400, "nonsense", () => world.Client.GetOpenAIFileClient()
            .UploadFileAsync(content, "a.csv", new FileUploadPurpose("nonsense"), Cancellation));
        Assert.Contains("purpose", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await world.Service.CountFilesAsync());
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task CreateMessage_EmptyText_NamesTheField(string target)
    {
        await using World world = await World.StartAsync(target);
        AssistantClient assistants = world.Client.GetAssistantClient();
        AssistantThread thread = await assistants.CreateThreadAsync(cancellationToken: Cancellation);
        await AssertErrorAsync(400, "content", () => assistants.CreateMessageAsync(
            thread.Id, MessageRole.User, [""], cancellationToken: Cancellation));
    }

    private static async Task AssertUnknownThreadAsync(AssistantClient assistants, string thread)
    {
        Assistant assistant = await assistants.CreateAssistantAsync("gpt-4o-mini", cancellationToken: Cancellation);
        string expected = $"No thread found with id '{thread}'.";
        await AssertErrorAsync(404, expected, () => assistants.GetThreadAsync(thread, Cancellation));
        await AssertErrorAsync(404, expected, () => assistants.CreateMessageAsync(
            thread, MessageRole.User, ["Hello"], cancellationToken: Cancellation));
        await AssertErrorAsync(
            404, expected, () => assistants.CreateRunAsync(thread, assistant.Id, cancellationToken: Cancellation));
        await AssertErrorAsync(404, expected, () => assistants.DeleteThreadAsync(thread, Cancellation));
    }

    private static async Task<ClientResultException> AssertErrorAsync(int status, string text, Func<Task> call)
    {
        ClientResultException error = await Assert.ThrowsAsync<ClientResultException>(call);
        Assert.True(error.Status == status, error.Message);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("conv_", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("resp_", error.Message, StringComparison.Ordinal);
        return error;
    }
}
