using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>An assistant whose settings were one object, with the files for its tools beside them.</summary>
internal static class AssistantDefinition
{
    public static void Plan(RewriteContext context, CallSite call)
    {
        if (OptionsVariable.Resolve(context, call.OfType("AssistantCreationOptions")) is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } model } body)
        {
            context.Block(call.Invocation, "write the settings of the assistant out in the call");
            return;
        }

        Dictionary<string, ExpressionSyntax> settings = new(StringComparer.Ordinal);
        foreach (AssignmentExpressionSyntax setting in body.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
            settings[setting.Left.Text()] = setting.Right;
        if (settings.Values.Any(value => value is InitializerExpressionSyntax) && settings.TryGetValue("Metadata", out ExpressionSyntax? metadata)
            && metadata is InitializerExpressionSyntax)
        {
            context.Block(metadata, "write the metadata of the assistant as a dictionary");
            return;
        }

        SearchFiles(context, call, settings);
        context.Replace(call, text =>
        {
            List<string> definition = ["model: " + context.Rewritten(model[0].Expression)];
            Add("Instructions", "instructions", context.Rewritten);
            Add("Tools", "tools", value => List(value, "ResponseTool"));
            if (settings.TryGetValue("FileIds", out ExpressionSyntax? files) && HasCode(context, settings))
                definition.Add($"files: new AgentFiles {{ CodeInterpreter = new CodeInterpreterFiles {{ FileIds = {context.Rewritten(files)} }} }}");
            Add("Description", "description", context.Rewritten);
            Add("Metadata", "metadata", context.Rewritten);
            settings.TryGetValue("Name", out ExpressionSyntax? name);
            return FoundryAgentRewrites.Text(call, text, name, definition);

            void Add(string from, string to, Func<ExpressionSyntax, string> write)
            {
                if (settings.TryGetValue(from, out ExpressionSyntax? value)) definition.Add($"{to}: {write(value)}");
            }
        });

        string List(ExpressionSyntax value, string type) => value is InitializerExpressionSyntax elements
            ? context.Collection(type, elements.Expressions.Select(context.Rewritten))
            : context.Rewritten(value);
    }

    /// <summary>Retrieval becomes file search, which has its files in a vector store.</summary>
    public static void Retrieval(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (!context.ToolInputs.ContainsKey(creation))
            context.Leave(creation, "file search has its files in vector stores: give it the id of one that has them");
        ToolResourceRewrites.FileSearch(context, creation);
    }

    /// <summary>The files of the assistant in a vector store, made on the spot for the tool that searches them.</summary>
    private static void SearchFiles(RewriteContext context, CallSite call, Dictionary<string, ExpressionSyntax> settings)
    {
        if (!settings.TryGetValue("FileIds", out ExpressionSyntax? files) || !settings.TryGetValue("Tools", out ExpressionSyntax? tools)
            || Tools(context, tools, "RetrievalToolDefinition").FirstOrDefault() is not { } search
            || call.Invocation.Expression is not MemberAccessExpressionSyntax { Expression: var client })
            return;

        bool canAwait = call.IsAsync && ClientScope.CanAwait(call.Invocation);
        context.ToolInputs[search] = () =>
        {
            string ids = files is InitializerExpressionSyntax elements
                ? context.Collection("string", elements.Expressions.Select(context.Rewritten))
                : context.Rewritten(files);
            string receiver = context.RewrittenNode(client).AsReceiver();
            return context.Collection("string", [context.Table.NewVectorStore(receiver, ids, canAwait)]);
        };
    }

    /// <summary>True unless the tools are listed and code interpreter is not one of them.</summary>
    private static bool HasCode(RewriteContext context, Dictionary<string, ExpressionSyntax> settings) =>
        !settings.TryGetValue("Tools", out ExpressionSyntax? tools) || tools is not InitializerExpressionSyntax listed
        || !listed.Expressions.All(tool => tool is BaseObjectCreationExpressionSyntax)
        || Tools(context, tools, "CodeInterpreterToolDefinition").Any();

    private static IEnumerable<ExpressionSyntax> Tools(RewriteContext context, ExpressionSyntax tools, string type) =>
        tools.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Where(tool => context.LegacyTypeOf(tool) == type);
}
