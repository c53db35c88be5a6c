using Azure.Core;

namespace Azure.AI.OpenAI.Assistants;

public class AssistantsClient
{
    protected AssistantsClient() { }
    public AssistantsClient(string openAIApiKey) { }
    public AssistantsClient(string openAIApiKey, AssistantsClientOptions options) { }
    public AssistantsClient(Uri endpoint, AzureKeyCredential keyCredential) { }
    public AssistantsClient(Uri endpoint, AzureKeyCredential keyCredential, AssistantsClientOptions options) { }
    public AssistantsClient(Uri endpoint, TokenCredential tokenCredential) { }
    public AssistantsClient(Uri endpoint, TokenCredential tokenCredential, AssistantsClientOptions options) { }
    public virtual Response<Assistant> CreateAssistant(AssistantCreationOptions assistantCreationOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<Assistant>> CreateAssistantAsync(AssistantCreationOptions assistantCreationOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<Assistant> GetAssistant(string assistantId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<Assistant>> GetAssistantAsync(string assistantId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<Assistant>> GetAssistants(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<Assistant>>> GetAssistantsAsync(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<Assistant> UpdateAssistant(string assistantId, UpdateAssistantOptions updateAssistantOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<Assistant>> UpdateAssistantAsync(string assistantId, UpdateAssistantOptions updateAssistantOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteAssistant(string assistantId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteAssistantAsync(string assistantId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AssistantFile> LinkAssistantFile(string assistantId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AssistantFile>> LinkAssistantFileAsync(string assistantId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> UnlinkAssistantFile(string assistantId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> UnlinkAssistantFileAsync(string assistantId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AssistantFile> GetAssistantFile(string assistantId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AssistantFile>> GetAssistantFileAsync(string assistantId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<AssistantFile>> GetAssistantFiles(string assistantId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<AssistantFile>>> GetAssistantFilesAsync(string assistantId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AssistantThread> CreateThread(AssistantThreadCreationOptions assistantThreadCreationOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AssistantThread>> CreateThreadAsync(AssistantThreadCreationOptions assistantThreadCreationOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AssistantThread> CreateThread(CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AssistantThread>> CreateThreadAsync(CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AssistantThread> GetThread(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AssistantThread>> GetThreadAsync(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AssistantThread> UpdateThread(string threadId, IDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AssistantThread>> UpdateThreadAsync(string threadId, IDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteThread(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteThreadAsync(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadMessage> CreateMessage(string threadId, MessageRole role, string content, IEnumerable<string> fileIds = null, IDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadMessage>> CreateMessageAsync(string threadId, MessageRole role, string content, IEnumerable<string> fileIds = null, IDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadMessage> GetMessage(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadMessage>> GetMessageAsync(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<ThreadMessage>> GetMessages(string threadId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<ThreadMessage>>> GetMessagesAsync(string threadId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadMessage> UpdateMessage(string threadId, string messageId, IDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadMessage>> UpdateMessageAsync(string threadId, string messageId, IDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<MessageFile> GetMessageFile(string threadId, string messageId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<MessageFile>> GetMessageFileAsync(string threadId, string messageId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<MessageFile>> GetMessageFiles(string threadId, string messageId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<MessageFile>>> GetMessageFilesAsync(string threadId, string messageId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CreateRun(AssistantThread thread, Assistant assistant, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateRunAsync(AssistantThread thread, Assistant assistant, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CreateRun(string threadId, CreateRunOptions createRunOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateRunAsync(string threadId, CreateRunOptions createRunOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> GetRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> GetRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<ThreadRun>> GetRuns(string threadId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<ThreadRun>>> GetRunsAsync(string threadId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> UpdateRun(string threadId, string runId, IDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> UpdateRunAsync(string threadId, string runId, IDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CancelRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CancelRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CreateThreadAndRun(CreateAndRunThreadOptions createAndRunThreadOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateThreadAndRunAsync(CreateAndRunThreadOptions createAndRunThreadOptions, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> SubmitToolOutputsToRun(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> SubmitToolOutputsToRun(string threadId, string runId, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(string threadId, string runId, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<RunStep> GetRunStep(string threadId, string runId, string stepId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<RunStep>> GetRunStepAsync(string threadId, string runId, string stepId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<RunStep>> GetRunSteps(ThreadRun run, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<RunStep>>> GetRunStepsAsync(ThreadRun run, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<RunStep>> GetRunSteps(string threadId, string runId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<RunStep>>> GetRunStepsAsync(string threadId, string runId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<OpenAIFile> UploadFile(BinaryData data, OpenAIFilePurpose purpose, string filename = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<OpenAIFile>> UploadFileAsync(BinaryData data, OpenAIFilePurpose purpose, string filename = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<OpenAIFile> UploadFile(string localFilePath, OpenAIFilePurpose purpose, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<OpenAIFile>> UploadFileAsync(string localFilePath, OpenAIFilePurpose purpose, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<OpenAIFile> GetFile(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<OpenAIFile>> GetFileAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<IReadOnlyList<OpenAIFile>> GetFiles(OpenAIFilePurpose? purpose = default, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<IReadOnlyList<OpenAIFile>>> GetFilesAsync(OpenAIFilePurpose? purpose = default, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteFile(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteFileAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<BinaryData> GetFileContent(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<BinaryData>> GetFileContentAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
}

public class AssistantsClientOptions : ClientOptions
{
}
