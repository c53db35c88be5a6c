using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;

/// <summary>An assistant becomes a version of an agent of the project, whose id is its name and version.</summary>
internal static class AgentVersionRewrites
{
    private const string Client = "AssistantClient.";
    private const string RawJson = "a call with raw JSON is rewritten by hand";

    /// <summary>Option, as it is called by now → argument.</summary>
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["Model"] = "model",
        ["Instructions"] = "instructions",
        ["Tools"] = "tools",
        ["Files"] = "files",
        ["Temperature"] = "temperature",
        ["TopP"] = "topP",
        ["TextOptions"] = "textOptions",
        ["Description"] = "description",
        ["Metadata"] = "metadata",
        ["Name"] = "name",
    };

    public static void AddTo(TableEntries entries)
    {
        entries.Types["Assistant"] = "ProjectsAgentVersion";
        entries.Types["AssistantDeletionResult"] = "bool";
        entries.Keep("Assistant", "Id", "Description", "CreatedAt", "Metadata");
        foreach (string name in (string[])["Name", "Model", "Instructions", "Tools", "Temperature"])
            entries.Members["Assistant." + name] = $"Get{name}()";
        entries.Members["Assistant.NucleusSamplingFactor"] = "GetTopP()";
        entries.Members["Assistant.ResponseFormat"] = "GetTextOptions()";
        entries.Lose("Assistant", "the files of an agent are those of its tools", "ToolResources");

        entries.Types["AssistantCreationOptions"] = "AgentSettings";
        entries.Types["AssistantModificationOptions"] = "AssistantModificationOptions";
        entries.Calls[Client + "CreateAssistant"] = Create;
        entries.Calls[Client + "ModifyAssistant"] = Modify;
        foreach (string method in (string[])["Get", "Delete"])
            entries.Calls[Client + method + "Assistant"] = (context, call) => ById(context, call, method + "Agent");
        entries.Calls[Client + "GetAssistants"] = (context, call) =>
        {
            if (TableEntries.IsProtocol(call)) context.Block(call.Invocation, RawJson);
            else ListOptions.Plan(context, call, (text, options) =>
                $"{text.Receiver}.GetAgents{text.Async}({(options.Replace("pageSize:", "limit:") + text.NamedCancel).TrimStart(',', ' ')})");
        };
    }

    private static void ById(RewriteContext context, CallSite call, string method)
    {
        if (TableEntries.IsProtocol(call))
        {
            context.Block(call.Invocation, RawJson);
            return;
        }

        AgentSource.Check(context, call["assistantId"]);
        context.Replace(call, text => $"{text.Receiver}.{method}{text.Async}({text["assistantId"]}{text.Cancel})");
    }

    private static void Create(RewriteContext context, CallSite call)
    {
        ExpressionSyntax? options = OptionsVariable.Resolve(context, call["options"]);
        if (TableEntries.IsProtocol(call) || (!IsWrittenOut(options) && options is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)))
        {
            context.Block(call.Invocation, TableEntries.IsProtocol(call) ? RawJson : "write the settings of the assistant out in the call");
            return;
        }

        if (!IsWrittenOut(options))
        {
            context.Replace(call, text =>
            {
                string settings = text["options"];
                return $"{text.Receiver}.Agents.CreateAgentVersion{text.Async}(agentName: AgentDefinitions.NameOf({settings}.Name), "
                    + $"options: {settings}.ForModel({text["model"]}){text.NamedCancel})";
            });
            return;
        }

        ExpressionSyntax? name = Assignments(options).FirstOrDefault(setting => setting.Left.Text() == "Name")?.Right;
        context.Replace(call, text =>
        {
            ExpressionSyntax? named = name is null ? null : (ExpressionSyntax)context.RewrittenNode(name);
            return FoundryAgentRewrites.Text(call, text, named, new[] { "model: " + text["model"] }.Concat(Arguments(context, options, "Name")));
        });
    }

    /// <summary>What was changed for all later runs, a new version has for those that name it.</summary>
    private static void Modify(RewriteContext context, CallSite call)
    {
        ExpressionSyntax? options = OptionsVariable.Resolve(context, call["options"]);
        if (TableEntries.IsProtocol(call) || options is null || !IsWrittenOut(options))
        {
            context.Block(call.Invocation, TableEntries.IsProtocol(call) ? RawJson : "write the changes of the assistant out in the call");
            return;
        }

        foreach (AssignmentExpressionSyntax change in Assignments(options))
        {
            if (change.Left.Text() == "ToolResources")
            {
                context.Block(change, "give the files to the tools of the definition instead");
                return;
            }
        }

        AgentSource.Check(context, call["assistantId"]);
        if (!IsHeldOnTo(context, call)) context.Leave(call.Invocation, "this makes a new version: go on with the id that it answers with");
        context.Replace(call, text => $"{text.Receiver}.UpdateAgent{text.Async}("
            + string.Join(", ", new[] { text["assistantId"] }.Concat(Arguments(context, options))) + text.NamedCancel + ")");
    }

    /// <summary>True for <c>assistant = client.ModifyAssistant(assistant.Id, …)</c>: whoever asks for the id has the new one.</summary>
    private static bool IsHeldOnTo(RewriteContext context, CallSite call)
    {
        if (Code.WithoutParentheses(call["assistantId"]!) is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id", Expression: IdentifierNameSyntax owner })
            return false;

        return call.Invocation.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: IdentifierNameSyntax held }
            && SymbolEqualityComparer.Default.Equals(context.SymbolOf(held), context.SymbolOf(owner));
    }

    private static bool IsWrittenOut(ExpressionSyntax? options) =>
        options is null or BaseObjectCreationExpressionSyntax || options.Text() is "null" or "default";

    private static IEnumerable<string> Arguments(RewriteContext context, ExpressionSyntax? options, string? apart = null)
    {
        if (options is not BaseObjectCreationExpressionSyntax) yield break;

        foreach (AssignmentExpressionSyntax setting in Assignments(context.RewrittenNode(options)))
        {
            if (setting.Left.Text() == apart || !Settings.TryGetValue(setting.Left.Text(), out string? argument)) continue;

            yield return $"{argument}: " + setting.Right switch
            {
                InitializerExpressionSyntax tools when argument == "tools" =>
                    context.Collection("ResponseTool", tools.Expressions.Select(tool => tool.Text())),
                InitializerExpressionSyntax pairs => "new Dictionary<string, string> " + pairs.Text(),
                ExpressionSyntax value => value.Text(),
            };
        }
    }

    private static IEnumerable<AssignmentExpressionSyntax> Assignments(SyntaxNode? options) =>
        (options as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [];
}
