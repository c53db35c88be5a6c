using System.ClientModel;
using Azure.Core;

namespace Azure.AI.Agents.Persistent;

public class PersistentAgentsClient
{
    protected PersistentAgentsClient() { }
    public PersistentAgentsClient(string endpoint, TokenCredential credential) { }
    public PersistentAgentsClient(string endpoint, TokenCredential credential, PersistentAgentsAdministrationClientOptions options) { }
    public virtual PersistentAgentsAdministrationClient Administration => throw null;
    public virtual Threads Threads => throw null;
    public virtual ThreadMessages Messages => throw null;
    public virtual ThreadRuns Runs => throw null;
    public virtual PersistentAgentsFiles Files => throw null;
    public virtual VectorStores VectorStores => throw null;
    public virtual Response<ThreadRun> CreateThreadAndRun(string assistantId, ThreadAndRunOptions options = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateThreadAndRunAsync(string assistantId, ThreadAndRunOptions options = null, CancellationToken cancellationToken = default) => throw null;
}

public class PersistentAgentsAdministrationClientOptions : ClientOptions
{
}

public class PersistentAgentsAdministrationClient
{
    protected PersistentAgentsAdministrationClient() { }
    public PersistentAgentsAdministrationClient(string endpoint, TokenCredential credential) { }
    public virtual Response<PersistentAgent> CreateAgent(string model, string name = null, string description = null, string instructions = null, IEnumerable<ToolDefinition> tools = null, ToolResources toolResources = null, float? temperature = default, float? topP = default, BinaryData responseFormat = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgent>> CreateAgentAsync(string model, string name = null, string description = null, string instructions = null, IEnumerable<ToolDefinition> tools = null, ToolResources toolResources = null, float? temperature = default, float? topP = default, BinaryData responseFormat = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response CreateAgent(RequestContent content, RequestContext context) => throw null;
    public virtual Task<Response> CreateAgentAsync(RequestContent content, RequestContext context) => throw null;
    public virtual Response<PersistentAgent> GetAgent(string assistantId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response GetAgent(string assistantId, RequestContext context) => throw null;
    public virtual Task<Response<PersistentAgent>> GetAgentAsync(string assistantId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response> GetAgentAsync(string assistantId, RequestContext context) => throw null;
    public virtual Pageable<PersistentAgent> GetAgents(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<PersistentAgent> GetAgentsAsync(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PersistentAgent> UpdateAgent(string assistantId, string model = null, string name = null, string description = null, string instructions = null, IEnumerable<ToolDefinition> tools = null, ToolResources toolResources = null, float? temperature = default, float? topP = default, BinaryData responseFormat = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgent>> UpdateAgentAsync(string assistantId, string model = null, string name = null, string description = null, string instructions = null, IEnumerable<ToolDefinition> tools = null, ToolResources toolResources = null, float? temperature = default, float? topP = default, BinaryData responseFormat = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteAgent(string agentId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteAgentAsync(string agentId, CancellationToken cancellationToken = default) => throw null;
}

public class Threads
{
    public virtual Response<PersistentAgentThread> CreateThread(IEnumerable<ThreadMessageOptions> messages = null, ToolResources toolResources = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response CreateThread(RequestContent content, RequestContext context = null) => throw null;
    public virtual Task<Response<PersistentAgentThread>> CreateThreadAsync(IEnumerable<ThreadMessageOptions> messages = null, ToolResources toolResources = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response> CreateThreadAsync(RequestContent content, RequestContext context = null) => throw null;
    public virtual Response<PersistentAgentThread> GetThread(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response GetThread(string threadId, RequestContext context) => throw null;
    public virtual Task<Response<PersistentAgentThread>> GetThreadAsync(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response> GetThreadAsync(string threadId, RequestContext context) => throw null;
    public virtual Pageable<PersistentAgentThread> GetThreads(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<PersistentAgentThread> GetThreadsAsync(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PersistentAgentThread> UpdateThread(string threadId, ToolResources toolResources = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgentThread>> UpdateThreadAsync(string threadId, ToolResources toolResources = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteThread(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteThreadAsync(string threadId, CancellationToken cancellationToken = default) => throw null;
}

public class ThreadMessages
{
    public virtual Response<PersistentThreadMessage> CreateMessage(string threadId, MessageRole role, string content, IEnumerable<MessageAttachment> attachments = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response CreateMessage(string threadId, RequestContent content, RequestContext context = null) => throw null;
    public virtual Task<Response<PersistentThreadMessage>> CreateMessageAsync(string threadId, MessageRole role, string content, IEnumerable<MessageAttachment> attachments = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response> CreateMessageAsync(string threadId, RequestContent content, RequestContext context = null) => throw null;
    public virtual Response<PersistentThreadMessage> CreateMessage(string threadId, MessageRole role, IEnumerable<MessageInputContentBlock> contentBlocks, IEnumerable<MessageAttachment> attachments = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentThreadMessage>> CreateMessageAsync(string threadId, MessageRole role, IEnumerable<MessageInputContentBlock> contentBlocks, IEnumerable<MessageAttachment> attachments = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PersistentThreadMessage> GetMessage(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response GetMessage(string threadId, string messageId, RequestContext context) => throw null;
    public virtual Task<Response<PersistentThreadMessage>> GetMessageAsync(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response> GetMessageAsync(string threadId, string messageId, RequestContext context) => throw null;
    public virtual Pageable<PersistentThreadMessage> GetMessages(string threadId, string runId = null, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<PersistentThreadMessage> GetMessagesAsync(string threadId, string runId = null, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PersistentThreadMessage> UpdateMessage(string threadId, string messageId, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentThreadMessage>> UpdateMessageAsync(string threadId, string messageId, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteMessage(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteMessageAsync(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
}

public class ThreadRuns
{
    public virtual Response<ThreadRun> CreateRun(PersistentAgentThread thread, PersistentAgent agent, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CreateRun(PersistentAgentThread thread, PersistentAgent agent, ToolResources toolResources, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateRunAsync(PersistentAgentThread thread, PersistentAgent agent, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateRunAsync(PersistentAgentThread thread, PersistentAgent agent, ToolResources toolResources, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CreateRun(string threadId, string assistantId, string overrideModelName = null, string overrideInstructions = null, string additionalInstructions = null, IEnumerable<ThreadMessageOptions> additionalMessages = null, IEnumerable<ToolDefinition> overrideTools = null, bool? stream = default, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, Truncation truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response CreateRun(string threadId, RequestContent content, IEnumerable<RunAdditionalFieldList> include = null, RequestContext context = null) => throw null;
    public virtual Task<Response<ThreadRun>> CreateRunAsync(string threadId, string assistantId, string overrideModelName = null, string overrideInstructions = null, string additionalInstructions = null, IEnumerable<ThreadMessageOptions> additionalMessages = null, IEnumerable<ToolDefinition> overrideTools = null, bool? stream = default, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, Truncation truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response> CreateRunAsync(string threadId, RequestContent content, IEnumerable<RunAdditionalFieldList> include = null, RequestContext context = null) => throw null;
    public virtual Response<ThreadRun> GetRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response GetRun(string threadId, string runId, RequestContext context) => throw null;
    public virtual Task<Response<ThreadRun>> GetRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response> GetRunAsync(string threadId, string runId, RequestContext context) => throw null;
    public virtual Pageable<ThreadRun> GetRuns(string threadId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<ThreadRun> GetRunsAsync(string threadId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> UpdateRun(string threadId, string runId, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> UpdateRunAsync(string threadId, string runId, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CancelRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CancelRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> SubmitToolOutputsToRun(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> SubmitToolOutputsToRun(string threadId, string runId, IEnumerable<ToolOutput> toolOutputs = null, IEnumerable<ToolApproval> toolApprovals = null, bool? stream = default, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(string threadId, string runId, IEnumerable<ToolOutput> toolOutputs = null, IEnumerable<ToolApproval> toolApprovals = null, bool? stream = default, CancellationToken cancellationToken = default) => throw null;
    public virtual CollectionResult<StreamingUpdate> CreateRunStreaming(string threadId, string agentId, string overrideModelName = null, string overrideInstructions = null, string additionalInstructions = null, IEnumerable<ThreadMessageOptions> additionalMessages = null, IEnumerable<ToolDefinition> overrideTools = null, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, Truncation truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncCollectionResult<StreamingUpdate> CreateRunStreamingAsync(string threadId, string agentId, string overrideModelName = null, string overrideInstructions = null, string additionalInstructions = null, IEnumerable<ThreadMessageOptions> additionalMessages = null, IEnumerable<ToolDefinition> overrideTools = null, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, Truncation truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual CollectionResult<StreamingUpdate> CreateRunStreaming(string threadId, string agentId, CreateRunStreamingOptions options, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncCollectionResult<StreamingUpdate> CreateRunStreamingAsync(string threadId, string agentId, CreateRunStreamingOptions options, CancellationToken cancellationToken = default) => throw null;
    public virtual CollectionResult<StreamingUpdate> SubmitToolOutputsToStream(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual CollectionResult<StreamingUpdate> SubmitToolOutputsToStream(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, IEnumerable<ToolApproval> toolApprovals, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncCollectionResult<StreamingUpdate> SubmitToolOutputsToStreamAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncCollectionResult<StreamingUpdate> SubmitToolOutputsToStreamAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, IEnumerable<ToolApproval> toolApprovals, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<RunStep> GetRunStep(string threadId, string runId, string stepId, IEnumerable<RunAdditionalFieldList> include = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<RunStep>> GetRunStepAsync(string threadId, string runId, string stepId, IEnumerable<RunAdditionalFieldList> include = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Pageable<RunStep> GetRunSteps(ThreadRun run, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<RunStep> GetRunStepsAsync(ThreadRun run, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Pageable<RunStep> GetRunSteps(string threadId, string runId, IEnumerable<RunAdditionalFieldList> include = null, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<RunStep> GetRunStepsAsync(string threadId, string runId, IEnumerable<RunAdditionalFieldList> include = null, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
}

public class PersistentAgentsFiles
{
    public virtual Response<PersistentAgentFileInfo> UploadFile(Stream data, PersistentAgentFilePurpose purpose, string filename, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgentFileInfo>> UploadFileAsync(Stream data, PersistentAgentFilePurpose purpose, string filename, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PersistentAgentFileInfo> UploadFile(string filePath, PersistentAgentFilePurpose purpose, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgentFileInfo>> UploadFileAsync(string filePath, PersistentAgentFilePurpose purpose, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PersistentAgentFileInfo> GetFile(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgentFileInfo>> GetFileAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<IReadOnlyList<PersistentAgentFileInfo>> GetFiles(PersistentAgentFilePurpose? purpose = default, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<IReadOnlyList<PersistentAgentFileInfo>>> GetFilesAsync(PersistentAgentFilePurpose? purpose = default, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteFile(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteFileAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<BinaryData> GetFileContent(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<BinaryData>> GetFileContentAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
}

public class VectorStores
{
    public virtual Response<PersistentAgentsVectorStore> CreateVectorStore(IEnumerable<string> fileIds = null, string name = null, VectorStoreConfiguration storeConfiguration = null, VectorStoreExpirationPolicy expiresAfter = null, VectorStoreChunkingStrategy chunkingStrategy = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgentsVectorStore>> CreateVectorStoreAsync(IEnumerable<string> fileIds = null, string name = null, VectorStoreConfiguration storeConfiguration = null, VectorStoreExpirationPolicy expiresAfter = null, VectorStoreChunkingStrategy chunkingStrategy = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PersistentAgentsVectorStore> GetVectorStore(string vectorStoreId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgentsVectorStore>> GetVectorStoreAsync(string vectorStoreId, CancellationToken cancellationToken = default) => throw null;
    public virtual Pageable<PersistentAgentsVectorStore> GetVectorStores(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<PersistentAgentsVectorStore> GetVectorStoresAsync(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PersistentAgentsVectorStore> ModifyVectorStore(string vectorStoreId, string name = null, VectorStoreExpirationPolicy expiresAfter = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PersistentAgentsVectorStore>> ModifyVectorStoreAsync(string vectorStoreId, string name = null, VectorStoreExpirationPolicy expiresAfter = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteVectorStore(string vectorStoreId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteVectorStoreAsync(string vectorStoreId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFile> CreateVectorStoreFile(string vectorStoreId, string fileId = null, VectorStoreDataSource dataSource = null, VectorStoreChunkingStrategy chunkingStrategy = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFile>> CreateVectorStoreFileAsync(string vectorStoreId, string fileId = null, VectorStoreDataSource dataSource = null, VectorStoreChunkingStrategy chunkingStrategy = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFile> GetVectorStoreFile(string vectorStoreId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFile>> GetVectorStoreFileAsync(string vectorStoreId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Pageable<VectorStoreFile> GetVectorStoreFiles(string vectorStoreId, VectorStoreFileStatusFilter? filter = default, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<VectorStoreFile> GetVectorStoreFilesAsync(string vectorStoreId, VectorStoreFileStatusFilter? filter = default, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteVectorStoreFile(string vectorStoreId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteVectorStoreFileAsync(string vectorStoreId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFileBatch> CreateVectorStoreFileBatch(string vectorStoreId, IEnumerable<string> fileIds = null, IEnumerable<VectorStoreDataSource> dataSources = null, VectorStoreChunkingStrategy chunkingStrategy = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFileBatch>> CreateVectorStoreFileBatchAsync(string vectorStoreId, IEnumerable<string> fileIds = null, IEnumerable<VectorStoreDataSource> dataSources = null, VectorStoreChunkingStrategy chunkingStrategy = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFileBatch> GetVectorStoreFileBatch(string vectorStoreId, string batchId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFileBatch>> GetVectorStoreFileBatchAsync(string vectorStoreId, string batchId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFileBatch> CancelVectorStoreFileBatch(string vectorStoreId, string batchId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFileBatch>> CancelVectorStoreFileBatchAsync(string vectorStoreId, string batchId, CancellationToken cancellationToken = default) => throw null;
    public virtual Pageable<VectorStoreFile> GetVectorStoreFileBatchFiles(string vectorStoreId, string batchId, VectorStoreFileStatusFilter? filter = default, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncPageable<VectorStoreFile> GetVectorStoreFileBatchFilesAsync(string vectorStoreId, string batchId, VectorStoreFileStatusFilter? filter = default, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
}

public static class PersistentAgentsExtensions
{
    public static PersistentAgentsClient GetPersistentAgentsClient(this System.ClientModel.Primitives.ClientConnectionProvider provider) => throw null;
}

public static class PersistentAgentsClientExtensions
{
    public static object AsIChatClient(this PersistentAgentsClient client, string agentId, string defaultThreadId = null) => throw null;
}
