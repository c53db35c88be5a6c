// Tools of Foundry as version 2.0 of Azure.AI.Projects.Agents has them, and 3.0-beta too.
using System;
using System.Collections.Generic;
using OpenAI.Responses;

namespace Azure.AI.Projects.Agents;

public abstract class ProjectsAgentTool
{
    internal ProjectsAgentTool() { }
    public static implicit operator ResponseTool(ProjectsAgentTool agentTool) => throw null;
}

public class AzureAISearchTool : ProjectsAgentTool
{
    public AzureAISearchTool(AzureAISearchToolOptions options) { }
    public AzureAISearchToolOptions Options { get => throw null; set { } }
}

public class AzureAISearchToolOptions
{
    public AzureAISearchToolOptions(IEnumerable<AzureAISearchToolIndex> indexes) { }
    public IList<AzureAISearchToolIndex> Indexes => throw null;
}

public class AzureAISearchToolIndex
{
    public string ProjectConnectionId { get; set; }
    public string IndexName { get; set; }
    public AzureAISearchQueryType? QueryType { get; set; }
    public int? TopK { get; set; }
    public string Filter { get; set; }
    public string IndexAssetId { get; set; }
}

public readonly struct AzureAISearchQueryType : IEquatable<AzureAISearchQueryType>
{
    public AzureAISearchQueryType(string value) { }
    public static AzureAISearchQueryType Semantic => throw null;
    public static AzureAISearchQueryType Simple => throw null;
    public static AzureAISearchQueryType Vector => throw null;
    public static AzureAISearchQueryType VectorSemanticHybrid => throw null;
    public static AzureAISearchQueryType VectorSimpleHybrid => throw null;
    public static implicit operator AzureAISearchQueryType(string value) => throw null;
    public bool Equals(AzureAISearchQueryType other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public class BingGroundingTool : ProjectsAgentTool
{
    public BingGroundingTool(BingGroundingSearchToolOptions searchToolOptions) { }
    public BingGroundingSearchToolOptions SearchToolOptions { get => throw null; set { } }
}

public class BingGroundingSearchToolOptions
{
    public BingGroundingSearchToolOptions(IEnumerable<BingGroundingSearchConfiguration> searchConfigurations) { }
    public IList<BingGroundingSearchConfiguration> SearchConfigurations => throw null;
}

public class BingGroundingSearchConfiguration
{
    public BingGroundingSearchConfiguration(string projectConnectionId) { }
    public string ProjectConnectionId { get; set; }
    public string Market { get; set; }
    public string BingUserInterfaceLanguage { get; set; }
    public long? Count { get; set; }
    public string Freshness { get; set; }
}

public class BingCustomSearchPreviewTool : ProjectsAgentTool
{
    public BingCustomSearchPreviewTool(BingCustomSearchToolOptions bingCustomSearchPreview) { }
}

public class BingCustomSearchToolOptions
{
    public BingCustomSearchToolOptions(IEnumerable<BingCustomSearchConfiguration> searchConfigurations) { }
}

public class BingCustomSearchConfiguration
{
    public BingCustomSearchConfiguration(string projectConnectionId, string instanceName) { }
    public string Market { get; set; }
    public string SetLang { get; set; }
    public long? Count { get; set; }
    public string Freshness { get; set; }
}

public class OpenAPITool : ProjectsAgentTool
{
    public OpenAPITool(OpenApiFunctionDefinition functionDefinition) { }
    public OpenApiFunctionDefinition FunctionDefinition { get => throw null; set { } }
}

public class OpenApiFunctionDefinition
{
    public OpenApiFunctionDefinition(string name, BinaryData specificationBytes, OpenApiAuthenticationDetails authentication) { }
    public OpenApiFunctionDefinition(string name, IDictionary<string, BinaryData> spec, OpenApiAuthenticationDetails authenticationDetails) { }
    public string Name { get; set; }
    public string Description { get; set; }
    public IList<string> DefaultParams => throw null;
}

public abstract class OpenApiAuthenticationDetails
{
    internal OpenApiAuthenticationDetails() { }
}

public class OpenAPIAnonymousAuthenticationDetails : OpenApiAuthenticationDetails
{
}

public class OpenAPIManagedAuthenticationDetails : OpenApiAuthenticationDetails
{
    public OpenAPIManagedAuthenticationDetails(OpenAPIManagedSecurityScheme securityScheme) { }
}

public class OpenAPIManagedSecurityScheme
{
    public OpenAPIManagedSecurityScheme(string audience) { }
}

public class OpenApiProjectConnectionAuthenticationDetails : OpenApiAuthenticationDetails
{
    public OpenApiProjectConnectionAuthenticationDetails(OpenApiProjectConnectionSecurityScheme securityScheme) { }
}

public class OpenApiProjectConnectionSecurityScheme
{
    public OpenApiProjectConnectionSecurityScheme(string projectConnectionId) { }
}

public class AzureFunctionTool : ProjectsAgentTool
{
    public AzureFunctionTool(AzureFunctionDefinition azureFunction) { }
}

public class AzureFunctionDefinition
{
    public AzureFunctionDefinition(AzureFunctionDefinitionFunction function, AzureFunctionBinding inputBinding, AzureFunctionBinding outputBinding) { }
}

public class AzureFunctionDefinitionFunction
{
    public AzureFunctionDefinitionFunction(string name, BinaryData parameters) { }
    public string Description { get; set; }
}

public class AzureFunctionBinding
{
    public AzureFunctionBinding(AzureFunctionStorageQueue storageQueue) { }
}

public class AzureFunctionStorageQueue
{
    public AzureFunctionStorageQueue(string queueServiceEndpoint, string queueName) { }
}

public class SharepointPreviewTool : ProjectsAgentTool
{
    public SharepointPreviewTool(SharePointGroundingToolOptions toolOptions) { }
}

public class SharePointGroundingToolOptions
{
    public IList<ToolProjectConnection> ProjectConnections => throw null;
}

public class MicrosoftFabricPreviewTool : ProjectsAgentTool
{
    public MicrosoftFabricPreviewTool(FabricDataAgentToolOptions toolOptions) { }
}

public class FabricDataAgentToolOptions
{
    public IList<ToolProjectConnection> ProjectConnections => throw null;
}

public class ToolProjectConnection
{
    public ToolProjectConnection(string projectConnectionId) { }
}

public class BrowserAutomationPreviewTool : ProjectsAgentTool
{
    public BrowserAutomationPreviewTool(BrowserAutomationToolOptions toolParameters) { }
}

public class BrowserAutomationToolOptions
{
    public BrowserAutomationToolOptions(BrowserAutomationToolConnectionParameters toolConnectionParameters) { }
}

public class BrowserAutomationToolConnectionParameters
{
    public BrowserAutomationToolConnectionParameters(string projectConnectionId) { }
}
