using System;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using System.Linq;
using OpenAI.Responses;

namespace Azure.AI.Projects.Agents
{
    public class AzureAISearchTool(AzureAISearchToolOptions options)
    {
        public static implicit operator ResponseTool(AzureAISearchTool tool) => ModelReaderWriter.Read<ResponseTool>(BinaryData.FromObjectAsJson(new
        {
            type = "azure_ai_search",
            azure_ai_search = new
            {
                indexes = tool.Options.Indexes.Select(index => new { project_connection_id = index.ProjectConnectionId, index_name = index.IndexName }),
            },
        }));

        public AzureAISearchToolOptions Options { get; } = options;
    }

    public class AzureAISearchToolOptions(IEnumerable<AzureAISearchToolIndex> indexes)
    {
        public IList<AzureAISearchToolIndex> Indexes { get; } = indexes.ToList();
    }

    public class AzureAISearchToolIndex
    {
        public string ProjectConnectionId { get; set; }

        public string IndexName { get; set; }
    }
}
