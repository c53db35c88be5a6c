namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

/// <summary>What a project's tools are put together from, beside the files and stores of <see cref="FilesSource"/>.</summary>
internal static class SearchIndexSource
{
    public const string Text = """
        using System;
        using System.ClientModel.Primitives;
        using System.Text.Json;
        using Azure.AI.Projects.Agents;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            public sealed partial class AgentFiles
            {
                /// <summary>The indexes for Azure AI Search.</summary>
                public AzureAISearchToolOptions AzureAISearch { get; set; }

                internal ResponseTool Complete(ResponseTool tool) =>
                    AzureAISearch != null && IsSearchWithoutIndex(tool) ? new AzureAISearchTool(AzureAISearch) : tool;

                /// <summary>Asked of the wire's form: the class that a tool of Foundry has by now differs from version to version.</summary>
                private static bool IsSearchWithoutIndex(ResponseTool tool)
                {
                    using JsonDocument json = JsonDocument.Parse(ModelReaderWriter.Write(tool));
                    return json.RootElement.GetProperty("type").GetString() == "azure_ai_search"
                        && !(json.RootElement.TryGetProperty("azure_ai_search", out JsonElement search)
                            && search.TryGetProperty("indexes", out JsonElement indexes) && indexes.GetArrayLength() > 0);
                }
            }
        }

        """;
}
