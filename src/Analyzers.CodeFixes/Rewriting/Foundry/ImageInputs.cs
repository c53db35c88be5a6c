using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
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

    private static void Block(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: 1 } arguments } || creation.Initializer is not null)
        {
            context.Block(creation, "an input made in this way is rewritten by hand");
            return;
        }

        ExpressionSyntax? detail = DetailOf(arguments[0].Expression);
        context.Replace(creation, visited => "ResponseContentPart.CreateInputImagePart("
            + ((BaseObjectCreationExpressionSyntax)visited).ArgumentList!.Arguments[0].Expression.Text()
            + (detail is null ? "" : ", " + context.Rewritten(detail)) + ")");
    }

    /// <summary>The parameter is its value; the detail that it was given on the spot is the part's.</summary>
    private static void Parameter(RewriteContext context, BaseObjectCreationExpressionSyntax creation, string text)
    {
        bool isOfPart = creation.Parent?.Parent?.Parent is BaseObjectCreationExpressionSyntax part
            && context.LegacyTypeOf(part) is "MessageInputImageFileBlock" or "MessageInputImageUriBlock";
        if (creation.ArgumentList is not { Arguments.Count: 1 }
            || (creation.Initializer is not null && !(isOfPart && DetailOf(creation) is not null)))
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
