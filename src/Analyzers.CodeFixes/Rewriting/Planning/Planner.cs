using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>Looks at every name of a file and plans what its table says.</summary>
internal static class Planner
{
    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        context.Table.PlanFlows(context, root);
        foreach (SyntaxNode node in root.DescendantNodes(node => node is not UsingDirectiveSyntax))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case GenericNameSyntax shell when ShellPlan.IsShell(shell):
                    ShellPlan.PlanType(context, shell);
                    break;
                case SimpleNameSyntax name:
                    PlanName(context, name);
                    break;
                case BaseObjectCreationExpressionSyntax creation:
                    PlanCreation(context, creation);
                    break;
                case AwaitExpressionSyntax wait:
                    ShellPlan.PlanAwait(context, wait);
                    break;
                case ForEachStatementSyntax loop:
                    ShellPlan.PlanLoop(context, loop);
                    break;
            }

            if (node is ExpressionSyntax expression && ConversionPlan.MayConvert(expression))
                ConversionPlan.Plan(context, expression);
        }
    }

    private static void PlanName(RewriteContext context, SimpleNameSyntax name)
    {
        if (name.Identifier.ValueText == "Value" && name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            ShellPlan.PlanValue(context, access);
        if (name.IsVar || name.Parent is NameColonSyntax { Parent: ArgumentSyntax }) return;
        if (context.SymbolOf(name) is not { } symbol || !context.Table.IsLegacy(symbol)) return;

        switch (symbol)
        {
            case INamedTypeSymbol type:
                PlanType(context, name, type);
                break;
            case IMethodSymbol { MethodKind: MethodKind.Constructor }:
                break;
            case IMethodSymbol method:
                PlanCall(context, name, method);
                break;
            case IPropertySymbol or IFieldSymbol:
                PlanMember(context, new MemberUse(name, symbol));
                break;
        }
    }

    private static void PlanType(RewriteContext context, SimpleNameSyntax name, INamedTypeSymbol type)
    {
        if (name.Parent is AliasQualifiedNameSyntax) return;
        if (!context.Table.Types.TryGetValue(type.Name, out string? becomes))
        {
            context.Block(name, context.Table.ReasonFor(type));
            return;
        }

        SyntaxNode whole = name.Parent is QualifiedNameSyntax qualified && qualified.Right == name ? qualified : name;
        if (whole.Parent is BaseTypeSyntax && type.Name == context.Table.Client)
        {
            context.Block(name, "a class that stands in for the client is rewritten by hand: v2 has several clients");
            return;
        }

        if (whole.Parent is MemberAccessExpressionSyntax qualifying && qualifying.Name == name) whole = qualifying;
        if (context.Plan.IsEdited(whole)) return;

        becomes = context.Table.Spell(becomes, context.Model.Compilation);
        bool isValue = whole.Parent is MemberAccessExpressionSyntax && whole.Parent is not QualifiedNameSyntax;
        if (becomes.EndsWith("?", StringComparison.Ordinal) && (isValue || whole.Parent is NullableTypeSyntax or QualifiedNameSyntax))
            becomes = becomes.TrimEnd('?');
        context.Plan.Edit(whole, visited => isValue
            ? Code.Expression(becomes, visited)
            : Code.Type(becomes, visited));
    }

    private static void PlanCall(RewriteContext context, SimpleNameSyntax name, IMethodSymbol method)
    {
        if (method.Name is "ToString" or "Equals" or "GetHashCode") return;

        SyntaxNode access = name.Parent is MemberAccessExpressionSyntax member ? member : name;
        if (access.Parent is not InvocationExpressionSyntax invocation || name.Parent is MemberBindingExpressionSyntax)
        {
            context.Block(name, $"'{method.Name}' is passed on or called conditionally");
            return;
        }

        CallSite call = new(invocation, method);
        string key = method.ContainingType.Name + "." + call.Name;
        if (context.Table.Calls.TryGetValue(key, out Action<RewriteContext, CallSite>? plan)) plan(context, call);
        else LostPlan.Call(context, call, $"'{key}' has no counterpart that this rewriting knows");
    }

    private static void PlanMember(RewriteContext context, MemberUse use)
    {
        if (context.Plan.IsEdited(use.Name) || context.Plan.IsEdited(use.Whole)) return;

        string key = use.Symbol.ContainingType.Name + "." + use.Symbol.Name;
        if (!context.Table.Members.TryGetValue(key, out MemberRule? rule))
        {
            string unknown = $"'{key}' has no counterpart that this rewriting knows";
            if (!context.Table.Types.ContainsKey(use.Symbol.ContainingType.Name))
                context.Block(use.Whole, context.Table.ReasonFor(use.Symbol.ContainingType));
            else if (use.IsRead) LostPlan.Member(context, use, unknown);
            else context.Block(use.Whole, unknown);
            return;
        }

        if (rule.Custom is { } custom) custom(context, use);
        else if (rule.Lost is { } reason) LostPlan.Member(context, use, reason);
        else PlanPath(context, use, rule.Path!);
    }

    public static void PlanPath(RewriteContext context, MemberUse use, string path)
    {
        if (SyntaxFacts.IsValidIdentifier(path))
        {
            if (path != use.Name.Identifier.ValueText)
                context.Plan.Edit(use.Name, visited => SyntaxFactory.IdentifierName(path).WithTriviaFrom(visited));
        }
        else if (use.Access is { } access)
        {
            context.Replace(access, visited => visited is MemberAccessExpressionSyntax member
                ? member.Expression.AsReceiver() + "." + path
                : visited.ToString());
        }
        else if (use.Binding is { } binding)
        {
            context.Plan.Edit(binding, visited =>
                ((ConditionalAccessExpressionSyntax)SyntaxFactory.ParseExpression("x?." + path)).WhenNotNull.WithTriviaFrom(visited));
        }
        else
        {
            context.Block(use.Whole, $"'{use.Symbol.Name}' is used in a way that this rewriting does not know");
        }
    }

    private static void PlanCreation(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (context.TypeOf(creation) is not INamedTypeSymbol type || !context.Table.IsLegacy(type)) return;
        if (context.Table.Creations.TryGetValue(type.Name, out Action<RewriteContext, BaseObjectCreationExpressionSyntax>? plan))
            plan(context, creation);
    }
}
