namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class FoundryDefinitionSource
{
    public const string Text = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Azure.AI.Projects.Agents;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>Definitions of agent versions.</summary>
            public static class AgentDefinitions
            {
                internal const string NameKey = "assistant_name";

                public static ProjectsAgentVersionCreationOptions Create(
                    string model, string instructions = null, IEnumerable<ResponseTool> tools = null, AgentFiles files = null,
                    float? temperature = null, float? topP = null, string description = null,
                    IEnumerable<KeyValuePair<string, string>> metadata = null, ResponseTextOptions textOptions = null, string name = null)
                {
                    DeclarativeAgentDefinition definition = new DeclarativeAgentDefinition(model: model)
                    {
                        Instructions = instructions,
                        Temperature = temperature,
                        TopP = topP,
                        TextOptions = textOptions,
                    };
                    foreach (ResponseTool tool in AgentFiles.Join(tools, files)) definition.Tools.Add(files == null ? tool : files.Complete(tool));

                    ProjectsAgentVersionCreationOptions options = new ProjectsAgentVersionCreationOptions(definition) { Description = description };
                    foreach (KeyValuePair<string, string> pair in metadata ?? new Dictionary<string, string>()) options.Metadata[pair.Key] = pair.Value;
                    if (name != null && name != NameOf(name)) options.Metadata[NameKey] = name;
                    return options;
                }

                /// <summary>The name as it was given: that of an agent is its identity.</summary>
                public static string GetName(this ProjectsAgentVersion agent) =>
                    agent.Metadata.TryGetValue(NameKey, out string name) ? name : agent.Name;

                /// <summary>The name as an identity: letters, digits and hyphens, 63 at most.</summary>
                public static string NameOf(string name)
                {
                    string safe = string.Join("-", new string((name ?? "").Select(c => c < 128 && char.IsLetterOrDigit(c) ? c : '-').ToArray())
                        .Split(new[] { '-' }, StringSplitOptions.RemoveEmptyEntries));
                    return safe.Length == 0 ? "agent" : safe.Substring(0, Math.Min(safe.Length, 63)).TrimEnd('-');
                }
            }

            /// <summary>What an agent is made with, put together apart from the call that makes it.</summary>
            public sealed class AgentSettings
            {
                public string Name { get; set; }

                public string Description { get; set; }

                public string Instructions { get; set; }

                public IList<ResponseTool> Tools { get; } = new List<ResponseTool>();

                public AgentFiles Files { get; set; }

                public float? Temperature { get; set; }

                public float? TopP { get; set; }

                public ResponseTextOptions TextOptions { get; set; }

                public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

                public ProjectsAgentVersionCreationOptions ForModel(string model) => AgentDefinitions.Create(
                    model, Instructions, Tools, Files, Temperature, TopP, Description, Metadata, TextOptions, Name);
            }

            /// <summary>Requests for responses; what an agent version says is not said again.</summary>
            public static class AgentRequest
            {
                public static CreateResponseOptions Create(
                    IEnumerable<ResponseItem> input = null, int? maxOutputTokenCount = null, ResponseTruncationMode? truncationMode = null,
                    bool background = false, bool streaming = false)
                {
                    CreateResponseOptions options = new CreateResponseOptions
                    {
                        MaxOutputTokenCount = maxOutputTokenCount,
                        TruncationMode = truncationMode,
                    };
                    foreach (ResponseItem item in input ?? Array.Empty<ResponseItem>()) options.InputItems.Add(item);
                    if (background) options.BackgroundModeEnabled = true;
                    if (streaming) options.StreamingEnabled = true;
                    return options;
                }
            }
        }

        """;
}
