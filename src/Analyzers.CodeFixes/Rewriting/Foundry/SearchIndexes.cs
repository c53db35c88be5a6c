using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Azure AI Search: the index stood among the resources beside the tool and is now in the tool.</summary>
internal static class SearchIndexes
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["AzureAISearchToolDefinition"] = "AzureAISearchTool";
        entries.Creations["AzureAISearchToolDefinition"] = (context, creation) => context.Replace(creation, visited =>
            "new AzureAISearchTool(" + (context.ToolInputs.TryGetValue(creation, out Func<string>? index) ? index() : Empty(context)) + ")");
        entries.Keep("ToolResources", "AzureAISearch");
        entries.Types["AzureAISearchToolResource"] = "AzureAISearchToolOptions";
        entries.Creations["AzureAISearchToolResource"] = Index;
        entries.Types["AzureAISearchQueryType"] = "AzureAISearchQueryType";
        entries.Keep("AzureAISearchQueryType", "Simple", "Semantic", "Vector", "VectorSimpleHybrid", "VectorSemanticHybrid");
    }

    /// <summary>Puts the index into the one tool of the call, where the resources have nothing else; true when they are not needed then.</summary>
    public static bool TryMove(RewriteContext context, CallSite call)
    {
        if (call["toolResources"] is not { } resources || call["tools"] is not { } tools) return false;

        ExpressionSyntax[] search = [.. tools.DescendantNodes().OfType<ExpressionSyntax>().Where(tool =>
            tool is BaseObjectCreationExpressionSyntax && context.LegacyTypeOf(tool) == "AzureAISearchToolDefinition")];
        if (search.Length != 1
            || OptionsVariable.Peek(context, resources, out LocalDeclarationStatementSyntax? own) is not BaseObjectCreationExpressionSyntax
            {
                Initializer.Expressions: { Count: 1 } settings,
            }
            || settings[0] is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "AzureAISearch" } } index)
            return false;

        context.ToolInputs[search[0]] = () => context.Rewritten(index.Right);
        if (own is not null) context.Plan.Remove(own);
        return true;
    }

    private static string Empty(RewriteContext context) =>
        $"new AzureAISearchToolOptions({(context.HasCollectionExpressions ? "[]" : "new AzureAISearchToolIndex[0]")})";

    private static void Index(RewriteContext context, BaseObjectCreationExpressionSyntax creation) =>
        ProjectTools.Replace(context, creation, "indexConnectionId", given =>
        {
            List<string> settings = [];
            Add("ProjectConnectionId", "indexConnectionId");
            Add("IndexName", "indexName");
            Add("TopK", "topK");
            Add("Filter", "filter");
            Add("QueryType", "queryType");
            return $"{given.Of("AzureAISearchToolOptions")}({context.Collection("AzureAISearchToolIndex", [$"new AzureAISearchToolIndex {{ {string.Join(", ", settings)} }}"])})";

            void Add(string name, string parameter)
            {
                if (given[parameter] is { } value) settings.Add($"{name} = {value}");
            }
        });
}
