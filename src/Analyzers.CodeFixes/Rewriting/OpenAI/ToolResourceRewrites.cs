using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>
/// Tool resources: v2 has the files in the container of code interpreter and the vector stores in file search. What is written
/// out beside the tools moves into them; what is put together elsewhere is joined to them by the definition.
/// </summary>
internal static class ToolResourceRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["ToolResources"] = "AgentFiles";
        entries.Types["CodeInterpreterToolResources"] = "CodeInterpreterFiles";
        entries.Types["FileSearchToolResources"] = "FileSearchStores";
        entries.Keep("ToolResources", "CodeInterpreter", "FileSearch");
        entries.Keep("CodeInterpreterToolResources", "FileIds");
        entries.Keep("FileSearchToolResources", "VectorStoreIds");
        entries.Members["FileSearchToolResources.NewVectorStores"] = MemberRule.By(Apart);
        entries.Members["AssistantCreationOptions.ToolResources"] = MemberRule.By(OfOptions);
    }

    /// <summary>File search with the stores that were found for it.</summary>
    public static void FileSearch(RewriteContext context, ExpressionSyntax tool) => context.Replace(tool, visited =>
    {
        List<string> arguments = ["vectorStoreIds: " + (ToolRewrites.Input(context, tool) ?? context.Collection("string", []))];
        if (visited is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } given })
            arguments.Add("maxResultCount: " + given[0].Expression.Text());
        if (visited is BaseObjectCreationExpressionSyntax { Initializer: { } initializer })
        {
            foreach (ExpressionSyntax expression in initializer.Expressions)
            {
                if (expression is not AssignmentExpressionSyntax assignment) continue;
                string name = assignment.Left.Text() == "MaxResultCount" ? "maxResultCount" : "rankingOptions";
                arguments.Add(name + ": " + assignment.Right.Text());
            }
        }

        return $"ResponseTool.CreateFileSearchTool({string.Join(", ", arguments)})";
    });

    private static void OfOptions(RewriteContext context, MemberUse use)
    {
        if (use.Initializer is { Right: BaseObjectCreationExpressionSyntax resources } assignment
            && assignment.Parent is InitializerExpressionSyntax options
            && TryMove(context, resources, options))
        {
            context.Plan.Remove(assignment);
            return;
        }

        Planner.PlanPath(context, use, "Files");
    }

    /// <summary>In resources that stay apart from the tools.</summary>
    private static void Apart(RewriteContext context, MemberUse use)
    {
        if (use.Initializer is { Right: InitializerExpressionSyntax { Expressions: { Count: > 0 } elements } } assignment
            && NewStores(context, elements) is { } stores)
        {
            foreach (ExpressionSyntax element in elements) context.Plan.Remove(element);
            context.Plan.Edit(assignment, visited => ((BaseObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression(
                $"new() {{ VectorStoreIds = {{ {string.Join(", ", stores())} }} }}")).Initializer!.Expressions[0].WithTriviaFrom(visited));
            return;
        }

        LostPlan.Member(context, use, "create the vector store first and give its id to the file search tool");
    }

    /// <summary>Moves what the resources list into the tools of the same initializer; all of it or nothing.</summary>
    private static bool TryMove(
        RewriteContext context, BaseObjectCreationExpressionSyntax resources, InitializerExpressionSyntax options)
    {
        List<(SyntaxNode Tool, Func<string> Input)> moves = [];
        foreach (AssignmentExpressionSyntax part in Assignments(resources))
        {
            if (part.Right is not BaseObjectCreationExpressionSyntax listed) return false;

            bool isSearch = part.Left.Text() == "FileSearch";
            if (FindTool(context, options, isSearch) is not { } tool) return false;

            foreach (AssignmentExpressionSyntax list in Assignments(listed))
            {
                if (list.Right is not InitializerExpressionSyntax { Expressions: { Count: > 0 } elements }) return false;

                if (list.Left.Text() == "NewVectorStores")
                {
                    if (NewStores(context, elements) is not { } stores) return false;
                    moves.Add((tool, () => context.Collection("string", stores())));
                }
                else
                {
                    moves.Add((tool, () => context.Collection("string", elements.Select(context.Rewritten))));
                }
            }
        }

        if (moves.Select(move => move.Tool).Distinct().Count() != moves.Count) return false;
        foreach ((SyntaxNode tool, Func<string> input) in moves) context.ToolInputs[tool] = input;
        return true;
    }

    /// <summary>Stores that legacy made with the assistant are made before it.</summary>
    private static Func<IEnumerable<string>>? NewStores(RewriteContext context, SeparatedSyntaxList<ExpressionSyntax> stores)
    {
        List<ExpressionSyntax> files = [];
        foreach (ExpressionSyntax store in stores)
        {
            if (store is not BaseObjectCreationExpressionSyntax creation
                || Files(context, creation) is not { } list || ClientScope.Find(context, store) is null)
                return null;
            files.Add(list);
        }

        string client = ClientScope.Find(context, stores[0])!;
        bool isAsync = ClientScope.CanAwait(stores[0]);
        return () => files.Select(list =>
        {
            string ids = list is InitializerExpressionSyntax elements
                ? context.Collection("string", elements.Expressions.Select(context.Rewritten))
                : context.Rewritten(list);
            return context.Table.NewVectorStore(client, ids, isAsync);
        });
    }

    /// <summary>The files of a store that was given nothing else.</summary>
    private static ExpressionSyntax? Files(RewriteContext context, BaseObjectCreationExpressionSyntax store)
    {
        if (store.Initializer is { Expressions: { Count: > 0 } settings })
        {
            return settings.Count == 1 && store.ArgumentList is not { Arguments.Count: > 0 }
                && settings[0] is AssignmentExpressionSyntax { Right: InitializerExpressionSyntax files } only
                && only.Left.Text() == "FileIds"
                ? files
                : null;
        }

        return store.ArgumentList is { Arguments: { Count: 1 } arguments }
            && context.Model.GetTypeInfo(arguments[0].Expression).ConvertedType?.ToDisplayString().Contains("OpenAIFile") != true
            ? arguments[0].Expression
            : null;
    }

    private static ExpressionSyntax? FindTool(RewriteContext context, InitializerExpressionSyntax options, bool isSearch)
    {
        string type = isSearch ? "FileSearchToolDefinition" : "CodeInterpreterToolDefinition";
        foreach (ExpressionSyntax option in options.Expressions)
        {
            if (option is not AssignmentExpressionSyntax { Right: InitializerExpressionSyntax tools } assignment
                || assignment.Left.Text() != "Tools")
                continue;

            return tools.Expressions.FirstOrDefault(tool =>
                tool is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax
                && context.LegacyTypeOf(tool) == type);
        }

        return null;
    }

    private static IEnumerable<AssignmentExpressionSyntax> Assignments(BaseObjectCreationExpressionSyntax creation) =>
        creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [];
}
