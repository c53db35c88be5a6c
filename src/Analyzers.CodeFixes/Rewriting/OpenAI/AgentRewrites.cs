using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>An assistant becomes a definition in the program: v2 of OpenAI keeps none on the service.</summary>
internal static class AgentRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["Assistant"] = "AgentDefinition";
        entries.Types["AssistantCreationOptions"] = "AgentDefinition";
        entries.Types["AssistantDeletionResult"] = "bool";
        entries.Types["AssistantModificationOptions"] = "AgentDefinition";
        entries.Bare.UnionWith(["Assistant", "AssistantDeletionResult"]);
        entries.Keep("Assistant", "Id", "CreatedAt", "Name", "Description", "Model", "Instructions", "Tools", "Temperature", "Metadata");
        entries.Members["Assistant.NucleusSamplingFactor"] = "TopP";
        entries.Members["Assistant.ResponseFormat"] = "TextOptions";
        entries.Members["Assistant.ToolResources"] = "Files";

        entries.Calls["AssistantClient.CreateAssistant"] = Create;
        entries.Calls["AssistantClient.ModifyAssistant"] = Modify;
        entries.Calls["AssistantClient.DeleteAssistant"] = (context, call) =>
            Bare(context, call, text => $"AgentDefinition.Delete({text["assistantId"]})");
        entries.Calls["AssistantClient.GetAssistant"] = (context, call) =>
        {
            AgentSource.Check(context, call["assistantId"]);
            Bare(context, call, text => $"AgentDefinition.Get({text["assistantId"]})");
        };
        entries.Calls["AssistantClient.GetAssistants"] = (context, call) =>
        {
            if (TableEntries.IsProtocol(call)) context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            else ListOptions.Plan(context, call, (_, options) => options.Length == 0
                ? "AgentDefinition.All"
                : $"AgentDefinition.List({options.Substring(2)})", hasPages: false);
        };
    }

    /// <summary>What an assistant is made of and changed by, wherever it is kept then.</summary>
    public static void AddSettings(TableEntries entries)
    {
        foreach (string options in (string[])["AssistantCreationOptions", "AssistantModificationOptions"])
        {
            entries.Keep(options, "Name", "Description", "Instructions", "Temperature", "Metadata");
            entries.Members[options + ".NucleusSamplingFactor"] = "TopP";
            entries.Members[options + ".ResponseFormat"] = "TextOptions";
        }

        entries.Keep("AssistantCreationOptions", "Tools");
        entries.Keep("AssistantModificationOptions", "Model");
        entries.Members["AssistantModificationOptions.DefaultTools"] = "Tools";
        entries.Lose("AssistantModificationOptions", "give the files to the tools of the definition instead", "ToolResources");
        entries.Members["AssistantDeletionResult.Deleted"] = MemberRule.By(Self("the result of deleting an assistant is a bool now"));

        entries.Types["AssistantResponseFormat"] = "ResponseTextOptions";
        foreach (string name in (string[])["Text", "JsonObject", "Auto"])
        {
            string format = name == "JsonObject" ? "JsonObject" : "Text";
            entries.Members["AssistantResponseFormat." + name] = MemberRule.By((context, use) =>
                context.Replace(use.Whole, _ => Format($"Create{format}Format()")));
            entries.Call($"AssistantResponseFormat.Create{name}Format", _ => Format($"Create{format}Format()"));
        }

        entries.Call("AssistantResponseFormat.CreateJsonSchemaFormat", call => Format(
            "CreateJsonSchemaFormat(" + string.Join(", ", Schema(call)) + ")"));

        entries.Types["AssistantCollectionOptions"] = "AssistantCollectionOptions";
        entries.Types["AssistantCollectionOrder"] = "AssistantCollectionOrder";
        entries.Keep("AssistantCollectionOptions", "Order", "PageSizeLimit", "AfterId");
        entries.Lose("AssistantCollectionOptions", "agents are listed forwards only", "BeforeId");
        entries.Keep("AssistantCollectionOrder", "Ascending", "Descending");
    }

    /// <summary>The member of a result that is that member alone now.</summary>
    public static Action<RewriteContext, MemberUse> Self(string reason) => (context, use) =>
    {
        if (use.Access is { } access)
            context.Plan.Edit(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.WithTriviaFrom(visited));
        else context.Block(use.Whole, reason);
    };

    private static string Format(string format) => $"new ResponseTextOptions {{ TextFormat = ResponseTextFormat.{format} }}";

    private static IEnumerable<string> Schema(CallText call)
    {
        yield return "jsonSchemaFormatName: " + call["name"];
        yield return "jsonSchema: " + call["jsonSchema"];
        if (call.Has("description")) yield return "jsonSchemaFormatDescription: " + call["description"];
        if (call.Has("strictSchemaEnabled")) yield return "jsonSchemaIsStrict: " + call["strictSchemaEnabled"];
    }

    private static void Create(RewriteContext context, CallSite call)
    {
        if (TableEntries.IsProtocol(call))
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return;
        }

        context.Plan.Reformat(call.Invocation);
        Bare(context, call, text => text.Node("options") switch
        {
            BaseObjectCreationExpressionSyntax creation => WithModel(creation, text["model"]),
            { } options when options.Text() is not ("null" or "default") => $"{options.AsReceiver()}.ForModel({text["model"]})",
            _ => $"new AgentDefinition {{ Model = {text["model"]} }}",
        });
    }

    /// <summary>The options with the model as their first line, laid out as they were.</summary>
    private static string WithModel(BaseObjectCreationExpressionSyntax creation, string model)
    {
        if (creation.Initializer is not { Expressions.Count: > 0 } initializer)
            return $"new AgentDefinition {{ Model = {model} }}";

        ExpressionSyntax first = initializer.Expressions[0];
        ExpressionSyntax added = SyntaxFactory.ParseExpression("Model = " + model)
            .WithLeadingTrivia(first.GetLeadingTrivia());
        bool isLong = initializer.ToFullString().Contains('\n');
        SyntaxToken comma = SyntaxFactory.Token(
            default,
            SyntaxKind.CommaToken,
            isLong
                ? SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(initializer.ToFullString().Contains("\r\n") ? "\r\n" : "\n"))
                : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        List<SyntaxNodeOrToken> all = [added, comma];
        foreach (SyntaxNodeOrToken kept in initializer.Expressions.GetWithSeparators())
            all.Add(kept == first && !isLong ? first.WithoutLeadingTrivia() : kept);
        initializer = initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(all));
        string space = creation is ObjectCreationExpressionSyntax { ArgumentList: null } written
            ? written.Type.GetTrailingTrivia().ToFullString()
            : creation.ArgumentList?.GetTrailingTrivia().ToFullString() ?? " ";
        return "new AgentDefinition" + (space.Length == 0 ? " " : space) + initializer.WithoutTrailingTrivia().ToFullString();
    }

    private static void Modify(RewriteContext context, CallSite call)
    {
        if (OptionsVariable.Resolve(context, call["options"]) is not BaseObjectCreationExpressionSyntax
            {
                Initializer.Expressions: { Count: > 0 } changes,
            } options)
        {
            context.Block(call.Invocation, "change the properties of the definition instead");
            return;
        }

        foreach (ExpressionSyntax change in changes)
        {
            if (change is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "ToolResources" } })
            {
                context.Block(change, "give the files to the tools of the definition instead");
                return;
            }
        }

        AgentSource.Check(context, call["assistantId"]);
        context.Plan.Namespaces.Add("System.Collections.Generic");
        bool isOwnId = AgentSource.IsOwnId(context, call["assistantId"]);
        string newLine = Code.NewLine(call.Invocation) + Code.Indent(call.Invocation);
        Bare(context, call, text =>
        {
            string[] lines = [.. ((BaseObjectCreationExpressionSyntax)context.RewrittenNode(options)).Initializer!.Expressions
                .OfType<AssignmentExpressionSyntax>().Select(change => "agent." + Change(change))];
            string body = lines.Length == 1
                ? " " + lines[0]
                : newLine + "{" + string.Concat(lines.Select(line => newLine + "    " + line + ";")) + newLine + "}";
            return $"{AgentSource.Definition(text.Node("assistantId")!, isOwnId)}.With(agent =>{body})";
        });
    }

    /// <summary>What the options listed takes the place of what the assistant had.</summary>
    private static string Change(AssignmentExpressionSyntax change)
    {
        if (change.Right is not InitializerExpressionSyntax listed) return change.Text();

        string type = change.Left.Text() == "Tools" ? "List<ResponseTool>" : "Dictionary<string, string>";
        return $"{change.Left.Text()} = new {type} {listed.Text()}";
    }

    /// <summary>A value in the place of a call; a task around it where the call is not awaited on the spot.</summary>
    private static void Bare(RewriteContext context, CallSite call, Func<CallText, string> value)
    {
        bool isTask = call.IsAsync && !ShellPlan.LosesAwait(context, call.Invocation);
        if (isTask) context.Plan.Namespaces.Add("System.Threading.Tasks");
        context.Replace(call, text => isTask ? $"Task.FromResult({value(text)})" : value(text));
    }
}
