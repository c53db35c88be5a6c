using Azure.AI.Agents.Persistent;

namespace Concierge;

public enum ToolType { Web, CustomWeb, Index, Documents, Fabric, Browser, Crm, Queue, Code }

public sealed record ToolOptions(ToolType Type, string Connection, string Name);

/// <summary>The tools that an agent is configured with, and what they work on.</summary>
public sealed class ToolCatalog(IReadOnlyList<ToolOptions> options)
{
    public (IReadOnlyList<ToolDefinition> Tools, ToolResources Resources) Resolve()
    {
        var tools = new List<ToolDefinition>();
        var resources = new ToolResources();
        foreach (ToolOptions option in options)
        {
            switch (option.Type)
            {
                case ToolType.Web:
                    tools.Add(Web(option));
                    break;
                case ToolType.Index:
                    // The index goes beside the tool.
                    tools.Add(new AzureAISearchToolDefinition());
                    resources.AzureAISearch = new AzureAISearchToolResource(
                        option.Connection, option.Name, 5, "", AzureAISearchQueryType.VectorSemanticHybrid);
                    break;
                case ToolType.Code:
                    tools.Add(new CodeInterpreterToolDefinition());
                    break;
                default:
                    tools.Add(Other(option));
                    break;
            }
        }

        return (tools, resources);
    }

    private static BingGroundingToolDefinition Web(ToolOptions option)
    {
        var configuration = new BingGroundingSearchConfiguration(option.Connection) { Count = 5, SetLang = "en", Market = "en-us" };
        return new BingGroundingToolDefinition(new BingGroundingSearchToolParameters([configuration]));
    }

    private static ToolDefinition Other(ToolOptions option) => option.Type switch
    {
        ToolType.CustomWeb => new BingCustomSearchToolDefinition(new BingCustomSearchToolParameters(option.Connection, option.Name)),
        ToolType.Documents => new SharepointToolDefinition(new SharepointGroundingToolParameters(option.Connection)),
        ToolType.Fabric => new MicrosoftFabricToolDefinition(new FabricDataAgentToolParameters(option.Connection)),
        ToolType.Browser => new BrowserAutomationToolDefinition(
            new BrowserAutomationToolParameters(new BrowserAutomationToolConnectionParameters(option.Connection))),
        ToolType.Crm => new OpenApiToolDefinition(
            option.Name, "Looks customers up.", BinaryData.FromBytes(File.ReadAllBytes("crm.json")),
            new OpenApiConnectionAuthDetails(new OpenApiConnectionSecurityScheme(option.Connection))),
        _ => throw new NotSupportedException($"No tool of type {option.Type}."),
    };
}

public sealed class Concierge(PersistentAgentsClient client, ToolCatalog catalog)
{
    public async Task<PersistentAgent> CreateAsync(string model, CancellationToken cancellationToken)
    {
        (IReadOnlyList<ToolDefinition> tools, ToolResources resources) = catalog.Resolve();
        return await client.Administration.CreateAgentAsync(
            model, name: "concierge", instructions: "Help the guest.", tools: tools, toolResources: resources, cancellationToken: cancellationToken);
    }
}
