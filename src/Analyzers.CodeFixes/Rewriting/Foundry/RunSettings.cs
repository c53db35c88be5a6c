using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>What a run is started with: arguments in some calls, an object of options in others.</summary>
internal sealed class RunSettings
{
    private static readonly string[] Objects =
        ["CreateRunOptions", "CreateRunStreamingOptions", "CreateAndRunThreadOptions", "ThreadAndRunOptions"];

    /// <summary>What Foundry refuses beside an agent.</summary>
    private static readonly string[] Refused =
    [
        "overrideModelName", "overrideInstructions", "overrideTools", "temperature", "topP", "maxPromptTokens", "maxCompletionTokens",
        "truncationStrategy", "toolChoice", "responseFormat", "parallelToolCalls", "metadata", "include", "toolResources",
        "autoFunctionCallOptions",
    ];

    private readonly Dictionary<string, ExpressionSyntax> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExpressionSyntax> _options = new(StringComparer.Ordinal);

    private RunSettings()
    {
    }

    /// <summary>By the names of parameters; null for what is not given.</summary>
    public ExpressionSyntax? this[string name] => _values.TryGetValue(name, out ExpressionSyntax? value) ? value : null;

    public ExpressionSyntax? AgentId => this["assistantId"] ?? this["agentId"];

    /// <summary>The agent or assistant itself, where the call takes that.</summary>
    public ExpressionSyntax? Agent => this["agent"] ?? this["assistant"];

    /// <summary>The options of the thread that is made with the run.</summary>
    public ExpressionSyntax? NewThread => this["threadOptions"] ?? this["thread"];

    /// <summary>Null, with a note, where the options are not written out.</summary>
    public static RunSettings? Of(RewriteContext context, CallSite call)
    {
        RunSettings settings = new();
        foreach (Microsoft.CodeAnalysis.IParameterSymbol parameter in call.Method.Parameters)
        {
            if (call[parameter.Name] is not { } given || given.Text() is "null" or "default") continue;

            // By type: the name of the parameter is another in each SDK. A thread's options are read where the thread is made.
            if (!Objects.Contains(parameter.Type.Name)) settings._values[parameter.Name] = given;
            else if (!settings.Read(context, given)) return null;
        }

        return settings;
    }

    /// <summary>Notes and takes out what a single response cannot be given.</summary>
    public void DropRefused(RewriteContext context)
    {
        foreach (string name in Refused)
        {
            if (this[name] is not { } given || (name == "parallelToolCalls" && given.Text() == "true")) continue;
            if (name == "toolResources" && McpServers.IsPlanned(context, given))
            {
                context.Plan.Remove(given);
                continue;
            }

            context.Drop(
                _options.TryGetValue(name, out ExpressionSyntax? option) ? option : given,
                $"an agent version takes no '{name}' of a single response: make a version that has it");
        }
    }

    private bool Read(RewriteContext context, ExpressionSyntax given)
    {
        if (OptionsVariable.Resolve(context, given) is not BaseObjectCreationExpressionSyntax options)
        {
            context.Block(given, "write the options of the run out in the call");
            return false;
        }

        if (options.ArgumentList is { Arguments: { Count: 1 } arguments }) _values["assistantId"] = arguments[0].Expression;
        foreach (AssignmentExpressionSyntax option in options.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            string name = option.Left.Text();
            name = char.ToLowerInvariant(name[0]) + name.Substring(1);
            _values[name] = option.Right;
            _options[name] = option;
        }

        return true;
    }
}
