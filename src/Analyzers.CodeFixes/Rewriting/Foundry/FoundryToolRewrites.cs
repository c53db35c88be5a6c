using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Tool definitions and the resources beside them.</summary>
internal static class FoundryToolRewrites
{
    /// <summary>Tools of the service that are not OpenAI's.</summary>
    private static readonly string[] Projects =
    [
        "AzureAISearchToolDefinition", "AzureAISearchQueryType", "BingGroundingToolDefinition", "BingGroundingSearchToolParameters",
        "BingGroundingSearchConfiguration", "BingCustomSearchToolDefinition", "OpenApiToolDefinition", "OpenApiAnonymousAuthDetails",
        "OpenApiFunctionDefinition", "AzureFunctionToolDefinition", "AzureFunctionBinding", "AzureFunctionStorageQueue",
        "SharepointToolDefinition", "MicrosoftFabricToolDefinition", "BrowserAutomationToolDefinition", "DeepResearchToolDefinition",
    ];

    public static void AddTo(TableEntries entries)
    {
        entries.Types["ToolDefinition"] = "ResponseTool";
        entries.Types["CodeInterpreterToolDefinition"] = "CodeInterpreterTool";
        entries.Types["FileSearchToolDefinition"] = "FileSearchTool";
        entries.Types["FunctionToolDefinition"] = "FunctionTool";
        entries.Types["ToolResources"] = "AgentFiles";
        entries.Types["CodeInterpreterToolResource"] = "CodeInterpreterFiles";
        entries.Types["FileSearchToolResource"] = "FileSearchStores";
        entries.Keep("ToolResources", "CodeInterpreter", "FileSearch");
        entries.Keep("CodeInterpreterToolResource", "FileIds");
        entries.Keep("FileSearchToolResource", "VectorStoreIds");
        entries.Members["FunctionToolDefinition.Name"] = "FunctionName";
        entries.Members["FunctionToolDefinition.Description"] = "FunctionDescription";
        entries.Members["FunctionToolDefinition.Parameters"] = "FunctionParameters";

        entries.Creations["CodeInterpreterToolDefinition"] = (context, creation) =>
            context.Replace(creation, _ => ToolRewrites.CodeInterpreter(null));
        entries.Creations["FileSearchToolDefinition"] = ToolResourceRewrites.FileSearch;
        entries.Creations["FunctionToolDefinition"] = Function;
        entries.Creations["FileSearchToolResource"] = (context, creation) =>
        {
            if (creation.ArgumentList is not { Arguments: { Count: > 0 } arguments }) return;
            if (arguments.Count > 2 || (arguments.Count == 2 && arguments[1].Expression.Text() != "null"))
                context.Block(creation, "create the vector store first and give its id to the file search tool");
            else if (arguments.Count == 2)
                context.Plan.Edit(creation.ArgumentList, visited =>
                {
                    ArgumentListSyntax list = (ArgumentListSyntax)visited;
                    return list.WithArguments(SyntaxFactory.SingletonSeparatedList(list.Arguments[0]));
                });
        };
        foreach (string type in Projects) entries.Unknown[type] = "make this tool with the classes of 'Azure.AI.Projects.Agents'";
        entries.Lose("ToolResources", entries.Unknown["AzureAISearchToolDefinition"], "AzureAISearch", "Mcp");
        entries.Unknown["AzureAISearchToolResource"] = entries.Unknown["AzureAISearchToolDefinition"];
        entries.Unknown["ConnectedAgentToolDefinition"] = entries.Unknown["ConnectedAgentDetails"] =
            "agents do not call each other as tools: call the other agent from a function, or make a workflow";
        entries.Unknown["MCPToolDefinition"] = entries.Unknown["MCPToolResource"] =
            "make this tool with 'ResponseTool.CreateMcpTool', which has the headers and approvals of its server";
    }

    private static void Function(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (context.SymbolOf(creation) is not IMethodSymbol constructor || creation.ArgumentList is null)
        {
            context.Block(creation, "a function is made with its name, description and parameters");
            return;
        }

        string newLine = Code.NewLine(creation);
        context.Replace(creation, visited =>
        {
            SeparatedSyntaxList<ArgumentSyntax> given = ((BaseObjectCreationExpressionSyntax)visited).ArgumentList!.Arguments;
            string? name = null, description = null, parameters = null;
            for (int i = 0; i < given.Count; i++)
            {
                string text = given[i].Expression.Text();
                switch (given[i].NameColon?.Name.Identifier.ValueText ?? constructor.Parameters[i].Name)
                {
                    case "name": name = text; break;
                    case "description": description = text; break;
                    case "parameters": parameters = text; break;
                }
            }

            bool isLong = given.Count > 0 && creation.ArgumentList.ToFullString().Contains('\n');
            string indent = newLine + (isLong ? Code.Indent(creation.ArgumentList.Arguments[creation.ArgumentList.Arguments.Count - 1]) : "");
            return ToolRewrites.Function(
                name ?? "\"\"", parameters, strict: null, description, isLong ? "," + indent : ", ", isLong ? "(" + indent : "(");
        });
    }
}
