namespace Azure.AI.Agents.Persistent;

public abstract class ToolDefinition
{
}

public class CodeInterpreterToolDefinition : ToolDefinition
{
    public CodeInterpreterToolDefinition() { }
}

public class FileSearchToolDefinition : ToolDefinition
{
    public FileSearchToolDefinition() { }
}

public class FunctionToolDefinition : ToolDefinition
{
    public FunctionToolDefinition(string name, string description) { }
    public FunctionToolDefinition(string name, string description, BinaryData parameters) { }
    public string Name { get => throw null; }
    public string Description { get => throw null; }
    public BinaryData Parameters { get => throw null; }
}

public class ConnectedAgentToolDefinition : ToolDefinition
{
    public ConnectedAgentToolDefinition(ConnectedAgentDetails connectedAgent) { }
}

public class ConnectedAgentDetails
{
    public ConnectedAgentDetails(string id, string name, string description) { }
}

public class BingGroundingToolDefinition : ToolDefinition
{
    public BingGroundingToolDefinition(BingGroundingSearchToolParameters bingGrounding) { }
    public BingGroundingSearchToolParameters BingGrounding { get => throw null; set { } }
}

public class BingGroundingSearchToolParameters
{
    public BingGroundingSearchToolParameters(IEnumerable<BingGroundingSearchConfiguration> searchConfigurations) { }
    public IList<BingGroundingSearchConfiguration> SearchConfigurations { get => throw null; }
}

public class BingGroundingSearchConfiguration
{
    public BingGroundingSearchConfiguration(string connectionId) { }
    public string ConnectionId { get => throw null; set { } }
    public string Market { get => throw null; set { } }
    public string SetLang { get => throw null; set { } }
    public long? Count { get => throw null; set { } }
    public string Freshness { get => throw null; set { } }
}

public class AzureAISearchToolDefinition : ToolDefinition
{
    public AzureAISearchToolDefinition() { }
}

public class AzureAISearchToolResource
{
    public AzureAISearchToolResource() { }
    public AzureAISearchToolResource(string indexConnectionId, string indexName, int topK, string filter, AzureAISearchQueryType? queryType = default) { }
}

public class OpenApiToolDefinition : ToolDefinition
{
    public OpenApiToolDefinition(string name, string description, BinaryData spec, OpenApiAuthDetails openApiAuthentication, IEnumerable<string> defaultParams = null) { }
}

public abstract class OpenApiAuthDetails
{
}

public class OpenApiAnonymousAuthDetails : OpenApiAuthDetails
{
    public OpenApiAnonymousAuthDetails() { }
}

public class OpenApiManagedAuthDetails : OpenApiAuthDetails
{
    public OpenApiManagedAuthDetails(OpenApiManagedSecurityScheme securityScheme) { }
}

public class OpenApiManagedSecurityScheme
{
    public OpenApiManagedSecurityScheme(string audience) { }
}

public class OpenApiConnectionAuthDetails : OpenApiAuthDetails
{
    public OpenApiConnectionAuthDetails(OpenApiConnectionSecurityScheme securityScheme) { }
}

public class OpenApiConnectionSecurityScheme
{
    public OpenApiConnectionSecurityScheme(string connectionId) { }
}

public class BingCustomSearchToolDefinition : ToolDefinition
{
    public BingCustomSearchToolDefinition(BingCustomSearchToolParameters bingCustomSearch) { }
}

public class BingCustomSearchToolParameters
{
    public BingCustomSearchToolParameters(string connectionId, string instanceName) { }
    public BingCustomSearchToolParameters(IEnumerable<BingCustomSearchConfiguration> searchConfigurations) { }
}

public class BingCustomSearchConfiguration
{
    public BingCustomSearchConfiguration(string connectionId, string instanceName) { }
    public string Market { get => throw null; set { } }
    public string SetLang { get => throw null; set { } }
    public long? Count { get => throw null; set { } }
    public string Freshness { get => throw null; set { } }
}

public class SharepointToolDefinition : ToolDefinition
{
    public SharepointToolDefinition(SharepointGroundingToolParameters sharepointGrounding) { }
}

public class SharepointGroundingToolParameters
{
    public SharepointGroundingToolParameters(string connectionId) { }
}

public class MicrosoftFabricToolDefinition : ToolDefinition
{
    public MicrosoftFabricToolDefinition(FabricDataAgentToolParameters fabricDataagent) { }
}

public class FabricDataAgentToolParameters
{
    public FabricDataAgentToolParameters(string connectionId) { }
}

public class BrowserAutomationToolDefinition : ToolDefinition
{
    public BrowserAutomationToolDefinition(BrowserAutomationToolParameters browserAutomation) { }
}

public class BrowserAutomationToolParameters
{
    public BrowserAutomationToolParameters(BrowserAutomationToolConnectionParameters connection) { }
}

public class BrowserAutomationToolConnectionParameters
{
    public BrowserAutomationToolConnectionParameters(string id) { }
}

public class DeepResearchToolDefinition : ToolDefinition
{
    public DeepResearchToolDefinition(DeepResearchDetails deepResearch) { }
}

public class DeepResearchDetails
{
    public DeepResearchDetails(string model, IEnumerable<DeepResearchBingGroundingConnection> bingGroundingConnections) { }
}

public class DeepResearchBingGroundingConnection
{
    public DeepResearchBingGroundingConnection(string connectionId) { }
}

public class AzureFunctionToolDefinition : ToolDefinition
{
    public AzureFunctionToolDefinition(string name, string description, AzureFunctionBinding inputBinding, AzureFunctionBinding outputBinding, BinaryData parameters) { }
}

public class AzureFunctionBinding
{
    public AzureFunctionBinding(AzureFunctionStorageQueue storageQueue) { }
}

public class AzureFunctionStorageQueue
{
    public AzureFunctionStorageQueue(string storageServiceEndpoint, string queueName) { }
}

public class MCPToolDefinition : ToolDefinition
{
    public MCPToolDefinition(string serverLabel, string serverUrl) { }
    public string ServerLabel { get => throw null; set { } }
    public string ServerUrl { get => throw null; set { } }
    public IList<string> AllowedTools { get => throw null; }
}

public class MCPToolResource
{
    public MCPToolResource(string serverLabel) { }
    public string ServerLabel { get => throw null; }
    public IDictionary<string, string> Headers { get => throw null; }
    public MCPApproval RequireApproval { get => throw null; set { } }
    public void UpdateHeader(string key, string value) => throw null;
    public ToolResources ToToolResources() => throw null;
}

public class MCPApproval
{
    public MCPApproval(string trust) { }
}

public class ToolResources
{
    public ToolResources() { }
    public AzureAISearchToolResource AzureAISearch { get => throw null; set { } }
    public CodeInterpreterToolResource CodeInterpreter { get => throw null; set { } }
    public FileSearchToolResource FileSearch { get => throw null; set { } }
    public IList<MCPToolResource> Mcp { get => throw null; }
}

public class CodeInterpreterToolResource
{
    public CodeInterpreterToolResource() { }
    public IList<string> FileIds { get => throw null; }
    public IList<VectorStoreDataSource> DataSources { get => throw null; }
}

public class FileSearchToolResource
{
    public FileSearchToolResource() { }
    public FileSearchToolResource(IReadOnlyList<string> vectorStoreIds, IReadOnlyList<VectorStoreConfigurations> vectorStores) { }
    public IList<string> VectorStoreIds { get => throw null; }
    public IList<VectorStoreConfigurations> VectorStores { get => throw null; }
}

public readonly struct AzureAISearchQueryType : IEquatable<AzureAISearchQueryType>
{
    public AzureAISearchQueryType(string value) { }
    public static AzureAISearchQueryType Semantic => throw null;
    public static AzureAISearchQueryType Simple => throw null;
    public static AzureAISearchQueryType Vector => throw null;
    public static AzureAISearchQueryType VectorSemanticHybrid => throw null;
    public static AzureAISearchQueryType VectorSimpleHybrid => throw null;
    public static bool operator ==(AzureAISearchQueryType left, AzureAISearchQueryType right) => throw null;
    public static bool operator !=(AzureAISearchQueryType left, AzureAISearchQueryType right) => throw null;
    public static implicit operator AzureAISearchQueryType(string value) => throw null;
    public bool Equals(AzureAISearchQueryType other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}
