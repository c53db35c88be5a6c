using System;
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Responses;

namespace Azure.AI.Projects.Agents
{
    public readonly struct AgentListOrder
    {
        private AgentListOrder(string value) => Value = value;

        internal string Value { get; }

        public static AgentListOrder Ascending => new("asc");

        public static AgentListOrder Descending => new("desc");
    }

    public class ProjectsAgentDefinition
    {
    }

    public class DeclarativeAgentDefinition : ProjectsAgentDefinition
    {
        public DeclarativeAgentDefinition(string model) => Model = model;

        public string Model { get; set; }

        public string Instructions { get; set; }

        public float? Temperature { get; set; }

        public float? TopP { get; set; }

        public IList<ResponseTool> Tools { get; } = [];

        public ResponseTextOptions TextOptions { get; set; }
    }

    public class ProjectsAgentVersionCreationOptions
    {
        public ProjectsAgentVersionCreationOptions(ProjectsAgentDefinition definition) => Definition = (DeclarativeAgentDefinition)definition;

        internal DeclarativeAgentDefinition Definition { get; }

        public string Description { get; set; }

        public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

        internal BinaryContent ToContent()
        {
            JsonObject definition = new() { ["kind"] = "prompt", ["model"] = Definition.Model };
            if (Definition.Instructions is not null) definition["instructions"] = Definition.Instructions;
            if (Definition.Temperature is { } temperature) definition["temperature"] = temperature;
            if (Definition.TopP is { } topP) definition["top_p"] = topP;
            if (Definition.TextOptions is { } text) definition["text"] = JsonNode.Parse(ModelReaderWriter.Write(text));
            definition["tools"] = new JsonArray([.. Definition.Tools.Select(tool => JsonNode.Parse(ModelReaderWriter.Write(tool)))]);
            JsonObject body = new() { ["definition"] = definition, ["metadata"] = JsonSerializer.SerializeToNode(Metadata) };
            if (Description is not null) body["description"] = Description;
            return BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));
        }
    }

    public class ProjectsAgentVersion
    {
        internal ProjectsAgentVersion(JsonElement json)
        {
            Id = json.GetProperty("id").GetString();
            Name = json.GetProperty("name").GetString();
            Version = json.GetProperty("version").GetString();
            Description = json.TryGetProperty("description", out JsonElement description) ? description.GetString() : null;
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(json.GetProperty("created_at").GetInt64());
            foreach (JsonProperty pair in json.GetProperty("metadata").EnumerateObject()) Metadata[pair.Name] = pair.Value.GetString();
            JsonElement says = json.GetProperty("definition");
            DeclarativeAgentDefinition definition = new(says.GetProperty("model").GetString());
            if (says.TryGetProperty("instructions", out JsonElement instructions)) definition.Instructions = instructions.GetString();
            if (says.TryGetProperty("temperature", out JsonElement temperature)) definition.Temperature = temperature.GetSingle();
            if (says.TryGetProperty("top_p", out JsonElement topP)) definition.TopP = topP.GetSingle();
            if (says.TryGetProperty("text", out JsonElement text))
                definition.TextOptions = ModelReaderWriter.Read<ResponseTextOptions>(BinaryData.FromString(text.GetRawText()));
            foreach (JsonElement tool in says.GetProperty("tools").EnumerateArray())
                definition.Tools.Add(ModelReaderWriter.Read<ResponseTool>(BinaryData.FromString(tool.GetRawText())));
            Definition = definition;
        }

        public string Id { get; }

        public string Name { get; }

        public string Version { get; }

        public string Description { get; }

        public DateTimeOffset CreatedAt { get; }

        public ProjectsAgentDefinition Definition { get; }

        public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();
    }

    public class ProjectsAgentRecord(ProjectsAgentVersion latest)
    {
        public string Name => latest.Name;

        public ProjectsAgentVersion GetLatestVersion() => latest;
    }

    public class AgentAdministrationClient(Uri project)
    {
        private readonly ClientPipeline _pipeline = ClientPipeline.Create();

        public ClientResult<ProjectsAgentVersion> CreateAgentVersion(
            string agentName, ProjectsAgentVersionCreationOptions options, string foundryFeatures = null, CancellationToken cancellationToken = default) =>
            Send("POST", $"agents/{agentName}/versions?", Version, options.ToContent());

        public Task<ClientResult<ProjectsAgentVersion>> CreateAgentVersionAsync(
            string agentName, ProjectsAgentVersionCreationOptions options, string foundryFeatures = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(CreateAgentVersion(agentName, options));

        public ClientResult<ProjectsAgentVersion> GetAgentVersion(string agentName, string agentVersion, CancellationToken cancellationToken = default) =>
            Send("GET", $"agents/{agentName}/versions/{agentVersion}?", Version);

        public Task<ClientResult<ProjectsAgentVersion>> GetAgentVersionAsync(string agentName, string agentVersion, CancellationToken cancellationToken = default) =>
            Task.FromResult(GetAgentVersion(agentName, agentVersion));

        public ClientResult DeleteAgentVersion(string agentName, string agentVersion, bool? force = null, CancellationToken cancellationToken = default) =>
            Send("DELETE", $"agents/{agentName}/versions/{agentVersion}?", _ => true);

        public Task<ClientResult> DeleteAgentVersionAsync(string agentName, string agentVersion, bool? force = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(DeleteAgentVersion(agentName, agentVersion));

        public IEnumerable<ProjectsAgentRecord> GetAgents(
            int? limit = null, AgentListOrder? order = null, string after = null, CancellationToken cancellationToken = default) =>
            Send("GET", $"agents?limit={limit ?? 20}&order={(order ?? AgentListOrder.Descending).Value}{(after is null ? "" : "&after=" + after)}&", json =>
                json.GetProperty("data").EnumerateArray()
                    .Select(agent => new ProjectsAgentRecord(Version(agent.GetProperty("versions").GetProperty("latest")))).ToList()).Value;

        public async IAsyncEnumerable<ProjectsAgentRecord> GetAgentsAsync(
            int? limit = null, AgentListOrder? order = null, string after = null, CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (ProjectsAgentRecord agent in GetAgents(limit, order, after)) yield return agent;
        }

        private static ProjectsAgentVersion Version(JsonElement json) => new(json);

        private ClientResult<T> Send<T>(string method, string path, Func<JsonElement, T> read, BinaryContent body = null)
        {
            using PipelineMessage message = _pipeline.CreateMessage();
            message.Request.Method = method;
            message.Request.Uri = new Uri($"{project.AbsoluteUri.TrimEnd('/')}/{path}api-version=v1");
            message.Request.Headers.Set("Content-Type", "application/json");
            message.Request.Headers.Set("Authorization", "Bearer any-key");
            message.Request.Content = body;
            message.BufferResponse = true;
            _pipeline.Send(message);
            PipelineResponse response = message.ExtractResponse();
            if (response.IsError) throw new ClientResultException(response);

            using JsonDocument json = JsonDocument.Parse(response.Content);
            return ClientResult.FromValue(read(json.RootElement), response);
        }
    }
}
