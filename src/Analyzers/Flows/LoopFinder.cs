using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Flows;

/// <summary>Finds loops that wait for a run, answer its tool calls or read its stream.</summary>
public static class LoopFinder
{
    /// <summary>Names without which no loop is one of these; asked before anything is bound.</summary>
    private static readonly HashSet<string> Hints = new(StringComparer.Ordinal)
    {
        "GetRun", "GetRunAsync", "Status", "IsTerminal", "SubmitToolOutputsToRun", "SubmitToolOutputsToRunAsync",
        "SubmitToolOutputsToStream", "SubmitToolOutputsToStreamAsync",
        "SubmitToolOutputsToRunStreaming", "SubmitToolOutputsToRunStreamingAsync",
    };

    public static LegacySite? Find(StatementSyntax loop, SiteFinder sites)
    {
        if (loop is CommonForEachStatementSyntax forEach) return Streaming(forEach, sites);

        LegacySite? status = null, refresh = null, submit = null;
        foreach (SyntaxNode node in loop.DescendantNodes())
        {
            if (node is not SimpleNameSyntax name || !Hints.Contains(name.Identifier.ValueText)) continue;
            if (Owner(name) != loop || sites.Find(name) is not { } site) continue;

            if (site.Rule is LegacyRule.SubmitToolOutputs or LegacyRule.StreamToolOutputs) submit ??= site;
            else if (site.Rule == LegacyRule.GetRun) refresh ??= site;
            else if (site.Rule is LegacyRule.RunStatus or LegacyRule.RunStatusText) status ??= site;
        }

        if (submit is not null) return Loop(submit, RunEquivalents.ToolOutputLoop, loop);
        if (status is null) return null;
        if (refresh is null && !RefreshesByHelper(loop, status, sites)) return null;
        return Loop(refresh ?? status, RunEquivalents.PollingLoop, loop);
    }

    private static LegacySite? Streaming(CommonForEachStatementSyntax loop, SiteFinder sites)
    {
        // Loops over fields, parameters and calls alike; the element's type decides.
        return sites.TypeOf(loop.Expression) is { Name: "StreamingUpdate" } type
            ? new LegacySite(type, null, RunEquivalents.StreamingLoop, loop, isBound: true)
            : null;
    }

    private static LegacySite Loop(LegacySite cause, Equivalent equivalent, StatementSyntax loop) =>
        new(cause.Type, cause.Member, equivalent, loop, cause.IsBound);

    /// <summary>The nearest loop around a site that can wait; a foreach over the tool calls cannot.</summary>
    private static StatementSyntax? Owner(SyntaxNode node)
    {
        for (SyntaxNode? parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax) return (StatementSyntax)parent;
            if (parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) return null;
        }

        return null;
    }

    /// <summary>True for run = await Refresh(run), where the polling itself is in another method.</summary>
    private static bool RefreshesByHelper(StatementSyntax loop, LegacySite status, SiteFinder sites)
    {
        foreach (SyntaxNode node in loop.DescendantNodes())
        {
            if (node is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
                continue;

            ExpressionSyntax value = assignment.Right is AwaitExpressionSyntax wait ? wait.Expression : assignment.Right;
            if (value is InvocationExpressionSyntax && Owner(assignment) == loop
                && sites.TypeOf(assignment.Left) is { Name: "ThreadRun" } run && run.Family == status.Type.Family)
                return true;
        }

        return false;
    }
}
