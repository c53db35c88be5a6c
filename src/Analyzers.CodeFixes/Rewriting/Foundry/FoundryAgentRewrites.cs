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
        entries.Keep("PersistentAgent", "Id", "Name", "Description", "CreatedAt", "Metadata");
        entries.Lose("PersistentAgent", Definition, "Model", "Instructions", "Tools", "ToolResources", "Temperature", "TopP", "ResponseFormat");

        const string Client = "PersistentAgentsAdministrationClient.";
        entries.Calls[Client + "CreateAgent"] = Create;
        entries.Calls[Client + "GetAgent"] = (context, call) => ById(context, call, "GetAgent");
        entries.Calls[Client + "DeleteAgent"] = (context, call) => ById(context, call, "DeleteAgent");
        entries.Calls[Client + "UpdateAgent"] = (context, call) =>
            context.Block(call.Invocation, "a new version takes the whole definition: call 'CreateAgentVersion' with it");
    }

    private static void ById(RewriteContext context, CallSite call, string method)
    {
        if (TableEntries.IsProtocol(call))
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return;
        }

        AgentSource.Check(context, call["assistantId"]);
        context.Replace(call, text => $"{text.Receiver}.{method}{text.Async}({text["assistantId"]}{text.Cancel})");
    }

    private static void Create(RewriteContext context, CallSite call)
    {
        if (TableEntries.IsProtocol(call) || call["model"] is null)
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return;
        }

        if (call["responseFormat"] is { } format && format.Text() is not ("null" or "default"))
            context.Leave(format, "give the definition 'TextOptions' with the format: " + LostPlan.Shorten(format.Text()));
        context.Replace(call, text =>
        {
            List<string> definition = ["model: " + text["model"]];
            foreach ((string from, string to) in new[]
                { ("instructions", "instructions"), ("tools", "tools"), ("toolResources", "files"), ("temperature", "temperature"), ("topP", "topP") })
            {
                if (text.Has(from)) definition.Add($"{to}: {text[from]}");
            }

            string options = $"AgentDefinitions.Create({string.Join(", ", definition)}";
            if (text.Has("description")) options += $", description: {text["description"]}";
            if (text.Has("metadata")) options += $", metadata: {text["metadata"]}";
            return $"{text.Receiver}.Agents.CreateAgentVersion{text.Async}(agentName: {Name(text.Node("name"))}, options: {options}){text.NamedCancel})";
        });
    }

    /// <summary>Names are identities now: letters, digits and hyphens.</summary>
    public static string Name(ExpressionSyntax? name) => name switch
    {
        null => "\"agent\"",
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) =>
            "\"" + Safe(literal.Token.ValueText) + "\"",
        LiteralExpressionSyntax => "\"agent\"",
        _ => $"AgentDefinitions.NameOf({name.Text()})",
    };

    private static string Safe(string name)
    {
        string safe = new string([.. name.Select(c => c < 128 && char.IsLetterOrDigit(c) ? c : '-')]).Trim('-');
        while (safe.Contains("--")) safe = safe.Replace("--", "-");
        return safe.Length == 0 ? "agent" : safe.Substring(0, Math.Min(safe.Length, 63));
    }
}
