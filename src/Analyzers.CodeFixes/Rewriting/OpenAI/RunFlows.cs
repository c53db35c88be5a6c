using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>
/// Which runs of a file are awaited to their end: those whose loops do nothing but wait. The loops go, and messages that only
/// precede a run become its input.
/// </summary>
internal sealed class RunFlows
{
    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal)
    {
        "CreateRun", "CreateRunAsync", "CreateThreadAndRun", "CreateThreadAndRunAsync",
        "CreateRunStreaming", "CreateRunStreamingAsync", "CreateThreadAndRunStreaming", "CreateThreadAndRunStreamingAsync",
    };

    private readonly HashSet<SyntaxNode> _awaited = [];
    private readonly Dictionary<SyntaxNode, List<MessageItem>> _folded = [];
    private readonly Dictionary<SyntaxNode, List<ExpressionSyntax>> _files = [];
    private readonly Dictionary<SyntaxNode, ExpressionSyntax> _tokens = [];

    /// <summary>True when the response is to be created in the foreground.</summary>
    public bool IsAwaited(InvocationExpressionSyntax start) => _awaited.Contains(start);

    public IReadOnlyList<MessageItem> FoldedInto(InvocationExpressionSyntax start) =>
        _folded.TryGetValue(start, out List<MessageItem>? items) ? items : [];

    /// <summary>Files that were attached to the folded messages for code interpreter.</summary>
    public IReadOnlyList<ExpressionSyntax> FilesOf(InvocationExpressionSyntax start) =>
        _files.TryGetValue(start, out List<ExpressionSyntax>? files) ? files : [];

    /// <summary>The token of the loops that waited for a run, where its start had none.</summary>
    public ExpressionSyntax? TokenOf(InvocationExpressionSyntax start) =>
        _tokens.TryGetValue(start, out ExpressionSyntax? token) ? token : null;

    /// <summary>Files of a message that stays a call of its own.</summary>
    public void Attach(InvocationExpressionSyntax start, IEnumerable<ExpressionSyntax> files) =>
        Files(start).AddRange(files.Except(Files(start)).ToArray());

    public static bool IsStart(RewriteContext context, InvocationExpressionSyntax call, out IMethodSymbol? method)
    {
        method = null;
        if (call.Expression is not MemberAccessExpressionSyntax access || !Starts.Contains(access.Name.Identifier.ValueText))
            return false;

        method = context.SymbolOf(call) as IMethodSymbol;
        return method is not null && context.Table.IsLegacy(method);
    }

    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        foreach (InvocationExpressionSyntax call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (!IsStart(context, call, out IMethodSymbol? method)) continue;

            context.Flows.Fold(context, new CallSite(call, method!));
            if (!method!.Name.Contains("Streaming")) context.Flows.Await(context, new CallSite(call, method));
        }
    }

    private void Await(RewriteContext context, CallSite call)
    {
        InvocationExpressionSyntax start = call.Invocation;
        if (RunVariable.Of(context, start) is not { } run) return;

        List<(StatementSyntax Loop, bool IsTools)> loops = [];
        foreach (FoundSite found in context.Sites)
        {
            if (found.Site.Rule is not (LegacyRule.PollingLoop or LegacyRule.ToolOutputLoop)
                || found.Site.Node is not StatementSyntax loop || !run.IsIn(loop) || loop.Span.Contains(start.Span))
                continue;

            bool isTools = found.Site.Rule == LegacyRule.ToolOutputLoop;
            if (isTools ? ToolLoop.Find(context, loop, run.Symbol) is null : found.IsPlain != true) return;
            loops.Add((loop, isTools));
        }

        if (loops.Count == 0 || !run.IsReadOnlyAfter(start, loops.Select(loop => loop.Loop))) return;

        if (!LoopToken.CanMove(context, call, loops.Select(loop => loop.Loop), out ExpressionSyntax? token)) return;

        if (token is not null) _tokens.Add(start, token);
        _awaited.Add(start);
        foreach ((StatementSyntax loop, bool isTools) in loops)
        {
            if (isTools) ToolLoop.Plan(context, loop, run.Symbol);
            else context.Plan.Remove(loop);
        }
    }

    /// <summary>Messages right before a run are its input: one request less, and no half-told conversation when it fails.</summary>
    private void Fold(RewriteContext context, CallSite start)
    {
        if (ThreadOf(start) is not { } thread || start.Invocation.FirstAncestorOrSelf<StatementSyntax>() is not { } statement) return;
        if (!IsRunOfStatement(start.Invocation, statement)) return;

        List<MessageItem> items = [];
        List<LocalDeclarationStatementSyntax> unread = [];
        foreach (StatementSyntax before in Before(statement))
        {
            // Another branch of an #if has its own message.
            if (HasBranches(before) || HasBranches(statement)) break;
            if (Message(context, before, thread, unread) is { } call)
            {
                if (context.Table.Message(context, call, Files(start.Invocation)) is not { } item) break;
                items.Insert(0, item);
                context.Plan.Remove(before);
                foreach (LocalDeclarationStatementSyntax value in unread.Where(value => IsValueOf(value, before))) context.Plan.Remove(value);
            }
            else if (before is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } only } value && IsUnread(only[0], [])
                && only[0].Initializer?.Value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: IdentifierNameSyntax })
            {
                unread.Add(value);
            }
            else if (!IsHarmless(before) && !context.Plan.IsRemoved(before))
            {
                break;
            }
        }

        if (items.Count > 0) _folded[start.Invocation] = items;
    }

    private static bool HasBranches(StatementSyntax statement) => statement.GetLeadingTrivia().Any(trivia =>
        trivia.GetStructure() is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax);

    private List<ExpressionSyntax> Files(InvocationExpressionSyntax start)
    {
        if (!_files.TryGetValue(start, out List<ExpressionSyntax>? files)) _files.Add(start, files = []);
        return files;
    }

    /// <summary>The run is the first thing that its statement does.</summary>
    private static bool IsRunOfStatement(InvocationExpressionSyntax start, StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax or ExpressionStatementSyntax =>
            !start.Ancestors().TakeWhile(node => node != statement).Any(node => node is AnonymousFunctionExpressionSyntax
                or ConditionalExpressionSyntax),
        CommonForEachStatementSyntax loop => loop.Expression.Span.Contains(start.Span),
        _ => false,
    };

    /// <summary>The statements before one of the same list, the nearest first.</summary>
    private static IEnumerable<StatementSyntax> Before(StatementSyntax statement)
    {
        List<StatementSyntax> list = statement.Parent switch
        {
            BlockSyntax block => [.. block.Statements],
            SwitchSectionSyntax section => [.. section.Statements],
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } =>
                [.. unit.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement)],
            _ => [],
        };
        for (int i = list.IndexOf(statement) - 1; i >= 0; i--) yield return list[i];
    }

    /// <summary>The id of the thread, as it is written where a message is created for it.</summary>
    public static string? ThreadOf(CallSite start) =>
        start["threadId"]?.Text() ?? (start["thread"] is { } thread ? thread.Text() + ".Id" : null);

    private static CallSite? Message(
        RewriteContext context, StatementSyntax statement, string thread, IReadOnlyCollection<SyntaxNode> unread)
    {
        if (Created(statement, unread) is not InvocationExpressionSyntax call || context.SymbolOf(call) is not IMethodSymbol method
            || method.Name is not ("CreateMessage" or "CreateMessageAsync") || !context.Table.IsLegacy(method))
            return null;

        CallSite site = new(call, method);
        return site["threadId"]?.Text() == thread ? site : null;
    }

    /// <summary>What a statement calls for no more than to have it done, out of its shells.</summary>
    private static ExpressionSyntax? Created(StatementSyntax statement, IReadOnlyCollection<SyntaxNode> unread)
    {
        ExpressionSyntax? expression = statement switch
        {
            ExpressionStatementSyntax done => done.Expression,
            LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } when IsUnread(variables[0], unread) =>
                variables[0].Initializer?.Value,
            _ => null,
        };
        while (Shelled(expression) is { } inner) expression = inner;
        return expression;
    }

    private static ExpressionSyntax? Shelled(ExpressionSyntax? expression) => expression switch
    {
        AwaitExpressionSyntax wait => wait.Expression,
        ParenthesizedExpressionSyntax parentheses => parentheses.Expression,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value => value.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } outer } =>
            outer.Expression,
        _ => null,
    };

    /// <summary>Read at most where it is put into a variable that nobody reads.</summary>
    private static bool IsUnread(VariableDeclaratorSyntax variable, IReadOnlyCollection<SyntaxNode> unread) => !Code.FunctionOf(variable)
        .DescendantNodes(node => !unread.Contains(node)).OfType<IdentifierNameSyntax>()
        .Any(use => use.Identifier.ValueText == variable.Identifier.ValueText);

    /// <summary>True for <c>var message = answer.Value;</c> after <c>var answer = …;</c>.</summary>
    private static bool IsValueOf(LocalDeclarationStatementSyntax value, StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables }
        && value.Declaration.Variables[0].Initializer!.Value is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax answer }
        && answer.Identifier.ValueText == variables[0].Identifier.ValueText;

    /// <summary>Output and plain values may stand between a message and its run.</summary>
    private static bool IsHarmless(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } =>
            access.Expression.Text() is "Console" or "System.Console" && access.Name.Identifier.ValueText is "Write" or "WriteLine",
        _ => false,
    };
}
