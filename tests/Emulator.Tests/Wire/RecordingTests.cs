using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Emulator.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Emulator.Tests.Wire;

/// <summary>
/// Sessions with the real service, replayed: the same statuses, and no key less. Skipped where they are absent.
/// </summary>
public sealed class RecordingTests : EmulatorTest
{
    [Theory]
    [InlineData("openai-dotnet__ContainerTests__CanCreateContainerAsync.json")]
    [InlineData("openai-dotnet__ContainerTests__CanEnumerateContainerFilesAsync.json")]
    [InlineData("openai-dotnet__ContainerTests__CanGetContainerAsync.json")]
    [InlineData("openai-dotnet__ContainerTests__CanUploadGetAndDeleteContainerFileAsync.json")]
    [InlineData("openai-dotnet__ContainerTests__ContainerCollectionOptionsCanBeConfiguredAsync.json")]
    [InlineData("openai-dotnet__ConversationTests__CanCreateGetUpdateAndDeleteConversationAsync.json")]
    [InlineData("openai-dotnet__ConversationTests__ConversationItemEndpointsAcceptIncludeQueryAsync.json")]
    [InlineData("openai-dotnet__ResponseStoreTests__GetInputItemsWithMinimalLimitsAsync.json")]
    [InlineData("openai-dotnet__ResponsesTests__AllInstructionMethodsWork_InstructionsProperty_Async.json")]
    [InlineData("openai-dotnet__ResponsesTests__CanDeleteResponseAsync.json")]
    [InlineData("openai-dotnet__ResponsesTests__CanGetInputTokenCountsAsync.json")]
    [InlineData("openai-dotnet__ResponsesTests__CanOptOutOfStorageAsync.json")]
    [InlineData("openai-dotnet__ResponsesTests__FunctionCallStreamingWorksAsync.json")]
    [InlineData("openai-dotnet__ResponsesTests__MessageHistoryWorksAsync.json")]
    [InlineData("openai-dotnet__ResponsesTests__ResponseUsingConversationsAsync.json")]
    [InlineData("openai-dotnet__ResponsesToolTests__CodeInterpreterToolWithContainerIdFromContainerApi.json")]
    [InlineData("openai-dotnet__ResponsesToolTests__CodeInterpreterToolWithEmptyFileIdsAsync.json")]
    [InlineData("openai-dotnet__ResponsesToolTests__CodeInterpreterToolWithUploadedFileIds.json")]
    [InlineData("openai-dotnet__ResponsesToolTests__FileSearchAsync.json")]
    [InlineData("openai-dotnet__ResponsesToolTests__FileSearchCallStreamingAsync.json")]
    [InlineData("pydantic__pydantic-ai__test_openai_code_execution_files.json")]
    [InlineData("pydantic__pydantic-ai__test_openai_responses_model_file_search_tool_with_results.json")]
    [InlineData("pydantic__pydantic-ai__test_openai_responses_model_http_error.json")]
    [InlineData("traceloop__openllmetry__test_responses_with_request_params.json")]
    public Task Replay_Session_SameStatusesAndKeys(string name) =>
        new RecordingReplay(OpenAI).RunAsync(Recording.Load("v2", name));
}
