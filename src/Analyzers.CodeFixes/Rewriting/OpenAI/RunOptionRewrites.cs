using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Options of one run: the definition with some of its values changed.</summary>
internal static class RunOptionRewrites
{
    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["ModelOverride"] = "Model",
        ["InstructionsOverride"] = "Instructions",
        ["Temperature"] = "Temperature",
        ["NucleusSamplingFactor"] = "TopP",
        ["MaxOutputTokenCount"] = "MaxOutputTokenCount",
        ["AllowParallelToolCalls"] = "ParallelToolCallsEnabled",
        ["ToolConstraint"] = "ToolChoice",
        ["ResponseFormat"] = "TextOptions",
        ["TruncationStrategy"] = "TruncationMode",
        ["Metadata"] = "ResponseMetadata",
    };

    public static void AddTo(TableEntries entries)
    {
        entries.Types["RunCreationOptions"] = "RunCreationOptions";
        foreach (string name in Same.Keys.Concat(["AdditionalInstructions", "AdditionalMessages", "ToolsOverride", "MaxInputTokenCount"]))
            entries.Members["RunCreationOptions." + name] = MemberRule.By((context, use) =>
            {
                if (use.Initializer is null) context.Block(use.Whole, "give the options of a run in the call that starts it");
            });

        entries.Types["ToolConstraint"] = "ResponseToolChoice";
        foreach (string name in (string[])["Auto", "None", "Required"])
            entries.Members["ToolConstraint." + name] = MemberRule.By((context, use) =>
                context.Replace(use.Whole, _ => $"ResponseToolChoice.Create{name}Choice()"));
        entries.Creations["ToolConstraint"] = Constraint;

        entries.Types["RunTruncationStrategy"] = "ResponseTruncationMode";
        entries.Keep("RunTruncationStrategy", "Auto");
        entries.Calls["RunTruncationStrategy.CreateLastMessagesStrategy"] = (context, call) =>
            context.Block(call.Invocation, "a response reads its whole conversation: begin a new one with the last messages");
    }

    /// <summary>Why options cannot be rewritten where they stand; null when they can.</summary>
    public static string? Problem(ExpressionSyntax? options) => options switch
    {
        null => null,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList is { Arguments.Count: > 0 }
            ? "give the options of a run in the call that starts it"
            : null,
        _ when options.Text() is "null" or "default" => null,
        _ => "give the options of a run in the call that starts it",
    };

    public static void NoteLost(RewriteContext context, CallSite call, ExpressionSyntax? options)
    {
        foreach (AssignmentExpressionSyntax option in Assignments(options))
        {
            if (option.Left.Text() == "MaxInputTokenCount")
                context.Leave(call, option, "a response has no limit for its input: " + option.Text());
        }
    }

    public static bool IsConstant(RewriteContext context, ExpressionSyntax options) => Assignments(options).All(option =>
        option.Left.Text() == "AdditionalMessages" || !option.Right.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax
            || (node is InvocationExpressionSyntax call && context.SymbolOf(call) is { } method && !context.Table.IsLegacy(method)
                && call.Expression.Text() != "nameof")));

    /// <summary>The definition of an agent with what the options change.</summary>
    public static string Apply(string definition, SyntaxNode? options)
    {
        string[] changes = [.. Changes(options).Select(change => change.Name == "AdditionalInstructions"
            ? $"Instructions = {definition}.Instructions + \"\\n\" + {Term(change.Value)}"
            : $"{change.Name} = {Written(change.Value, change.Name)}")];
        return changes.Length == 0 ? definition : $"({definition} with {{ {string.Join(", ", changes)} }})";
    }

    /// <summary>What of the definition the options change.</summary>
    public static IEnumerable<(string Name, ExpressionSyntax Value)> Changes(SyntaxNode? options)
    {
        foreach (AssignmentExpressionSyntax option in Assignments(options))
        {
            string name = option.Left.Text();
            if (Same.TryGetValue(name, out string? same)) yield return (same, option.Right);
            else if (name == "ToolsOverride") yield return ("Tools", option.Right);
            else if (name == "AdditionalInstructions") yield return (name, option.Right);
        }
    }

    /// <summary>A list that was filled where it stood is made anew.</summary>
    public static string Written(ExpressionSyntax value, string name) => value is not InitializerExpressionSyntax ? value.Text()
        : (name == "Tools" ? "new List<ResponseTool> " : "new Dictionary<string, string> ") + value.Text();

    public static IEnumerable<string> Messages(SyntaxNode? options)
    {
        foreach (AssignmentExpressionSyntax option in Assignments(options))
        {
            if (option.Left.Text() != "AdditionalMessages" || option.Right is not InitializerExpressionSyntax messages) continue;
            foreach (ExpressionSyntax message in messages.Expressions) yield return message.Text();
        }
    }

    private static string Term(ExpressionSyntax value) =>
        value is ConditionalExpressionSyntax or BinaryExpressionSyntax ? "(" + value.Text() + ")" : value.Text();

    private static IEnumerable<AssignmentExpressionSyntax> Assignments(SyntaxNode? options) =>
        (options as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [];

    private static void Constraint(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: 1 } arguments }
            || context.TypeOf(arguments[0].Expression)?.Name is not { } type || type == "ToolDefinition")
        {
            context.Block(creation, "a choice of tool names the function");
            return;
        }

        context.Replace(creation, visited => type switch
        {
            "FunctionToolDefinition" => "ResponseToolChoice.CreateFunctionChoice("
                + ((BaseObjectCreationExpressionSyntax)visited).ArgumentList!.Arguments[0].Expression.AsReceiver() + ".FunctionName)",
            "FileSearchToolDefinition" => "ResponseToolChoice.CreateFileSearchChoice()",
            _ => "ResponseToolChoice.CreateRequiredChoice()",
        });
    }
}
