using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Images as input: a file's id or an address, and beside it how closely to look.</summary>
internal static class ImageInputs
{
    private static readonly string[] Parameters = ["MessageImageFileParam", "MessageImageUriParam"];

    public static void AddTo(TableEntries entries)
    {
        entries.Types["ImageDetailLevel"] = "ResponseImageDetailLevel";
        entries.Keep("ImageDetailLevel", "Auto", "Low", "High");
        entries.Creations["MessageInputImageFileBlock"] = Block;
        entries.Creations["MessageInputImageUriBlock"] = Block;
        entries.Creations["MessageImageFileParam"] = (context, creation) => Parameter(context, creation, "{0}");
        entries.Creations["MessageImageUriParam"] = (context, creation) => Parameter(context, creation, "new Uri({0})");
        foreach (string type in Parameters)
            entries.Lose(type, "give 'CreateInputImagePart' the detail as its second argument", "Detail");
    }

    /// <summary>The detail that a variable is given once, right where it is made, is that of the parts it goes into.</summary>
    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        foreach (BaseObjectCreationExpressionSyntax part in root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (IsPart(context, part) && part.ArgumentList is { Arguments: { Count: 1 } arguments }
                && arguments[0].Expression is IdentifierNameSyntax parameter && SettingOf(context, parameter) is { } setting)
            {
                context.Plan.Remove(setting is { Parent: ExpressionStatementSyntax statement } ? statement : setting);
                context.ToolInputs[part] = () => context.Rewritten(setting.Right);
            }
        }
    }

    private static AssignmentExpressionSyntax? SettingOf(RewriteContext context, IdentifierNameSyntax parameter)
    {
        if (context.SymbolOf(parameter) is not ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared } symbol
            || declared[0].GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax
            {
                Initializer.Value: BaseObjectCreationExpressionSyntax creation,
                Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } made,
            })
            return null;

        AssignmentExpressionSyntax? setting = DetailOf(creation)?.Parent as AssignmentExpressionSyntax;
        foreach (IdentifierNameSyntax use in context.UsesOf(symbol, parameter))
        {
            if (use.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax part } && IsPart(context, part)) continue;
            if (setting is not null || use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Detail", Parent: AssignmentExpressionSyntax given }
                || given.Parent is not ExpressionStatementSyntax statement || ListOf(statement) != ListOf(made))
                return null;
            setting = given;
        }

        return setting is { Right: MemberAccessExpressionSyntax level } && context.SymbolOf(level.Expression) is ITypeSymbol ? setting : null;
    }

    private static SyntaxNode? ListOf(StatementSyntax statement) =>
        statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;

    private static bool IsPart(RewriteContext context, SyntaxNode creation) =>
        context.LegacyTypeOf(creation) is "MessageInputImageFileBlock" or "MessageInputImageUriBlock";

    private static void Block(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: 1 } arguments } || creation.Initializer is not null)
        {
            context.Block(creation, "an input made in this way is rewritten by hand");
            return;
        }

        ExpressionSyntax? own = DetailOf(arguments[0].Expression);
        Func<string>? detail = own is not null ? () => context.Rewritten(own)
            : context.ToolInputs.TryGetValue(creation, out Func<string>? given) ? given : null;
        context.Replace(creation, visited => "ResponseContentPart.CreateInputImagePart("
            + ((BaseObjectCreationExpressionSyntax)visited).ArgumentList!.Arguments[0].Expression.Text()
            + (detail is null ? "" : ", " + detail()) + ")");
    }

    /// <summary>The parameter is its value; the detail that it was given on the spot is the part's.</summary>
    private static void Parameter(RewriteContext context, BaseObjectCreationExpressionSyntax creation, string text)
    {
        bool isOfPart = creation.Parent?.Parent?.Parent is BaseObjectCreationExpressionSyntax part
            && IsPart(context, part);
        if (creation.ArgumentList is not { Arguments.Count: 1 }
            || (creation.Initializer is not null && !(DetailOf(creation) is { Parent: { } own } && (isOfPart || context.Plan.IsRemoved(own)))))
        {
            context.Block(creation, "an input made in this way is rewritten by hand");
            return;
        }

        if (DetailOf(creation) is { Parent: { } setting }) context.Plan.Remove(setting);
        context.Replace(creation, visited => string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            text,
            ((BaseObjectCreationExpressionSyntax)visited).ArgumentList!.Arguments[0].Expression.Text()));
    }

    private static ExpressionSyntax? DetailOf(ExpressionSyntax parameter) =>
        parameter is BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: 1 } settings }
        && settings[0] is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Detail" } } setting
            ? setting.Right
            : null;
}
