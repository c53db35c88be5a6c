namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class DefinitionSource
{
    public const string Text = """"
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>
            /// What an assistant was: model, instructions and tools. v2 keeps none, so it is sent with each response. Definitions are
            /// known by their id for as long as the process lives.
            /// </summary>
            public sealed record AgentDefinition
            {
                private const string IdKey = "agent_id";

                private static readonly ConcurrentDictionary<string, AgentDefinition> Known =
                    new ConcurrentDictionary<string, AgentDefinition>(StringComparer.Ordinal);

                public AgentDefinition()
                {
                    Known[Id] = this;
                }

                /// <summary>The agents that were made in this process, newest first.</summary>
                public static IEnumerable<AgentDefinition> All => List();

                public string Id { get; private set; } = "asst_" + Guid.NewGuid().ToString("N");

                public DateTimeOffset CreatedAt { get; private set; } = DateTimeOffset.UtcNow;

                public string Model { get; set; } = "";

                public string Name { get; set; }

                public string Description { get; set; }

                public string Instructions { get; set; }

                public IList<ResponseTool> Tools { get; set; } = new List<ResponseTool>();

                /// <summary>Files and stores that are handed to the tools.</summary>
                public AgentFiles Files { get; set; }

                public float? Temperature { get; set; }

                public float? TopP { get; set; }

                public int? MaxOutputTokenCount { get; set; }

                public bool? ParallelToolCallsEnabled { get; set; }

                public ResponseTextOptions TextOptions { get; set; }

                public ResponseToolChoice ToolChoice { get; set; }

                public ResponseTruncationMode? TruncationMode { get; set; }

                public IDictionary<string, string> Metadata { get; set; } = new Dictionary<string, string>();

                /// <summary>Sent with each response, beside the id of the agent.</summary>
                public IDictionary<string, string> ResponseMetadata { get; set; }

                public static IEnumerable<AgentDefinition> List(bool ascending = false, string after = null)
                {
                    // Options that were not given a model yet are no agents.
                    List<AgentDefinition> agents = Known.Values.Where(agent => agent.Model.Length > 0).OrderBy(agent => agent.CreatedAt).ToList();
                    if (!ascending) agents.Reverse();
                    return agents.Skip(after == null ? 0 : agents.FindIndex(agent => agent.Id == after) + 1);
                }

                public static AgentDefinition Get(string id) => Known.TryGetValue(id, out AgentDefinition agent)
                    ? agent
                    : throw new KeyNotFoundException($"There is no agent '{id}': v2 keeps no assistants, so its definition must be made in this process.");

                /// <summary>The agent that a response was made with.</summary>
                public static AgentDefinition Of(ResponseResult response) => Get(response.GetAgentId());

                public static bool Delete(string id) => Known.TryRemove(id, out _);

                /// <summary>A new agent with these settings and a model.</summary>
                public AgentDefinition ForModel(string model)
                {
                    AgentDefinition agent = this with { Model = model, Id = "asst_" + Guid.NewGuid().ToString("N") };
                    Known[agent.Id] = agent;
                    return agent;
                }

                /// <summary>This agent with more files in reach of its code.</summary>
                public AgentDefinition WithFiles(IEnumerable<string> fileIds)
                {
                    AgentFiles files = new AgentFiles { CodeInterpreter = new CodeInterpreterFiles(), FileSearch = Files?.FileSearch };
                    foreach (string fileId in (Files?.CodeInterpreter?.FileIds ?? Array.Empty<string>()).Concat(fileIds))
                        files.CodeInterpreter.FileIds.Add(fileId);
                    return this with { Files = files };
                }

                /// <summary>Changes this agent.</summary>
                public AgentDefinition With(Action<AgentDefinition> change)
                {
                    change(this);
                    return this;
                }

                /// <summary>The request for a response in a conversation.</summary>
                public CreateResponseOptions ForResponse(
                    string conversationId, IEnumerable<ResponseItem> input = null, bool background = false, bool streaming = false)
                {
                    CreateResponseOptions options = new CreateResponseOptions
                    {
                        Model = Model,
                        Instructions = Instructions,
                        Temperature = Temperature,
                        TopP = TopP,
                        MaxOutputTokenCount = MaxOutputTokenCount,
                        ParallelToolCallsEnabled = ParallelToolCallsEnabled,
                        TextOptions = TextOptions,
                        TruncationMode = TruncationMode,
                        ConversationOptions = new ResponseConversationOptions(conversationId),
                    };
                    foreach (ResponseTool tool in AgentFiles.Join(Tools, Files)) options.Tools.Add(tool);
                    foreach (ResponseItem item in input ?? Array.Empty<ResponseItem>()) options.InputItems.Add(item);
                    foreach (KeyValuePair<string, string> pair in ResponseMetadata ?? new Dictionary<string, string>())
                        options.Metadata[pair.Key] = pair.Value;
                    options.Metadata[IdKey] = Id;
                    if (background) options.BackgroundModeEnabled = true;
                    if (streaming) options.StreamingEnabled = true;

                    // A tool that must be called must not be called again for its own output.
                    bool answersCalls = options.InputItems.Any(item => item is FunctionCallOutputResponseItem);
                    if (!answersCalls || ToolChoice?.Kind == ResponseToolChoiceKind.None) options.ToolChoice = ToolChoice;
                    return options;
                }

                internal static string IdOf(ResponseResult response) =>
                    response.Metadata.TryGetValue(IdKey, out string id) ? id : "";
            }

            public static class AgentIds
            {
                /// <summary>The id of the agent that a response was made with.</summary>
                public static string GetAgentId(this ResponseResult response) => AgentDefinition.IdOf(response);
            }
        }

        """";
}
