using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Patterns, casts and filters by the class of a content.</summary>
internal static class ContentPatterns
{
    private const string Text = "{ Text: { Length: > 0 } }";

    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (node)
            {
                case IsPatternExpressionSyntax { Pattern: DeclarationPatternSyntax pattern } test:
                    PlanTest(context, test, test.Expression, pattern.Type, Name(pattern));
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: TypeSyntax type } test:
                    PlanTest(context, test, test.Left, type, "");
                    break;
                case CasePatternSwitchLabelSyntax { Pattern: DeclarationPatternSyntax labelled } label:
                    PlanLabel(context, label, labelled);
                    break;
                case SwitchExpressionArmSyntax { Pattern: DeclarationPatternSyntax armed } arm:
                    PlanArm(context, arm, armed);
                    break;
                case CastExpressionSyntax cast when context.LegacyTypeOf(cast.Type) == "MessageTextContent":
                    context.Plan.Edit(cast, visited => ((CastExpressionSyntax)visited).Expression.WithTriviaFrom(visited));
                    break;
                case GenericNameSyntax { Identifier.ValueText: "OfType", TypeArgumentList.Arguments: { Count: 1 } types } filter
                    when context.LegacyTypeOf(types[0]) is { } kind:
                    PlanFilter(context, filter, kind);
                    break;
            }
        }
    }

    private static string Name(DeclarationPatternSyntax pattern) =>
        pattern.Designation is SingleVariableDesignationSyntax variable ? " " + variable.Identifier.ValueText : "";

    private static void PlanTest(RewriteContext context, ExpressionSyntax test, ExpressionSyntax subject, TypeSyntax type, string name)
    {
        switch (context.LegacyTypeOf(type))
        {
            case "MessageTextContent":
                context.Replace(test, _ => $"{context.RewrittenNode(subject).AsReceiver()} is {Text}{name}");
                break;
            case "MessageImageFileContent":
                context.Replace(test, _ => $"{context.RewrittenNode(subject).AsReceiver()}.GetImageFileId() is {{ }}{name}");
                break;
        }
    }

    private static void PlanLabel(RewriteContext context, CasePatternSwitchLabelSyntax label, DeclarationPatternSyntax pattern)
    {
        string? type = context.LegacyTypeOf(pattern.Type);
        if (type is not ("MessageTextContent" or "MessageImageFileContent")) return;

        string subject = label.FirstAncestorOrSelf<SwitchStatementSyntax>()!.Expression.Text();
        string name = Name(pattern);
        context.Plan.Edit(label, visited =>
        {
            WhenClauseSyntax? when = ((CasePatternSwitchLabelSyntax)visited).WhenClause;
            string text = type == "MessageTextContent"
                ? $"case {Text}{name}{(when is null ? "" : " " + when.Text())}:"
                : $"case {{ }} when {subject}.GetImageFileId() is {{ }}{name}{(when is null ? "" : $" && ({when.Condition.Text()})")}:";
            return StreamingRewrites.Label(text).WithTriviaFrom(visited);
        });
    }

    private static void PlanArm(RewriteContext context, SwitchExpressionArmSyntax arm, DeclarationPatternSyntax pattern)
    {
        string? type = context.LegacyTypeOf(pattern.Type);
        if (type is not ("MessageTextContent" or "MessageImageFileContent")) return;

        SwitchExpressionSyntax choice = (SwitchExpressionSyntax)arm.Parent!;
        context.Plan.Edit(arm, visited =>
        {
            SwitchExpressionArmSyntax kept = (SwitchExpressionArmSyntax)visited;
            string subject = context.RewrittenNode(choice.GoverningExpression).AsReceiver();
            string test = type == "MessageTextContent"
                ? Text + Name(pattern) + (kept.WhenClause is { } when ? " " + when.Text() : "")
                : $"{{ }} when {subject}.GetImageFileId() is {{ }}{Name(pattern)}{(kept.WhenClause is { } also ? $" && ({also.Condition.Text()})" : "")}";
            SwitchExpressionArmSyntax made = ((SwitchExpressionSyntax)SyntaxFactory.ParseExpression($"x switch {{ {test} => 0 }}")).Arms[0];
            return made.WithExpression(kept.Expression).WithEqualsGreaterThanToken(kept.EqualsGreaterThanToken).WithTriviaFrom(visited);
        });
    }

    private static void PlanFilter(RewriteContext context, GenericNameSyntax filter, string kind)
    {
        if (filter.Parent?.Parent is not InvocationExpressionSyntax call || filter.Parent is not MemberAccessExpressionSyntax access) return;

        context.Plan.Namespaces.Add("System.Linq");
        string source = ".Where(part => part.Text?.Length > 0)";
        if (kind == "MessageImageFileContent") source = ".Select(part => part.GetImageFileId()).OfType<string>()";
        else if (kind != "MessageTextContent") return;
        context.Replace(call, _ => context.RewrittenNode(access.Expression).AsReceiver() + source);
    }
}
