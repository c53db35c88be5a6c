using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>
/// What a conversation begins with. Its options are of a type that has another name in 3.0, and their lists cannot be
/// replaced: they are written out without the name.
/// </summary>
internal static class ConversationOptions
{
    /// <summary>Notes what cannot be kept of an object of options; false where it blocks.</summary>
    public static bool TryPlan(RewriteContext context, ExpressionSyntax? options)
    {
        if (options is null) return true;

        if (OptionsVariable.Resolve(context, options) is not BaseObjectCreationExpressionSyntax creation)
        {
            context.Block(options, "write the options of the conversation out in the call");
            return false;
        }

        return TryPlan(context, name => Setting(creation, name), name => SettingOf(creation, name));
    }

    /// <summary>The same for options that were arguments of the call.</summary>
    public static bool TryPlan(RewriteContext context, CallSite call)
    {
        ExpressionSyntax? Argument(string name) => call[char.ToLowerInvariant(name[0]) + name.Substring(1)];
        return TryPlan(context, Argument, Argument);
    }

    private static bool TryPlan(
        RewriteContext context, Func<string, ExpressionSyntax?> value, Func<string, ExpressionSyntax?> whole)
    {
        if (value("ToolResources") is { } files && files.Text() is not ("null" or "default"))
            context.Drop(whole("ToolResources")!, ThreadRewrites.OwnFiles + ": " + LostPlan.Shorten(files.Text()));
        foreach (string list in (string[])["Messages", "Metadata"])
        {
            if (value(list) is { } given && given.Text() is not "null" && Elements(given) is null)
            {
                context.Block(given, $"write the {list.ToLowerInvariant()} of the conversation out in the call");
                return false;
            }
        }

        return true;
    }

    /// <summary>The arguments of the new call; to be asked while the plan is applied.</summary>
    public static string Text(RewriteContext context, ExpressionSyntax? options, string namedCancel)
    {
        BaseObjectCreationExpressionSyntax? creation = OptionsVariable.Resolve(context, options) as BaseObjectCreationExpressionSyntax;
        return Text(context, name => creation is null ? null : Setting(creation, name), namedCancel);
    }

    public static string Text(RewriteContext context, CallSite call, string namedCancel) =>
        Text(context, name => call[name.ToLowerInvariant()], namedCancel);

    private static string Text(RewriteContext context, Func<string, ExpressionSyntax?> value, string namedCancel)
    {
        List<string> settings = [];
        if (List("Messages") is { } messages) settings.Add("Items = " + messages);
        if (List("Metadata") is { } metadata) settings.Add("Metadata = " + metadata);
        return settings.Count == 0
            ? namedCancel.TrimStart(',', ' ')
            : $"options: new() {{ {string.Join(", ", settings)} }}{namedCancel}";

        string? List(string name) => value(name) is { } given && given.Text() is not ("null" or "default")
            ? Elements(context.RewrittenNode(given))
            : null;
    }

    private static ExpressionSyntax? Setting(BaseObjectCreationExpressionSyntax options, string name) => SettingOf(options, name)?.Right;

    private static AssignmentExpressionSyntax? SettingOf(BaseObjectCreationExpressionSyntax options, string name) =>
        options.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(setting => setting.Left.Text() == name);

    private static string? Elements(SyntaxNode list) => list switch
    {
        InitializerExpressionSyntax initializer => initializer.Text(),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Text(),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Text(),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Text(),
        _ when list.GetType().Name == "CollectionExpressionSyntax" && !list.Text().Contains("..") =>
            "{ " + list.Text().Substring(1, list.Text().Length - 2) + " }",
        _ => null,
    };
}
