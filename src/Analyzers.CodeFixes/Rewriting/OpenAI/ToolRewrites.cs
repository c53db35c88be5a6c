using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Tool definitions; files and vector stores move from the resources beside them into the tools.</summary>
internal static class ToolRewrites
{
    private const string NoParameters = "BinaryData.FromString(\"{\\\"type\\\":\\\"object\\\",\\\"properties\\\":{}}\")";

    public static void AddTo(TableEntries entries)
    {
        entries.Types["ToolDefinition"] = "ResponseTool";
        entries.Types["CodeInterpreterToolDefinition"] = "CodeInterpreterTool";
        entries.Types["FileSearchToolDefinition"] = "FileSearchTool";
        entries.Types["FunctionToolDefinition"] = "FunctionTool";
        entries.Types["FileSearchRankingOptions"] = "FileSearchToolRankingOptions";
        entries.Types["FileSearchRanker"] = "FileSearchToolRanker";

        entries.Creations["CodeInterpreterToolDefinition"] = (context, creation) =>
            context.Replace(creation, _ => CodeInterpreter(Input(context, creation)));
        entries.Calls["ToolDefinition.CreateCodeInterpreter"] = (context, call) =>
            context.Replace(call, _ => CodeInterpreter(Input(context, call.Invocation)));

        entries.Keep("FunctionToolDefinition", "FunctionName");
        entries.Members["FunctionToolDefinition.Description"] = "FunctionDescription";
        entries.Members["FunctionToolDefinition.Parameters"] = "FunctionParameters";
        entries.Members["FunctionToolDefinition.StrictParameterSchemaEnabled"] = "StrictModeEnabled";
        entries.Creations["FunctionToolDefinition"] = Function;
        entries.Call("ToolDefinition.CreateFunction", call => Function(
            call["name"],
            call.Has("parameters") ? call["parameters"] : null,
            call.Has("strictParameterSchemaEnabled") ? call["strictParameterSchemaEnabled"] : null,
            call.Has("description") ? call["description"] : null,
            separator: ", ",
            open: "("));

        entries.Members["FileSearchToolDefinition.MaxResults"] = "MaxResultCount";
        entries.Keep("FileSearchToolDefinition", "RankingOptions");
        entries.Keep("FileSearchRankingOptions", "Ranker", "ScoreThreshold");
        entries.Keep("FileSearchRanker", "Auto");
        entries.Creations["FileSearchToolDefinition"] = (context, creation) => ToolResourceRewrites.FileSearch(context, creation);
        entries.Calls["ToolDefinition.CreateFileSearch"] = (context, call) => ToolResourceRewrites.FileSearch(context, call.Invocation);
        ToolResourceRewrites.AddTo(entries);
    }

    public static string CodeInterpreter(string? fileIds) =>
        "ResponseTool.CreateCodeInterpreterTool(new CodeInterpreterToolContainer("
        + $"CodeInterpreterToolContainerConfiguration.CreateAutomaticContainerConfiguration({fileIds})))";

    public static string? Input(RewriteContext context, SyntaxNode tool) =>
        context.ToolInputs.TryGetValue(tool, out Func<string>? input) ? input() : null;

    private static void Function(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        bool isLong = creation.Initializer is { Expressions.Count: > 1 } written && written.ToFullString().Contains('\n');
        string newLine = Code.NewLine(creation);
        string indent = newLine + (creation.Initializer is { Expressions.Count: > 0 } lines
            ? Code.Indent(lines.Expressions[0])
            : "");
        context.Replace(creation, visited =>
        {
            BaseObjectCreationExpressionSyntax kept = (BaseObjectCreationExpressionSyntax)visited;
            Dictionary<string, string> values = new(StringComparer.Ordinal);
            if (kept.ArgumentList is { Arguments.Count: 1 } arguments)
                values["FunctionName"] = arguments.Arguments[0].Expression.Text();
            if (kept.Initializer is { } initializer)
            {
                foreach (ExpressionSyntax expression in initializer.Expressions)
                {
                    if (expression is AssignmentExpressionSyntax assignment)
                        values[assignment.Left.Text()] = assignment.Right.Text();
                }
            }

            return Function(
                Value("FunctionName") ?? "\"\"",
                Value("FunctionParameters"),
                Value("StrictModeEnabled"),
                Value("FunctionDescription"),
                isLong ? "," + indent : ", ",
                isLong ? "(" + indent : "(");

            string? Value(string name) => values.TryGetValue(name, out string? value) ? value : null;
        });
    }

    /// <summary>Without 'strict' v2 would hold the schema to rules that legacy schemas did not know.</summary>
    public static string Function(
        string name, string? parameters, string? strict, string? description, string separator, string open) =>
        "ResponseTool.CreateFunctionTool" + open + string.Join(separator, new[]
        {
            "functionName: " + name,
            "functionParameters: " + (parameters ?? NoParameters),
            "strictModeEnabled: " + (strict ?? "false"),
            description is null ? "" : "functionDescription: " + description,
        }.Where(argument => argument.Length > 0)) + ")";
}
