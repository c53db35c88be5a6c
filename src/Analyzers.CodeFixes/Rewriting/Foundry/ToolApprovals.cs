using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Approvals of MCP calls: requests among the items of a response, answered by items of the next.</summary>
internal static class ToolApprovals
{
    public const string Action = "SubmitToolApprovalAction";

    public const string Requests = "OutputItems.OfType<McpToolCallApprovalRequestItem>()";

    private const string Details = "ask the response for its approval requests: 'McpToolCallApprovalRequestItem'";

    private const string Headers = "an approval takes no headers: put them into a connection of the project that the MCP tool names";

    public static void AddTo(TableEntries entries)
    {
        entries.Types[Action] = "ResponseResult";
        entries.Members[Action + ".SubmitToolApproval"] = MemberRule.By((context, use) =>
        {
            if (use.Access?.Parent is not { } calls || !context.Plan.IsEdited(calls)) context.Block(use.Whole, Details);
        });
        entries.Types["RequiredMcpToolCall"] = "McpToolCallApprovalRequestItem";
        entries.Members["RequiredMcpToolCall.Name"] = "ToolName";
        entries.Members["RequiredMcpToolCall.Arguments"] = "ToolArguments.ToString()";
        entries.Keep("RequiredMcpToolCall", "ServerLabel");
        entries.Members["RequiredToolCall.Id"] = MemberRule.By((context, use) =>
        {
            if (use.Access is not { } access || !IsRequest(context, access.Expression)) Planner.PlanPath(context, use, "CallId");
        });
        entries.Types["ToolApproval"] = "McpToolCallApprovalResponseItem";
        entries.Creations["ToolApproval"] = Approve;
        entries.Members["ToolApproval.ToolCallId"] = "ApprovalRequestId";
        entries.Members["ToolApproval.Approve"] = "Approved";
        entries.Members["ToolApproval.Headers"] = MemberRule.By(Header);
        entries.Unknown["SubmitToolApprovalDetails"] = Details;
        entries.Unknown["SubmitToolApprovalUpdate"] =
            "a request for an approval comes with 'StreamingResponseOutputItemDoneUpdate', as its item: 'McpToolCallApprovalRequestItem'";
    }

    /// <summary>Lists the requests where the calls of an action were; false where something else is asked of the action.</summary>
    public static bool TryPlanUse(RewriteContext context, IdentifierNameSyntax action, ExpressionSyntax run)
    {
        if (action.Parent is not MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "SubmitToolApproval",
                Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToolCalls" } calls,
            })
            return false;

        CommonForEachStatementSyntax? loop = Code.Outermost(calls).Parent as CommonForEachStatementSyntax;
        context.Plan.Edit(calls, visited => Code.Expression(
            $"{context.RewrittenNode(run).AsReceiver()}.{Requests}{(loop is null ? ".ToList()" : "")}", visited));
        if (loop is ForEachStatementSyntax { Type: { IsVar: false } type })
            context.Plan.Edit(type, visited => Code.Type("McpToolCallApprovalRequestItem", visited));
        return true;
    }

    /// <summary>True for a call of a server, also under the type that it shares with functions.</summary>
    private static bool IsRequest(RewriteContext context, ExpressionSyntax call) => context.LegacyTypeOf(call) == "RequiredMcpToolCall"
        || (context.SymbolOf(call) is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared }
            && declared[0].GetSyntax(context.CancellationToken) is ForEachStatementSyntax loop
            && loop.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "SubmitToolApproval"));

    private static void Approve(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (context.SymbolOf(creation) is not IMethodSymbol { Parameters.Length: 2 } constructor)
        {
            context.Block(creation, "an approval is made with the id of its request and its answer");
            return;
        }

        foreach (ExpressionSyntax setting in creation.Initializer?.Expressions ?? default)
        {
            context.Leave(setting, $"{Headers}: {LostPlan.Shorten(setting.Text())}");
            context.Plan.Remove(setting);
        }

        context.Replace(creation, visited =>
        {
            CreationText given = new(constructor, visited);
            return $"ResponseItem.CreateMcpApprovalResponseItem(approvalRequestId: {given["toolCallId"]}, approved: {given["approve"]})";
        });
    }

    private static void Header(RewriteContext context, MemberUse use)
    {
        if (use.Initializer is not null) return;
        if (use.Name.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement
            && statement.Expression is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax } or InvocationExpressionSyntax)
        {
            context.Leave(use.Whole, $"{Headers}: {LostPlan.Shorten(statement.Text())}");
            context.Plan.Remove(statement);
            return;
        }

        context.Block(use.Whole, Headers);
    }
}
