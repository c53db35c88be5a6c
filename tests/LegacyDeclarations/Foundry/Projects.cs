// The successor's types as far as tests bind them: 2.0 over OpenAI 2.10, with FOUNDRY_3 those of 3.0-beta over OpenAI 2.13.
// Compiled by the tests that need them, not into this project: one of the legacy packages has types of the same names.
using System;
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Threading;
using System.Threading.Tasks;
using Azure.AI.Extensions.OpenAI;
using Azure.AI.Projects.Agents;
using OpenAI;
using OpenAI.Conversations;
using OpenAI.Responses;

namespace Azure.AI.Projects
{
    public class AIProjectClient : ClientConnectionProvider
    {
        public AIProjectClient(Uri endpoint, AuthenticationTokenProvider tokenProvider) : base(1) { }
        public virtual AgentAdministrationClient AgentAdministrationClient => throw null;
        public virtual ProjectOpenAIClient ProjectOpenAIClient => throw null;
        public override IEnumerable<ClientConnection> GetAllConnections() => throw null;
        public override ClientConnection GetConnection(string connectionId) => throw null;
    }
}

namespace Azure.AI.Projects.Agents
{
    public class AgentAdministrationClient
    {
        public virtual ClientResult<ProjectsAgentVersion> CreateAgentVersion(string agentName, ProjectsAgentVersionCreationOptions options, string foundryFeatures = null, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ProjectsAgentVersion>> CreateAgentVersionAsync(string agentName, ProjectsAgentVersionCreationOptions options, string foundryFeatures = null, CancellationToken cancellationToken = default) => throw null;
        public virtual CollectionResult<ProjectsAgentRecord> GetAgents(ProjectsAgentKind? kind = null, int? limit = null, AgentListOrder? order = null, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
        public virtual AsyncCollectionResult<ProjectsAgentRecord> GetAgentsAsync(ProjectsAgentKind? kind = null, int? limit = null, AgentListOrder? order = null, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ProjectsAgentVersion> GetAgentVersion(string agentName, string agentVersion, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ProjectsAgentVersion>> GetAgentVersionAsync(string agentName, string agentVersion, CancellationToken cancellationToken = default) => throw null;
#if FOUNDRY_3
        public virtual ClientResult DeleteAgentVersion(string agentName, string agentVersion, bool? force = null, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult> DeleteAgentVersionAsync(string agentName, string agentVersion, bool? force = null, CancellationToken cancellationToken = default) => throw null;
#else
        public virtual ClientResult DeleteAgentVersion(string agentName, string agentVersion, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult> DeleteAgentVersionAsync(string agentName, string agentVersion, CancellationToken cancellationToken = default) => throw null;
#endif
    }

    public class ProjectsAgentDefinition
    {
    }

    public class ProjectsAgentRecord
    {
        internal ProjectsAgentRecord() { }
        public string Id => throw null;
        public string Name => throw null;
        public ProjectsAgentVersion GetLatestVersion() => throw null;
    }

    public readonly struct ProjectsAgentKind
    {
    }

    public readonly struct AgentListOrder
    {
        public static AgentListOrder Ascending => throw null;
        public static AgentListOrder Descending => throw null;
    }

    public class DeclarativeAgentDefinition : ProjectsAgentDefinition
    {
        public DeclarativeAgentDefinition(string model) { }
        public string Model { get; set; }
        public string Instructions { get; set; }
        public float? Temperature { get; set; }
        public float? TopP { get; set; }
        public IList<ResponseTool> Tools => throw null;
        public ResponseTextOptions TextOptions { get; set; }
    }

    public class ProjectsAgentVersionCreationOptions
    {
        public ProjectsAgentVersionCreationOptions(ProjectsAgentDefinition definition) { }
        public string Description { get; set; }
        public IDictionary<string, string> Metadata => throw null;
    }

    public class ProjectsAgentVersion
    {
        internal ProjectsAgentVersion() { }
        public string Id => throw null;
        public string Name => throw null;
        public string Version => throw null;
        public string Description => throw null;
        public DateTimeOffset CreatedAt => throw null;
        public ProjectsAgentDefinition Definition => throw null;
        public IDictionary<string, string> Metadata => throw null;
    }
}

namespace Azure.AI.Extensions.OpenAI
{
    public class AgentReference
    {
        public AgentReference(string name, string version = null) { }
        public string Name => throw null;
        public string Version => throw null;
        public static implicit operator AgentReference(string name) => throw null;
    }

    public class ProjectOpenAIClient : OpenAIClient
    {
        protected ProjectOpenAIClient() { }
        public virtual ProjectConversationsClient GetProjectConversationsClient() => throw null;
        public virtual ProjectResponsesClient GetProjectResponsesClient() => throw null;
        public virtual ProjectResponsesClient GetProjectResponsesClientForAgent(AgentReference defaultAgent, string defaultConversationId = null) => throw null;
        public virtual ProjectResponsesClient GetProjectResponsesClientForModel(string defaultModel, string defaultConversationId = null) => throw null;
    }

    public class ProjectConversationsClient : ConversationClient
    {
        protected ProjectConversationsClient() { }
#if FOUNDRY_3
        public virtual CollectionResult<ConversationResource> GetProjectConversations(AgentReference agent = null, int? limit = null, string order = null, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
        public virtual AsyncCollectionResult<ConversationResource> GetProjectConversationsAsync(AgentReference agent = null, int? limit = null, string order = null, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ConversationResource> CreateProjectConversation(ConversationCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ConversationResource>> CreateProjectConversationAsync(ConversationCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ConversationResource> GetProjectConversation(string conversationId, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ConversationResource>> GetProjectConversationAsync(string conversationId, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ConversationResource> UpdateProjectConversation(string conversationId, ConversationUpdateOptions options, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ConversationResource>> UpdateProjectConversationAsync(string conversationId, ConversationUpdateOptions options, CancellationToken cancellationToken = default) => throw null;
#else
        public virtual CollectionResult<ProjectConversation> GetProjectConversations(AgentReference agent = null, int? limit = null, string order = null, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
        public virtual AsyncCollectionResult<ProjectConversation> GetProjectConversationsAsync(AgentReference agent = null, int? limit = null, string order = null, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ProjectConversation> UpdateProjectConversation(string conversationId, ProjectConversationUpdateOptions options, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ProjectConversation>> UpdateProjectConversationAsync(string conversationId, ProjectConversationUpdateOptions options, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ProjectConversation> CreateProjectConversation(ProjectConversationCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ProjectConversation>> CreateProjectConversationAsync(ProjectConversationCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ProjectConversation> GetProjectConversation(string conversationId, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ProjectConversation>> GetProjectConversationAsync(string conversationId, CancellationToken cancellationToken = default) => throw null;
#endif
    }

#if !FOUNDRY_3
    public class ProjectConversation
    {
        internal ProjectConversation() { }
        public string Id => throw null;
        public DateTimeOffset CreatedAt => throw null;
        public IDictionary<string, string> Metadata => throw null;
        public static implicit operator string(ProjectConversation conversation) => throw null;
    }

    public class ProjectConversationUpdateOptions
    {
        public IDictionary<string, string> Metadata => throw null;
    }

    public class ProjectConversationCreationOptions
    {
        public IList<ResponseItem> Items => throw null;
        public IDictionary<string, string> Metadata => throw null;
    }
#endif

    public class ProjectResponsesClient : ResponsesClient
    {
        protected ProjectResponsesClient() { }
        public virtual CollectionResult<ResponseResult> GetProjectResponses(AgentReference agent = null, string conversationId = null, int? limit = null, string order = null, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
        public virtual AsyncCollectionResult<ResponseResult> GetProjectResponsesAsync(AgentReference agent = null, string conversationId = null, int? limit = null, string order = null, string after = null, string before = null, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ResponseResult> CreateResponse(string userInputText, string previousResponseId = null, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ResponseResult>> CreateResponseAsync(string userInputText, string previousResponseId = null, CancellationToken cancellationToken = default) => throw null;
        public virtual ClientResult<ResponseResult> CreateResponse(IEnumerable<ResponseItem> inputItems, string previousResponseId = null, CancellationToken cancellationToken = default) => throw null;
        public virtual Task<ClientResult<ResponseResult>> CreateResponseAsync(IEnumerable<ResponseItem> inputItems, string previousResponseId = null, CancellationToken cancellationToken = default) => throw null;
    }
}
