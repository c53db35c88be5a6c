using System.ClientModel;
using Azure.Core;

namespace Azure.AI.Projects;

public class AIProjectClientOptions : ClientOptions
{
}

public class AIProjectClient
{
    public AIProjectClient(string connectionString, TokenCredential credential) { }
    public AIProjectClient(string connectionString, TokenCredential credential, AIProjectClientOptions options) { }
    public AIProjectClient(Uri endpoint, TokenCredential credential) { }
    public virtual AgentsClient GetAgentsClient() => throw null;
}

public class AgentsClient
{
    protected AgentsClient() { }
    public AgentsClient(string connectionString, TokenCredential credential) { }
    public AgentsClient(string connectionString, TokenCredential credential, AIProjectClientOptions options) { }
    public AgentsClient(Uri endpoint, string subscriptionId, string resourceGroupName, string projectName, TokenCredential credential) { }
    public virtual Response<Agent> CreateAgent(string model, string name = null, string description = null, string instructions = null, IEnumerable<ToolDefinition> tools = null, ToolResources toolResources = null, float? temperature = default, float? topP = default, BinaryData responseFormat = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<Agent>> CreateAgentAsync(string model, string name = null, string description = null, string instructions = null, IEnumerable<ToolDefinition> tools = null, ToolResources toolResources = null, float? temperature = default, float? topP = default, BinaryData responseFormat = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response CreateAgent(RequestContent content, RequestContext context) => throw null;
    public virtual Task<Response> CreateAgentAsync(RequestContent content, RequestContext context) => throw null;
    public virtual Response<Agent> GetAgent(string assistantId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<Agent>> GetAgentAsync(string assistantId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<Agent>> GetAgents(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<Agent>>> GetAgentsAsync(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<Agent> UpdateAgent(string assistantId, string model = null, string name = null, string description = null, string instructions = null, IEnumerable<ToolDefinition> tools = null, ToolResources toolResources = null, float? temperature = default, float? topP = default, BinaryData responseFormat = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<Agent>> UpdateAgentAsync(string assistantId, string model = null, string name = null, string description = null, string instructions = null, IEnumerable<ToolDefinition> tools = null, ToolResources toolResources = null, float? temperature = default, float? topP = default, BinaryData responseFormat = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteAgent(string agentId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteAgentAsync(string agentId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AgentThread> CreateThread(IEnumerable<ThreadMessageOptions> messages = null, ToolResources toolResources = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AgentThread>> CreateThreadAsync(IEnumerable<ThreadMessageOptions> messages = null, ToolResources toolResources = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AgentThread> GetThread(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AgentThread>> GetThreadAsync(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<AgentThread>> GetThreads(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<AgentThread>>> GetThreadsAsync(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AgentThread> UpdateThread(string threadId, ToolResources toolResources = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AgentThread>> UpdateThreadAsync(string threadId, ToolResources toolResources = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteThread(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteThreadAsync(string threadId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadMessage> CreateMessage(string threadId, MessageRole role, string content, IEnumerable<MessageAttachment> attachments = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadMessage>> CreateMessageAsync(string threadId, MessageRole role, string content, IEnumerable<MessageAttachment> attachments = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadMessage> CreateMessage(string threadId, MessageRole role, IEnumerable<MessageInputContentBlock> contentBlocks, IEnumerable<MessageAttachment> attachments = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadMessage>> CreateMessageAsync(string threadId, MessageRole role, IEnumerable<MessageInputContentBlock> contentBlocks, IEnumerable<MessageAttachment> attachments = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadMessage> GetMessage(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadMessage>> GetMessageAsync(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<ThreadMessage>> GetMessages(string threadId, string runId = null, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<ThreadMessage>>> GetMessagesAsync(string threadId, string runId = null, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadMessage> UpdateMessage(string threadId, string messageId, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadMessage>> UpdateMessageAsync(string threadId, string messageId, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteMessage(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteMessageAsync(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CreateRun(AgentThread thread, Agent agent, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateRunAsync(AgentThread thread, Agent agent, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CreateRun(string threadId, string assistantId, string overrideModelName = null, string overrideInstructions = null, string additionalInstructions = null, IEnumerable<ThreadMessageOptions> additionalMessages = null, IEnumerable<ToolDefinition> overrideTools = null, bool? stream = default, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, TruncationObject truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateRunAsync(string threadId, string assistantId, string overrideModelName = null, string overrideInstructions = null, string additionalInstructions = null, IEnumerable<ThreadMessageOptions> additionalMessages = null, IEnumerable<ToolDefinition> overrideTools = null, bool? stream = default, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, TruncationObject truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> GetRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> GetRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<ThreadRun>> GetRuns(string threadId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<ThreadRun>>> GetRunsAsync(string threadId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> UpdateRun(string threadId, string runId, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> UpdateRunAsync(string threadId, string runId, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CancelRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CancelRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> SubmitToolOutputsToRun(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> SubmitToolOutputsToRun(string threadId, string runId, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(string threadId, string runId, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual CollectionResult<StreamingUpdate> CreateRunStreaming(string threadId, string assistantId, string overrideModelName = null, string overrideInstructions = null, string additionalInstructions = null, IEnumerable<ThreadMessageOptions> additionalMessages = null, IEnumerable<ToolDefinition> overrideTools = null, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, TruncationObject truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncCollectionResult<StreamingUpdate> CreateRunStreamingAsync(string threadId, string assistantId, string overrideModelName = null, string overrideInstructions = null, string additionalInstructions = null, IEnumerable<ThreadMessageOptions> additionalMessages = null, IEnumerable<ToolDefinition> overrideTools = null, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, TruncationObject truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual CollectionResult<StreamingUpdate> SubmitToolOutputsToStream(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual AsyncCollectionResult<StreamingUpdate> SubmitToolOutputsToStreamAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<RunStep> GetRunStep(string threadId, string runId, string stepId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<RunStep>> GetRunStepAsync(string threadId, string runId, string stepId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<RunStep>> GetRunSteps(ThreadRun run, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<RunStep>>> GetRunStepsAsync(ThreadRun run, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<RunStep>> GetRunSteps(string threadId, string runId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<RunStep>>> GetRunStepsAsync(string threadId, string runId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<ThreadRun> CreateThreadAndRun(string assistantId, AgentThreadCreationOptions thread = null, string overrideModelName = null, string overrideInstructions = null, IEnumerable<ToolDefinition> overrideTools = null, ToolResources toolResources = null, bool? stream = default, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, TruncationObject truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<ThreadRun>> CreateThreadAndRunAsync(string assistantId, AgentThreadCreationOptions thread = null, string overrideModelName = null, string overrideInstructions = null, IEnumerable<ToolDefinition> overrideTools = null, ToolResources toolResources = null, bool? stream = default, float? temperature = default, float? topP = default, int? maxPromptTokens = default, int? maxCompletionTokens = default, TruncationObject truncationStrategy = null, BinaryData toolChoice = null, BinaryData responseFormat = null, bool? parallelToolCalls = default, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AgentFile> UploadFile(Stream data, AgentFilePurpose purpose, string filename, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AgentFile>> UploadFileAsync(Stream data, AgentFilePurpose purpose, string filename, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AgentFile> UploadFile(string filePath, AgentFilePurpose purpose, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AgentFile>> UploadFileAsync(string filePath, AgentFilePurpose purpose, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<AgentFile> GetFile(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<AgentFile>> GetFileAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<IReadOnlyList<AgentFile>> GetFiles(AgentFilePurpose? purpose = default, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<IReadOnlyList<AgentFile>>> GetFilesAsync(AgentFilePurpose? purpose = default, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<bool> DeleteFile(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<bool>> DeleteFileAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<BinaryData> GetFileContent(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<BinaryData>> GetFileContentAsync(string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStore> CreateVectorStore(IEnumerable<string> fileIds = null, string name = null, VectorStoreConfiguration storeConfiguration = null, VectorStoreExpirationPolicy expiresAfter = null, BinaryData chunkingStrategy = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStore>> CreateVectorStoreAsync(IEnumerable<string> fileIds = null, string name = null, VectorStoreConfiguration storeConfiguration = null, VectorStoreExpirationPolicy expiresAfter = null, BinaryData chunkingStrategy = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStore> GetVectorStore(string vectorStoreId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStore>> GetVectorStoreAsync(string vectorStoreId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<VectorStore>> GetVectorStores(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<VectorStore>>> GetVectorStoresAsync(int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStore> ModifyVectorStore(string vectorStoreId, string name = null, VectorStoreExpirationPolicy expiresAfter = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStore>> ModifyVectorStoreAsync(string vectorStoreId, string name = null, VectorStoreExpirationPolicy expiresAfter = null, IReadOnlyDictionary<string, string> metadata = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreDeletionStatus> DeleteVectorStore(string vectorStoreId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreDeletionStatus>> DeleteVectorStoreAsync(string vectorStoreId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFile> CreateVectorStoreFile(string vectorStoreId, string fileId = null, VectorStoreDataSource dataSource = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFile>> CreateVectorStoreFileAsync(string vectorStoreId, string fileId = null, VectorStoreDataSource dataSource = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFile> GetVectorStoreFile(string vectorStoreId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFile>> GetVectorStoreFileAsync(string vectorStoreId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<VectorStoreFile>> GetVectorStoreFiles(string vectorStoreId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<VectorStoreFile>>> GetVectorStoreFilesAsync(string vectorStoreId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFileDeletionStatus> DeleteVectorStoreFile(string vectorStoreId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFileDeletionStatus>> DeleteVectorStoreFileAsync(string vectorStoreId, string fileId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFileBatch> CreateVectorStoreFileBatch(string vectorStoreId, IEnumerable<string> fileIds = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFileBatch>> CreateVectorStoreFileBatchAsync(string vectorStoreId, IEnumerable<string> fileIds = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFileBatch> GetVectorStoreFileBatch(string vectorStoreId, string batchId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFileBatch>> GetVectorStoreFileBatchAsync(string vectorStoreId, string batchId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<VectorStoreFileBatch> CancelVectorStoreFileBatch(string vectorStoreId, string batchId, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<VectorStoreFileBatch>> CancelVectorStoreFileBatchAsync(string vectorStoreId, string batchId, CancellationToken cancellationToken = default) => throw null;
    public virtual Response<PageableList<VectorStoreFile>> GetVectorStoreFileBatchFiles(string vectorStoreId, string batchId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
    public virtual Task<Response<PageableList<VectorStoreFile>>> GetVectorStoreFileBatchFilesAsync(string vectorStoreId, string batchId, int? limit = default, ListSortOrder? order = default, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
}
