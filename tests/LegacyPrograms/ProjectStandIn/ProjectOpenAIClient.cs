using System;
using System.ClientModel;
using System.Threading;
using System.Threading.Tasks;
using Azure.AI.Projects;
using OpenAI;
using OpenAI.Conversations;
using OpenAI.Responses;

namespace Azure.AI.Extensions.OpenAI
{
    public class AgentReference
    {
        public AgentReference(string name, string version = null)
        {
            Name = name;
            Version = version;
        }

        public string Name { get; }

        public string Version { get; }
    }

    public class ProjectOpenAIClient : OpenAIClient
    {
        private readonly Uri _endpoint;

        internal ProjectOpenAIClient(Uri endpoint)
            : base(AIProjectClient.Key, new OpenAIClientOptions { Endpoint = endpoint }) => _endpoint = endpoint;

        public ProjectConversationsClient GetProjectConversationsClient() => new(_endpoint);

        public ProjectResponsesClient GetProjectResponsesClient() => new(_endpoint, null, null);

        public ProjectResponsesClient GetProjectResponsesClientForAgent(AgentReference defaultAgent, string defaultConversationId = null) =>
            new(_endpoint, defaultAgent, defaultConversationId);
    }

    public class ProjectConversationsClient : ConversationClient
    {
        internal ProjectConversationsClient(Uri endpoint)
            : base(AIProjectClient.Key, new OpenAIClientOptions { Endpoint = endpoint })
        {
        }

        public ClientResult<ConversationResource> CreateProjectConversation(ConversationCreationOptions options = null, CancellationToken cancellationToken = default) =>
            CreateConversation(options ?? new ConversationCreationOptions(), cancellationToken);

        public Task<ClientResult<ConversationResource>> CreateProjectConversationAsync(ConversationCreationOptions options = null, CancellationToken cancellationToken = default) =>
            CreateConversationAsync(options ?? new ConversationCreationOptions(), cancellationToken);

        public ClientResult<ConversationResource> GetProjectConversation(string conversationId, CancellationToken cancellationToken = default) =>
            GetConversation(conversationId, cancellationToken);

        public Task<ClientResult<ConversationResource>> GetProjectConversationAsync(string conversationId, CancellationToken cancellationToken = default) =>
            GetConversationAsync(conversationId, cancellationToken);

        public ClientResult<ConversationResource> UpdateProjectConversation(string conversationId, ConversationUpdateOptions options, CancellationToken cancellationToken = default) =>
            UpdateConversation(conversationId, options, cancellationToken);

        public Task<ClientResult<ConversationResource>> UpdateProjectConversationAsync(string conversationId, ConversationUpdateOptions options, CancellationToken cancellationToken = default) =>
            UpdateConversationAsync(conversationId, options, cancellationToken);
    }

    public class ProjectResponsesClient : ResponsesClient
    {
        private readonly AgentReference _agent;
        private readonly string _conversationId;

        internal ProjectResponsesClient(Uri endpoint, AgentReference agent, string conversationId)
            : base(AIProjectClient.Key, new ResponsesClientOptions { Endpoint = endpoint })
        {
            _agent = agent;
            _conversationId = conversationId;
        }

        public override ClientResult<ResponseResult> CreateResponse(CreateResponseOptions options, CancellationToken cancellationToken = default) =>
            base.CreateResponse(Complete(options), cancellationToken);

        public override Task<ClientResult<ResponseResult>> CreateResponseAsync(CreateResponseOptions options, CancellationToken cancellationToken = default) =>
            base.CreateResponseAsync(Complete(options), cancellationToken);

        public override CollectionResult<StreamingResponseUpdate> CreateResponseStreaming(CreateResponseOptions options, CancellationToken cancellationToken = default) =>
            base.CreateResponseStreaming(Complete(options), cancellationToken);

        public override AsyncCollectionResult<StreamingResponseUpdate> CreateResponseStreamingAsync(CreateResponseOptions options, CancellationToken cancellationToken = default) =>
            base.CreateResponseStreamingAsync(Complete(options), cancellationToken);

        private CreateResponseOptions Complete(CreateResponseOptions options)
        {
            if (_agent is null) return options;

            options.Patch.Set("$.agent_reference"u8, BinaryData.FromObjectAsJson(new { type = "agent_reference", name = _agent.Name, version = _agent.Version }));
            if (_conversationId is not null) options.ConversationOptions = new ResponseConversationOptions(_conversationId);
            return options;
        }
    }
}
