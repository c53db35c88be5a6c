namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class AgentResponseSource
{
    public const string Text = """
        using System.ClientModel.Primitives;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using Azure.AI.Projects.Agents;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>Responses that differ from what an agent version says, and the agents that responses were made with.</summary>
            public static class AgentResponses
            {
                private const string IdKey = "agent_id";

                /// <summary>A request with all that an agent version says, and changes: beside an agent the service takes none of them.</summary>
                public static CreateResponseOptions ToRequest(
                    this ProjectsAgentVersion agent, string conversationId, IEnumerable<ResponseItem> input = null,
                    string model = null, string instructions = null, string additionalInstructions = null,
                    IEnumerable<ResponseTool> tools = null, IEnumerable<string> fileIds = null, float? temperature = null, float? topP = null,
                    int? maxOutputTokenCount = null, bool? parallelToolCallsEnabled = null, ResponseTextOptions textOptions = null,
                    ResponseToolChoice toolChoice = null, ResponseTruncationMode? truncationMode = null,
                    IEnumerable<KeyValuePair<string, string>> responseMetadata = null, bool background = false, bool streaming = false)
                {
                    CreateResponseOptions options = AgentRequest.Create(input, maxOutputTokenCount, truncationMode, background, streaming);
                    options.ConversationOptions = new ResponseConversationOptions(conversationId);
                    options.Model = model ?? agent.GetModel();
                    options.Instructions = string.Join("\n", new[] { instructions ?? agent.GetInstructions(), additionalInstructions }
                        .Where(part => !string.IsNullOrEmpty(part)));
                    options.Temperature = temperature ?? agent.GetTemperature();
                    options.TopP = topP ?? agent.GetTopP();
                    options.TextOptions = textOptions ?? agent.GetTextOptions();
                    options.ParallelToolCallsEnabled = parallelToolCallsEnabled;
                    AgentFiles files = new AgentFiles { CodeInterpreter = new CodeInterpreterFiles() };
                    foreach (string fileId in fileIds ?? new string[0]) files.CodeInterpreter.FileIds.Add(fileId);
                    foreach (ResponseTool tool in AgentFiles.Join(tools ?? agent.GetTools(), files)) options.Tools.Add(tool);
                    foreach (KeyValuePair<string, string> pair in responseMetadata ?? new Dictionary<string, string>())
                        options.Metadata[pair.Key] = pair.Value;
                    options.Metadata[IdKey] = agent.Id;

                    // A tool that must be called must not be called again for its own output.
                    bool answersCalls = options.InputItems.Any(item => item is FunctionCallOutputResponseItem);
                    if (!answersCalls || toolChoice?.Kind == ResponseToolChoiceKind.None) options.ToolChoice = toolChoice;
                    return options;
                }

                /// <summary>The id of the agent version that a response was made with.</summary>
                public static string GetAgentId(this ResponseResult response)
                {
                    using JsonDocument json = JsonDocument.Parse(ModelReaderWriter.Write(response));
                    if (!json.RootElement.TryGetProperty("agent_reference", out JsonElement agent) || agent.ValueKind != JsonValueKind.Object)
                        return response.Metadata.TryGetValue(IdKey, out string id) ? id : "";

                    string name = agent.GetProperty("name").GetString();
                    return agent.TryGetProperty("version", out JsonElement version) ? name + ":" + version.GetString() : name;
                }
            }
        }

        """;
}
