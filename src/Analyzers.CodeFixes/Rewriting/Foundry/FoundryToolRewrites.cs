using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Tool definitions and the resources beside them.</summary>
internal static class FoundryToolRewrites
{
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
        ProjectTools.AddTo(entries);
        SearchIndexes.AddTo(entries);
        McpServers.AddTo(entries);
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
            CreationText given = new(constructor, visited);
            bool isLong = creation.ArgumentList.Arguments.Count > 0 && creation.ArgumentList.ToFullString().Contains('\n');
            string indent = newLine + (isLong ? Code.Indent(creation.ArgumentList.Arguments[creation.ArgumentList.Arguments.Count - 1]) : "");
            return ToolRewrites.Function(
                given["name"] ?? "\"\"", given["parameters"], strict: null, given["description"], isLong ? "," + indent : ", ", isLong ? "(" + indent : "(");
        });
    }
}
