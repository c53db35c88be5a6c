using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>An assistant whose settings were one object, with the files for its tools beside them.</summary>
internal static class AssistantDefinition
{
    public static void Plan(RewriteContext context, CallSite call)
    {
        if (OptionsVariable.Resolve(context, call["body"]) is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } model } body)
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

        context.Replace(call, text =>
        {
            List<string> definition = ["model: " + context.Rewritten(model[0].Expression)];
            Add("Instructions", "instructions", context.Rewritten);
            Add("Tools", "tools", value => List(value, "ResponseTool"));
            Add("FileIds", "files", value =>
                $"new AgentFiles {{ CodeInterpreter = new CodeInterpreterFiles {{ FileIds = {context.Rewritten(value)} }} }}");
            Add("Description", "description", context.Rewritten);
            Add("Metadata", "metadata", context.Rewritten);
            settings.TryGetValue("Name", out ExpressionSyntax? name);
            return $"{text.Receiver}.Agents.CreateAgentVersion{text.Async}(agentName: {FoundryAgentRewrites.Name(name)}, "
                + $"options: AgentDefinitions.Create({string.Join(", ", definition)}){text.NamedCancel})";

            void Add(string from, string to, Func<ExpressionSyntax, string> write)
            {
                if (settings.TryGetValue(from, out ExpressionSyntax? value)) definition.Add($"{to}: {write(value)}");
            }
        });

        string List(ExpressionSyntax value, string type) => value is InitializerExpressionSyntax elements
            ? context.Collection(type, elements.Expressions.Select(context.Rewritten))
            : context.Rewritten(value);
    }
}
