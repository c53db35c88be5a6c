using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>An agent becomes a version of a named agent; its id, name and version in one, stays text.</summary>
internal static class FoundryAgentRewrites
{
    private const string Definition = "read it from the definition of the agent version";

    public static void AddTo(TableEntries entries)
    {
        entries.Types["PersistentAgent"] = "ProjectsAgentVersion";
        entries.Keep("PersistentAgent", "Id", "Description", "CreatedAt", "Metadata");
        foreach (string name in (string[])["Name", "Model", "Instructions", "Tools", "Temperature", "TopP"])
            entries.Members["PersistentAgent." + name] = $"Get{name}()";
        entries.Lose("PersistentAgent", Definition, "ToolResources", "ResponseFormat");

        const string Client = "PersistentAgentsAdministrationClient.";
        entries.Calls[Client + "CreateAgent"] = Create;
        entries.Calls[Client + "GetAgent"] = (context, call) => ById(context, call, "GetAgent");
        entries.Calls[Client + "DeleteAgent"] = (context, call) => ById(context, call, "DeleteAgent");
        entries.Calls[Client + "UpdateAgent"] = Update;
        entries.Calls[Client + "GetAgents"] = (context, call) => List(context, call, "GetAgents");
    }

    public static void List(RewriteContext context, CallSite call, string method)
    {
        foreach (string name in (string[])["order", "after", "before"])
        {
            if (call[name] is { } given && given.Text() is not ("null" or "default") && !given.Text().EndsWith(".Descending", StringComparison.Ordinal))
                context.Drop(given, $"agents are listed newest first, and from the first on, without '{name}'");
        }

        context.Replace(call, text => $"{text.Receiver}.{method}{text.Async}("
            + (text.Has("limit") ? $"limit: {text["limit"]}{text.NamedCancel}" : text.NamedCancel.TrimStart(',', ' ')) + ")");
    }

    private static void ById(RewriteContext context, CallSite call, string method)
    {
        // The parameter has one name in some calls and another in others.
        string id = call.Method.Parameters[0].Name;
        AgentSource.Check(context, call[id]);
        context.Replace(call, text => $"{text.Receiver}.{method}{text.Async}({text[id]}{text.Cancel})");
    }

    private static void Create(RewriteContext context, CallSite call)
    {
        if (call["model"] is null)
        {
            context.Block(call.Invocation, "a version needs its model");
            return;
        }

        DropFormat(context, call);
        bool isWhole = SearchIndexes.TryMove(context, call);
        context.Replace(call, text =>
        {
            return Text(call, text, text.Node("name"), Settings(text, isWhole));
        });
    }

    /// <summary>The call that makes a version; over several lines where its settings take several.</summary>
    public static string Text(CallSite call, CallText text, ExpressionSyntax? name, IEnumerable<string> settings)
    {
        string[] all = [.. settings, .. Title(name) is { } title ? ["name: " + title] : (string[])[]];
        bool isLong = all.Any(setting => setting.Contains('\n'));
        string line = isLong ? Code.NewLine(call.Invocation) + Code.Indent(call.Invocation) + "    " : "";
        string comma = isLong ? "," : ", ";
        string definition = string.Join(comma, all.Select(setting => isLong ? line + "    " + setting : setting));
        return $"{text.Receiver}.Agents.CreateAgentVersion{text.Async}({line}agentName: {Name(name)}{comma}"
            + $"{line}options: AgentDefinitions.Create({definition}){text.NamedCancel})";
    }

    /// <summary>What an update changed for all later runs, a new version changes for those that name it.</summary>
    private static void Update(RewriteContext context, CallSite call)
    {
        DropFormat(context, call);
        AgentSource.Check(context, call["assistantId"]);
        context.Leave(call.Invocation, "this makes a new version: go on with the id that it answers with");
        context.Replace(call, text =>
            $"{text.Receiver}.UpdateAgent{text.Async}({string.Join(", ", new[] { text["assistantId"] }.Concat(Settings(text)).Concat(text.Has("name") ? ["name: " + text["name"]] : []))}{text.NamedCancel})");
    }

    private static void DropFormat(RewriteContext context, CallSite call)
    {
        if (call["responseFormat"] is { } format && format.Text() is not ("null" or "default"))
            context.Drop(format, "give the definition 'TextOptions' with the format: " + LostPlan.Shorten(format.Text()));
    }

    /// <param name="call">The call.</param>
    /// <param name="isWhole">The tools have all that they work on.</param>
    private static IEnumerable<string> Settings(CallText call, bool isWhole = false)
    {
        foreach ((string from, string to) in new[]
        {
            ("model", "model"), ("instructions", "instructions"), ("tools", "tools"), ("toolResources", "files"),
            ("temperature", "temperature"), ("topP", "topP"), ("description", "description"), ("metadata", "metadata"),
        })
        {
            if (call.Has(from) && !(isWhole && to == "files")) yield return $"{to}: {call[from]}";
        }
    }

    /// <summary>Names are identities now: letters, digits and hyphens.</summary>
    private static string Name(ExpressionSyntax? name) => name switch
    {
        null => "\"agent\"",
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) =>
            "\"" + Safe(literal.Token.ValueText) + "\"",
        LiteralExpressionSyntax => "\"agent\"",
        _ => $"AgentDefinitions.NameOf({name.Text()})",
    };

    /// <summary>The name as it was given, where the identity is another; null where it is the same.</summary>
    private static string? Title(ExpressionSyntax? name) => name switch
    {
        null => null,
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && Safe(literal.Token.ValueText) != literal.Token.ValueText
            ? literal.Text()
            : null,
        // What may be another each time is said once.
        _ => name.DescendantNodesAndSelf().Any(node => node is InvocationExpressionSyntax or AwaitExpressionSyntax
            or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression })
            ? null
            : name.Text(),
    };

    private static string Safe(string name)
    {
        string safe = new string([.. name.Select(c => c < 128 && char.IsLetterOrDigit(c) ? c : '-')]).Trim('-');
        while (safe.Contains("--")) safe = safe.Replace("--", "-");
        return safe.Length == 0 ? "agent" : safe.Substring(0, Math.Min(safe.Length, 63)).TrimEnd('-');
    }
}
