namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class AgentVersionSource
{
    public const string Text = """
        using System;
        using System.ClientModel;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Azure.AI.Projects.Agents;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>The latest versions of the agents of a project, and new versions that change some of what they say.</summary>
            public static class AgentVersions
            {
                public static IEnumerable<ProjectsAgentVersion> GetAgents(
                    this AgentClients clients, int? limit = null, bool ascending = false, string after = null,
                    CancellationToken cancellationToken = default) =>
                    clients.Agents.GetAgents(
                        limit: limit, order: Order(ascending), after: NameOf(after), cancellationToken: cancellationToken)
                        .Select(agent => agent.GetLatestVersion());

                public static async IAsyncEnumerable<ProjectsAgentVersion> GetAgentsAsync(
                    this AgentClients clients, int? limit = null, bool ascending = false, string after = null,
                    [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    await foreach (ProjectsAgentRecord agent in clients.Agents.GetAgentsAsync(
                        limit: limit, order: Order(ascending), after: NameOf(after), cancellationToken: cancellationToken).ConfigureAwait(false))
                        yield return agent.GetLatestVersion();
                }

                /// <summary>The same in one list.</summary>
                public static IReadOnlyList<ProjectsAgentVersion> ListAgents(
                    this AgentClients clients, int? limit = null, CancellationToken cancellationToken = default) =>
                    clients.GetAgents(limit, cancellationToken: cancellationToken).ToList();

                public static async Task<IReadOnlyList<ProjectsAgentVersion>> ListAgentsAsync(
                    this AgentClients clients, int? limit = null, CancellationToken cancellationToken = default)
                {
                    List<ProjectsAgentVersion> agents = new List<ProjectsAgentVersion>();
                    await foreach (ProjectsAgentVersion agent in clients.GetAgentsAsync(limit, cancellationToken: cancellationToken).ConfigureAwait(false))
                        agents.Add(agent);
                    return agents;
                }

                /// <summary>A new version of an agent; what is not given is as in the version that the id names.</summary>
                public static ClientResult<ProjectsAgentVersion> UpdateAgent(
                    this AgentClients clients, string agentId, string model = null, string instructions = null,
                    IEnumerable<ResponseTool> tools = null, AgentFiles files = null, float? temperature = null, float? topP = null,
                    string description = null, IEnumerable<KeyValuePair<string, string>> metadata = null,
                    ResponseTextOptions textOptions = null, string name = null, CancellationToken cancellationToken = default)
                {
                    ProjectsAgentVersion agent = clients.GetAgent(agentId, cancellationToken);
                    return clients.Agents.CreateAgentVersion(
                        agentName: agent.Name,
                        options: Changed(agent, model, instructions, tools, files, temperature, topP, description, metadata, textOptions, name),
                        cancellationToken: cancellationToken);
                }

                public static async Task<ClientResult<ProjectsAgentVersion>> UpdateAgentAsync(
                    this AgentClients clients, string agentId, string model = null, string instructions = null,
                    IEnumerable<ResponseTool> tools = null, AgentFiles files = null, float? temperature = null, float? topP = null,
                    string description = null, IEnumerable<KeyValuePair<string, string>> metadata = null,
                    ResponseTextOptions textOptions = null, string name = null, CancellationToken cancellationToken = default)
                {
                    ProjectsAgentVersion agent = await clients.GetAgentAsync(agentId, cancellationToken).ConfigureAwait(false);
                    return await clients.Agents.CreateAgentVersionAsync(
                        agentName: agent.Name,
                        options: Changed(agent, model, instructions, tools, files, temperature, topP, description, metadata, textOptions, name),
                        cancellationToken: cancellationToken).ConfigureAwait(false);
                }

                public static string GetModel(this ProjectsAgentVersion agent) => agent.GetDefinition()?.Model;

                public static string GetInstructions(this ProjectsAgentVersion agent) => agent.GetDefinition()?.Instructions;

                public static IReadOnlyList<ResponseTool> GetTools(this ProjectsAgentVersion agent) =>
                    agent.GetDefinition()?.Tools.ToList() ?? new List<ResponseTool>();

                public static float? GetTemperature(this ProjectsAgentVersion agent) => agent.GetDefinition()?.Temperature;

                public static float? GetTopP(this ProjectsAgentVersion agent) => agent.GetDefinition()?.TopP;

                public static ResponseTextOptions GetTextOptions(this ProjectsAgentVersion agent) => agent.GetDefinition()?.TextOptions;

                private static DeclarativeAgentDefinition GetDefinition(this ProjectsAgentVersion agent) =>
                    agent.Definition as DeclarativeAgentDefinition;

                private static ProjectsAgentVersionCreationOptions Changed(
                    ProjectsAgentVersion agent, string model, string instructions, IEnumerable<ResponseTool> tools, AgentFiles files,
                    float? temperature, float? topP, string description, IEnumerable<KeyValuePair<string, string>> metadata,
                    ResponseTextOptions textOptions, string name) =>
                    AgentDefinitions.Create(
                        model: model ?? agent.GetModel(),
                        instructions: instructions ?? agent.GetInstructions(),
                        tools: tools ?? agent.GetTools(),
                        files: files,
                        temperature: temperature ?? agent.GetTemperature(),
                        topP: topP ?? agent.GetTopP(),
                        description: description ?? agent.Description,
                        metadata: metadata ?? agent.Metadata,
                        textOptions: textOptions ?? agent.GetTextOptions(),
                        name: name ?? (agent.GetName() == agent.Name ? null : agent.GetName()));

                private static AgentListOrder Order(bool ascending) => ascending ? AgentListOrder.Ascending : AgentListOrder.Descending;

                private static string NameOf(string agentId) => agentId == null ? null : AgentClients.Split(agentId).Name;
            }

            public static class ListExtensions
            {
                /// <summary>All pages in one list.</summary>
                public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(this AsyncCollectionResult<T> pages)
                {
                    List<T> all = new List<T>();
                    await foreach (T element in pages.ConfigureAwait(false)) all.Add(element);
                    return all;
                }
            }

            public static class FailureExtensions
            {
                /// <summary>The code in the body of an error; null where it has none.</summary>
                public static string GetErrorCode(this ClientResultException failure)
                {
                    if (failure.GetRawResponse()?.Content is not { } content) return null;

                    try
                    {
                        using JsonDocument json = JsonDocument.Parse(content);
                        return json.RootElement.ValueKind == JsonValueKind.Object
                            && json.RootElement.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object
                            && error.TryGetProperty("code", out JsonElement code)
                            ? code.ToString()
                            : null;
                    }
                    catch (JsonException)
                    {
                        return null;
                    }
                }
            }

            /// <summary>The messages of one response, newest first unless asked otherwise.</summary>
            public static class ResponseMessages
            {
                public static IEnumerable<MessageResponseItem> GetMessagesOf(
                    this ResponsesClient responses, string responseId, bool ascending = false, CancellationToken cancellationToken = default) =>
                    Messages(responses.GetResponse(responseId, cancellationToken), ascending);

                public static async IAsyncEnumerable<MessageResponseItem> GetMessagesOfAsync(
                    this ResponsesClient responses, string responseId, bool ascending = false,
                    [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    ResponseResult response = await responses.GetResponseAsync(responseId, cancellationToken).ConfigureAwait(false);
                    foreach (MessageResponseItem message in Messages(response, ascending)) yield return message;
                }

                public static IReadOnlyList<MessageResponseItem> ListMessagesOf(
                    this ResponsesClient responses, string responseId, bool ascending = false, CancellationToken cancellationToken = default) =>
                    responses.GetMessagesOf(responseId, ascending, cancellationToken).ToList();

                public static async Task<IReadOnlyList<MessageResponseItem>> ListMessagesOfAsync(
                    this ResponsesClient responses, string responseId, bool ascending = false, CancellationToken cancellationToken = default) =>
                    Messages(await responses.GetResponseAsync(responseId, cancellationToken).ConfigureAwait(false), ascending).ToList();

                private static IEnumerable<MessageResponseItem> Messages(ResponseResult response, bool ascending)
                {
                    IEnumerable<MessageResponseItem> messages = response.OutputItems.OfType<MessageResponseItem>();
                    return ascending ? messages : messages.Reverse();
                }
            }
        }

        """;
}
