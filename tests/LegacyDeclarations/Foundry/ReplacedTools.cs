// What 3.0-beta has under the same names stands for the classes that are to replace those of Azure.AI.Projects.Agents.
#if FOUNDRY_3
namespace Azure.AI.Extensions.OpenAI;

public class AzureAISearchTool { }
public class AzureAISearchToolOptions { }
public class AzureAISearchToolIndex { }
public class AzureFunctionBinding { }
public class AzureFunctionDefinition { }
public class AzureFunctionDefinitionFunction { }
public class AzureFunctionStorageQueue { }
public class AzureFunctionTool { }
public class BingCustomSearchPreviewTool { }
public class BingCustomSearchToolOptions { }
public class BingGroundingSearchToolOptions { }
public class BingGroundingTool { }
public class BrowserAutomationPreviewTool { }
public class BrowserAutomationToolOptions { }
public class FabricDataAgentToolOptions { }
public class MicrosoftFabricPreviewTool { }
public class OpenApiAuthenticationDetails { }
public class OpenApiFunctionDefinition { }
public class OpenApiProjectConnectionAuthenticationDetails { }
public class OpenApiProjectConnectionSecurityScheme { }
public class SharePointGroundingToolOptions { }
public class ToolProjectConnection { }
#endif
