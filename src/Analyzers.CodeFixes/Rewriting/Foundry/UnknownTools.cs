using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>A tool without an equivalent goes from the list that it is in, with a note: the rest of the program is rewritten.</summary>
internal static class UnknownTools
{
    public static void Plan(RewriteContext context, SyntaxNode root, IReadOnlyDictionary<string, string> unknown)
    {
        foreach (BaseObjectCreationExpressionSyntax tool in root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (context.LegacyTypeOf(tool) is not { } type || !unknown.TryGetValue(type, out string? reason)
                || context.TypeOf(tool)?.BaseType?.Name != "ToolDefinition")
                continue;

            if (tool.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }) PlanVariable(context, variable, tool, reason);
            else if (PlaceOf(tool) is { } place) Remove(context, place, tool, reason);
        }
    }

    private static void PlanVariable(RewriteContext context, VariableDeclaratorSyntax variable, ExpressionSyntax tool, string reason)
    {
        if (variable.Parent?.Parent is not LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } statement) return;

        IdentifierNameSyntax[] uses = [.. context.UsesOf(variable)];
        if (uses.Length == 0 || uses.Any(use => PlaceOf(use) is null)) return;

        foreach (IdentifierNameSyntax use in uses) Remove(context, PlaceOf(use)!, use, $"{reason}: {LostPlan.Shorten(tool.Text())}", isOwn: false);
        DroppedCode.Remove(context, tool);
        context.Plan.Remove(statement);
    }

    private static void Remove(RewriteContext context, SyntaxNode place, ExpressionSyntax tool, string reason, bool isOwn = true)
    {
        context.Leave(place, isOwn ? $"{reason}: {LostPlan.Shorten(tool.Text())}" : reason);
        if (isOwn) DroppedCode.Remove(context, tool);
        context.Plan.Remove(place);
    }

    /// <summary>The element of a list, or the statement that adds it to one.</summary>
    private static SyntaxNode? PlaceOf(ExpressionSyntax tool) => tool.Parent switch
    {
        InitializerExpressionSyntax { Parent: not InitializerExpressionSyntax } => tool,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => StatementOf(call),
        // By name: the oldest compiler that loads this has no such node.
        { } element when element.GetType().Name == "ExpressionElementSyntax" => element,
        _ => null,
    };

    private static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" }
        && call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement
            ? statement
            : null;
}
