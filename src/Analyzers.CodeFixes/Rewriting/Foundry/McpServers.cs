using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>
/// Tools of an MCP server. What each run said of the server, its headers and which calls are to be approved, belongs to the tool
/// now, and so to the agent version.
/// </summary>
internal static class McpServers
{
    private const string Headers =
        "an agent version takes no headers of one run, and should keep no secrets: put them into a connection of the project that its MCP tool names";

    private const string Approval = "say where the tool is made which of its calls are approved: 'toolCallApprovalPolicy'";

    public static void AddTo(TableEntries entries)
    {
        entries.Types["MCPToolDefinition"] = "McpTool";
        entries.Creations["MCPToolDefinition"] = Tool;
        entries.Keep("MCPToolDefinition", "ServerLabel");
        entries.Members["MCPToolDefinition.ServerUrl"] = MemberRule.By(ServerUrl);
        entries.Members["MCPToolDefinition.AllowedTools"] = MemberRule.By(AllowedTools);
        entries.Types["MCPApproval"] = "McpToolCallApprovalPolicy";
        entries.Creations["MCPApproval"] = (context, creation) =>
            ProjectTools.Replace(context, creation, "trust", given => $"{given.Of("McpToolCallApprovalPolicy")}({given["trust"]})");
        entries.Unknown["MCPToolResource"] = Headers;
        entries.Lose("ToolResources", Headers, "Mcp");
    }

    /// <summary>Resources that are made for runs alone go; what they said is said by the tool or noted.</summary>
    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        foreach (VariableDeclaratorSyntax variable in root.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (variable.Initializer?.Value is BaseObjectCreationExpressionSyntax creation
                && context.LegacyTypeOf(creation) == "MCPToolResource" && UsesOf(context, variable) is { } uses)
                PlanResource(context, variable, creation, uses);
        }
    }

    private static void PlanResource(
        RewriteContext context, VariableDeclaratorSyntax variable, BaseObjectCreationExpressionSyntax creation, IReadOnlyList<StatementSyntax> uses)
    {
        ArgumentSyntax[] label = creation.ArgumentList is { Arguments: { Count: 1 } arguments } ? [arguments[0]] : [];
        foreach (AssignmentExpressionSyntax setting in creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
            Say(context, setting, setting.Left.Text(), setting.Right, label, creation);
        foreach (StatementSyntax use in uses)
        {
            switch (use)
            {
                case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax set } assignment }:
                    Say(context, use, set.Name.Identifier.ValueText, assignment.Right, label, creation);
                    break;
                case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax } when !IsGathering(context, use):
                    context.Leave(use, $"{Headers}: {LostPlan.Shorten(use.Text())}");
                    break;
            }

            context.Plan.Remove(use);
        }

        context.Plan.Remove(variable.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!);
    }

    private static void Say(
        RewriteContext context, SyntaxNode said, string name, ExpressionSyntax value, ArgumentSyntax[] label, SyntaxNode resource)
    {
        if (name == "RequireApproval" && label.Length == 1 && ToolOf(context, label[0].Expression, resource) is { } tool && IsConstant(context, value))
            context.ToolInputs[tool] = () => context.Rewritten(value);
        else context.Leave(said, $"{(name == "RequireApproval" ? Approval : Headers)}: {LostPlan.Shorten(said.Text())}");
    }

    /// <summary>The one tool of the file that has the same label; none where runs could differ in what they say of it.</summary>
    private static SyntaxNode? ToolOf(RewriteContext context, ExpressionSyntax label, SyntaxNode resource)
    {
        SyntaxNode? tool = null;
        foreach (BaseObjectCreationExpressionSyntax made in label.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (context.LegacyTypeOf(made) is not ("MCPToolDefinition" or "MCPToolResource") || made == resource) continue;
            if (made.ArgumentList is not { Arguments: { Count: > 0 } arguments } || arguments[0].Expression.Text() != label.Text()) continue;
            if (tool is not null || context.LegacyTypeOf(made) == "MCPToolResource") return null;
            tool = made;
        }

        return tool;
    }

    private static bool IsConstant(RewriteContext context, ExpressionSyntax policy) =>
        policy is BaseObjectCreationExpressionSyntax { ArgumentList: { Arguments: { Count: 1 } arguments } }
        && context.Model.GetConstantValue(arguments[0].Expression, context.CancellationToken).HasValue;

    /// <summary>The statements that a resource is filled in and gathered with; null when something else is done with it.</summary>
    private static List<StatementSyntax>? UsesOf(RewriteContext context, VariableDeclaratorSyntax variable)
    {
        if (variable.Parent?.Parent is not LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 }) return null;

        List<StatementSyntax> statements = [];
        foreach (IdentifierNameSyntax use in context.UsesOf(variable))
        {
            if (use.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || statement.Parent is not (BlockSyntax or GlobalStatementSyntax)) return null;
            if (statement is ExpressionStatementSyntax && (IsSetting(use) || IsGathering(context, statement)))
            {
                statements.Add(statement);
            }
            else if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } gathered } && IsGathered(use))
            {
                if (gathered[0].Initializer is null || !context.UsesOf(gathered[0]).All(name => IsForRun(context, name) || IsGathering(context, name))) return null;
                statements.Add(statement);
                // Other resources gathered with this one are removed with their own variables, or here when they have none.
                statements.AddRange(context.UsesOf(gathered[0]).Where(name => IsGathering(context, name)).Select(name => name.FirstAncestorOrSelf<StatementSyntax>()!));
            }
            else if (!IsForRun(context, use))
            {
                return null;
            }
        }

        return statements;
    }

    /// <summary>True for <c>resource.UpdateHeader(…)</c>, <c>resource.Headers[…] = …</c> and <c>resource.RequireApproval = …</c>.</summary>
    private static bool IsSetting(IdentifierNameSyntax use) => use.Parent is MemberAccessExpressionSyntax
    {
        Name.Identifier.ValueText: "UpdateHeader" or "Headers" or "RequireApproval",
    };

    /// <summary>True for <c>resource.ToToolResources()</c>, and where it is all that resources have.</summary>
    private static bool IsGathered(IdentifierNameSyntax use) =>
        use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToToolResources" }
        || use.Parent is InitializerExpressionSyntax
        {
            Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Mcp" }, Parent: InitializerExpressionSyntax { Expressions.Count: 1 } },
        };

    private static bool IsGathering(RewriteContext context, IdentifierNameSyntax gathered) =>
        gathered.FirstAncestorOrSelf<StatementSyntax>() is { } statement && IsGathering(context, statement);

    /// <summary>True for <c>resources.Mcp.Add(…)</c>.</summary>
    private static bool IsGathering(RewriteContext context, StatementSyntax statement) => statement is ExpressionStatementSyntax
    {
        Expression: InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Add",
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Mcp", Expression: IdentifierNameSyntax resources },
            },
        },
    }
    && context.LegacyTypeOf(resources) == "ToolResources";

    private static bool IsForRun(RewriteContext context, IdentifierNameSyntax use) =>
        use.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax call }
        && (use.Parent is ArgumentSyntax || IsGathered(use)) && RunFlows.IsStart(context, call, out _);

    /// <summary>True for an argument of a run that is planned away with its statements.</summary>
    public static bool IsPlanned(RewriteContext context, ExpressionSyntax resources)
    {
        ExpressionSyntax name = resources is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax gathered } ? gathered.Expression : resources;
        return name is IdentifierNameSyntax && context.SymbolOf(name) is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared }
            && declared[0].GetSyntax(context.CancellationToken).FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { } statement
            && context.Plan.IsRemoved(statement);
    }

    private static void Tool(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (context.SymbolOf(creation) is not IMethodSymbol { Parameters.Length: 2 } constructor || (creation.Initializer is { } settings
            && settings.Expressions.Any(setting => setting is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "AllowedTools" }, Right: InitializerExpressionSyntax })))
        {
            context.Block(creation, "an MCP tool made in this way is rewritten by hand");
            return;
        }

        context.Replace(creation, visited =>
        {
            CreationText given = new(constructor, visited);
            List<string> arguments = ["serverLabel: " + given["serverLabel"], $"serverUri: new Uri({given["serverUrl"]})"];
            if (((BaseObjectCreationExpressionSyntax)visited).Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault() is { } allowed)
                arguments.Add($"allowedTools: new McpToolFilter {{ ToolNames = {allowed.Right.Text()} }}");
            if (context.ToolInputs.TryGetValue(creation, out Func<string>? policy)) arguments.Add("toolCallApprovalPolicy: " + policy());
            return $"ResponseTool.CreateMcpTool({string.Join(", ", arguments)})";
        });
    }

    private static void ServerUrl(RewriteContext context, MemberUse use)
    {
        if (use.Access is { Parent: not AssignmentExpressionSyntax }) Planner.PlanPath(context, use, "ServerUri.ToString()");
        else context.Block(use.Whole, "give the tool 'ServerUri', which is a Uri");
    }

    /// <summary>There is no list before the first name: that would allow none.</summary>
    private static void AllowedTools(RewriteContext context, MemberUse use)
    {
        if (use.Initializer is not null) return;
        if (use.Access is not { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } } access)
        {
            context.Block(use.Whole, "ask the filter of the tool for the names: 'AllowedTools?.ToolNames'");
            return;
        }

        context.Replace(access, visited =>
            $"({((MemberAccessExpressionSyntax)visited).Expression.Text()}.AllowedTools ??= new McpToolFilter()).ToolNames");
    }
}
