using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Streaming updates: kinds and classes of legacy updates become types, where needed with a pattern of what they hold.</summary>
internal static class StreamingRewrites
{
    private const string CallDone = "StreamingResponseOutputItemDoneUpdate { Item: FunctionCallResponseItem";
    private const string MessageDone = "StreamingResponseOutputItemDoneUpdate { Item: MessageResponseItem";

    private const string NoUpdate = "this is no update any more but what it held: ask the update itself for its type";

    private const string ConversationId = ".Response.ConversationOptions.ConversationId";

    /// <summary>Kind → pattern; what is not here never comes.</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["RunCreated"] = "StreamingResponseCreatedUpdate",
        ["RunQueued"] = "StreamingResponseQueuedUpdate",
        ["RunInProgress"] = "StreamingResponseInProgressUpdate",
        ["RunRequiresAction"] = CallDone + " }",
        ["RunCompleted"] = "StreamingResponseCompletedUpdate",
        ["RunIncomplete"] = "StreamingResponseIncompleteUpdate",
        ["RunFailed"] = "StreamingResponseFailedUpdate",
        ["RunStepCreated"] = "StreamingResponseOutputItemAddedUpdate { Item: not MessageResponseItem }",
        ["RunStepUpdated"] = "StreamingResponseCodeInterpreterCallCodeDeltaUpdate",
        ["RunStepCompleted"] =
            "StreamingResponseOutputItemDoneUpdate { Item: not (MessageResponseItem or FunctionCallResponseItem) }",
        ["MessageCreated"] = "StreamingResponseOutputItemAddedUpdate { Item: MessageResponseItem }",
        ["MessageInProgress"] = "StreamingResponseContentPartAddedUpdate",
        ["MessageUpdated"] = "StreamingResponseOutputTextDeltaUpdate",
        ["MessageCompleted"] = MessageDone + " }",
        ["Error"] = "StreamingResponseErrorUpdate",
    };

    public static void AddTo(TableEntries entries)
    {
        entries.Types["StreamingUpdate"] = "StreamingResponseUpdate";
        entries.Types["StreamingUpdateReason"] = "StreamingResponseUpdateKind";
        entries.Types["MessageContentUpdate"] = "StreamingResponseOutputTextDeltaUpdate";
        entries.Types["RunUpdate"] = "ResponseResult";
        entries.Types["RequiredActionUpdate"] = "FunctionCallResponseItem";
        entries.Types["MessageStatusUpdate"] = "MessageResponseItem";
        entries.Types["ThreadUpdate"] = "StreamingResponseCreatedUpdate";
        entries.Types["RunStepDetailsUpdate"] = "StreamingResponseCodeInterpreterCallCodeDeltaUpdate";

        entries.Members["MessageContentUpdate.Text"] = "Delta";
        entries.Members["MessageContentUpdate.MessageId"] = "ItemId";
        entries.Members["MessageContentUpdate.MessageIndex"] = "ContentIndex";
        entries.Lose("MessageContentUpdate", "files come as annotations of the text, in updates of their own", "ImageFileId");
        entries.Lose("MessageContentUpdate", "a text delta does not have this", "Role", "ImageDetail", "RefusalUpdate");
        entries.Lose("MessageContentUpdate", "an annotation comes in an update of its own class, with 'TextAnnotationAdded' in its name", "TextAnnotation");
        entries.Members["RunStepDetailsUpdate.CodeInterpreterInput"] = "Delta";
        entries.Members["RunStepDetailsUpdate.ToolCallId"] = "ItemId";
        entries.Members["RunStepDetailsUpdate.StepId"] = "ItemId";
        entries.Lose("RunStepDetailsUpdate", "an update with code has only that", "FunctionName", "FunctionArguments", "FunctionOutput", "CreatedMessageId");
        entries.Members["RunStepDetailsUpdate.CodeInterpreterOutputs"] = MemberRule.By(CodeOutputs);

        entries.Members["RequiredActionUpdate.ToolCallId"] = "CallId";
        entries.Keep("RequiredActionUpdate", "FunctionName");
        entries.Members["RequiredActionUpdate.FunctionArguments"] = "FunctionArguments.ToString()";
        entries.Members["ThreadUpdate.Id"] = ConversationId.Substring(1);
        entries.Calls["RequiredActionUpdate.GetThreadRun"] = (context, call) => StreamedRun.Plan(context, call.Invocation);
        entries.Members["StreamingUpdate.Value"] = MemberRule.By(Value);
        entries.Members["StreamingUpdate.UpdateKind"] = MemberRule.By(UpdateKind);
        foreach (string kind in Kinds.Keys.Concat(
            ["Unknown", "ThreadCreated", "RunCancelling", "RunCancelled", "RunExpired", "RunStepInProgress", "RunStepFailed",
             "RunStepCancelled", "RunStepExpired", "MessageFailed", "Done"]))
            entries.Members["StreamingUpdateReason." + kind] = MemberRule.By(Kind);
    }

    /// <summary>Patterns and casts that name a class of updates whose counterpart is more than a class.</summary>
    public static void PlanPatterns(RewriteContext context, SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (node)
            {
                case IsPatternExpressionSyntax { Pattern: DeclarationPatternSyntax pattern } test:
                    string? variable = (pattern.Designation as SingleVariableDesignationSyntax)?.Identifier.ValueText;
                    if (Test(context, pattern.Type, variable) is { } declared)
                        context.Replace(test, _ => string.Format(declared, context.RewrittenNode(test.Expression).AsReceiver()));
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: TypeSyntax type } test:
                    if (Test(context, type, null) is { } plain)
                        context.Replace(test, _ => string.Format(plain, context.RewrittenNode(test.Left).AsReceiver()));
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax type } cast
                    when context.LegacyTypeOf(type) == "RunUpdate":
                    context.Replace(cast, _ => context.RewrittenNode(cast.Left).AsReceiver() + ".GetResponse()");
                    break;
                case CastExpressionSyntax cast when context.LegacyTypeOf(cast.Type) == "RunUpdate":
                    context.Replace(cast, _ => context.RewrittenNode(cast.Expression).AsReceiver() + ".GetResponse()!");
                    break;
                case CasePatternSwitchLabelSyntax { Pattern: DeclarationPatternSyntax labelled } label:
                    PlanLabel(context, label, labelled);
                    break;
                case RecursivePatternSyntax recursive:
                    PlanKindOfRun(context, recursive);
                    break;
            }
        }
    }

    /// <summary>The new test, with {0} for what is tested; null for classes that simply have another name.</summary>
    private static string? Test(RewriteContext context, TypeSyntax type, string? variable)
    {
        string name = variable is null ? "" : " " + variable;
        return context.LegacyTypeOf(type) switch
        {
            "RunUpdate" => variable is null ? "{0}.GetResponse() is not null" : "{0}.GetResponse() is {{ }}" + name,
            "RequiredActionUpdate" => "{0} is " + (CallDone + name + " }").Replace("{", "{{").Replace("}", "}}"),
            "MessageStatusUpdate" => "{0} is " + (MessageDone + name + " }").Replace("{", "{{").Replace("}", "}}"),
            _ => null,
        };
    }

    private static void PlanLabel(RewriteContext context, CasePatternSwitchLabelSyntax label, DeclarationPatternSyntax pattern)
    {
        string name = pattern.Designation is SingleVariableDesignationSyntax variable ? " " + variable.Identifier.ValueText : "";
        string? type = context.LegacyTypeOf(pattern.Type);
        if (type == "ThreadUpdate" && TakesCreated(context, label)) context.Block(label, "a response has no update for its conversation: take the id from the first update of the response");
        if (type is not ("RunUpdate" or "RequiredActionUpdate" or "MessageStatusUpdate")) return;

        string subject = label.FirstAncestorOrSelf<SwitchStatementSyntax>()!.Expression.Text();
        context.Plan.Edit(label, visited =>
        {
            CasePatternSwitchLabelSyntax kept = (CasePatternSwitchLabelSyntax)visited;
            string and = kept.WhenClause is { } when ? " && (" + when.Condition.Text() + ")" : "";
            string text = type == "RunUpdate"
                ? $"case {{ }} when {subject}.GetResponse() is {{ }}{name}{and}:"
                : $"case {(type == "RequiredActionUpdate" ? CallDone : MessageDone)}{name} }}{(kept.WhenClause is null ? "" : " " + kept.WhenClause.Text())}:";
            return Label(text).WithTriviaFrom(visited);
        });
    }

    /// <summary>The update that has the conversation is the one that says that its response was created: of labels that want it, one gets it.</summary>
    private static bool TakesCreated(RewriteContext context, SwitchLabelSyntax label) => label.FirstAncestorOrSelf<SwitchStatementSyntax>()!
        .Sections.SelectMany(section => section.Labels).Any(other => other.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            name.Identifier.ValueText == "RunCreated" || (name.Identifier.ValueText == "RunUpdate" && context.LegacyTypeOf(name) == "RunUpdate")));

    /// <summary><c>RunUpdate { UpdateKind: … } run</c>: the class of the update, and the response that it has.</summary>
    private static void PlanKindOfRun(RewriteContext context, RecursivePatternSyntax pattern)
    {
        if (pattern.Type is null || context.LegacyTypeOf(pattern.Type) != "RunUpdate") return;

        if (pattern.PropertyPatternClause is not { Subpatterns: { Count: 1 } parts }
            || parts[0] is not { NameColon.Name.Identifier.ValueText: "UpdateKind", Pattern: ConstantPatternSyntax { Expression: MemberAccessExpressionSyntax kind } }
            || !Kinds.TryGetValue(kind.Name.Identifier.ValueText, out string? type) || type.Contains(' ')
            || (kind.Name.Identifier.ValueText == "RunCompleted" && context.Facts.UsesFunctions))
        {
            context.Block(pattern, "ask the update for its type and for its response");
            return;
        }

        string response = pattern.Designation is SingleVariableDesignationSyntax name ? $" {{ Response: var {name.Identifier.ValueText} }}" : "";
        context.Plan.Remove(parts[0]);
        context.Plan.Edit(pattern, visited => Pattern(type + response).WithTriviaFrom(visited));
    }

    /// <summary>In company: a type alone would be no pattern.</summary>
    private static PatternSyntax Pattern(string text) =>
        ((BinaryPatternSyntax)((IsPatternExpressionSyntax)SyntaxFactory.ParseExpression($"x is {text} or null")).Pattern).Left.WithoutTrivia();

    public static SwitchLabelSyntax Label(string text) =>
        ((SwitchStatementSyntax)SyntaxFactory.ParseStatement("switch (x) { " + text + " break; }")).Sections[0].Labels[0];

    private static void Value(RewriteContext context, MemberUse use)
    {
        if (use.Access is not { } access)
        {
            context.Block(use.Whole, "take the response from the update");
            return;
        }

        if (context.LegacyTypeOf(access.Expression) == "RequiredActionUpdate") StreamedRun.Plan(context, access);
        else if (context.LegacyTypeOf(access.Expression) == "ThreadUpdate") Thread(context, access);
        else context.Plan.Edit(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.WithTriviaFrom(visited));
    }

    /// <summary>The conversation is known from the first update of the response; of it the update has the id alone.</summary>
    private static void Thread(RewriteContext context, MemberAccessExpressionSyntax access)
    {
        if (access.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" } id)
            context.Replace(id, _ => context.RewrittenNode(access.Expression).AsReceiver() + ConversationId);
        else context.Block(access, "take the id of the conversation from the response");
    }

    /// <summary>In a switch the update itself is asked; elsewhere the comparison is rewritten at the kind.</summary>
    private static void UpdateKind(RewriteContext context, MemberUse use)
    {
        SyntaxNode whole = Code.Outermost(use.Whole);
        if (use.Access is { } of && context.LegacyTypeOf(of.Expression) is "RunUpdate" or "RequiredActionUpdate" or "MessageStatusUpdate"
            && !(whole.Parent is BinaryExpressionSyntax && context.LegacyTypeOf(of.Expression) == "RunUpdate"))
        {
            context.Block(use.Whole, NoUpdate);
            return;
        }

        bool isAsked = whole.Parent is SwitchStatementSyntax or SwitchExpressionSyntax
            || (whole.Parent is IsPatternExpressionSyntax or BinaryExpressionSyntax && use.Access is not null);
        if (!isAsked || use.Access is not { } access)
        {
            if (use.Access is not null && whole.Parent is InterpolationSyntax or ArgumentSyntax)
                Planner.PlanPath(context, use, "Kind");
            else context.Block(use.Whole, "ask the update for its type");
            return;
        }

        if (whole.Parent is not BinaryExpressionSyntax)
            context.Plan.Edit(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.WithTriviaFrom(visited));
    }

    private static void Kind(RewriteContext context, MemberUse use)
    {
        string kind = use.Symbol.Name;
        SyntaxNode whole = Code.Outermost(use.Whole);
        bool exists = Kinds.TryGetValue(kind, out string? pattern);
        switch (whole.Parent)
        {
            case BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression):
                ExpressionSyntax other = comparison.Left == whole ? comparison.Right : comparison.Left;
                if (Code.WithoutParentheses(other) is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UpdateKind" } asked) break;

                bool isEqual = comparison.IsKind(SyntaxKind.EqualsExpression);
                if (context.LegacyTypeOf(asked.Expression) == "RunUpdate")
                {
                    if (StatusOf(context, kind) is { } question)
                        context.Replace(comparison, _ => Asked(context.RewrittenNode(asked.Expression).AsReceiver() + question, isEqual));
                    else context.Block(use.Whole, NoUpdate);
                    return;
                }

                context.Replace(comparison, _ => exists
                    ? $"{context.RewrittenNode(asked.Expression).AsReceiver()} is {(isEqual ? pattern : "not " + pattern)}"
                    : isEqual ? "false" : "true");
                return;
            case CaseSwitchLabelSyntax label when exists:
                context.Plan.Edit(label, visited => Label($"case {pattern}{Ended(context, kind, label)}:").WithTriviaFrom(visited));
                return;
            case CaseSwitchLabelSyntax { Parent: SwitchSectionSyntax section } label:
                context.Leave(label, $"v2 has no update of the kind '{kind}'");
                if (section.Labels.Count > 1) context.Plan.Remove(label);
                else context.Plan.Remove(section);
                return;
            case ConstantPatternSyntax { Parent: BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either } never when !exists:
                context.Plan.Edit(either, visited => visited is BinaryPatternSyntax both
                    ? (either.Left == never ? both.Right : both.Left).WithTriviaFrom(visited)
                    : visited);
                return;
            case ConstantPatternSyntax constant when exists:
                context.Plan.Edit(constant, visited => Pattern(pattern!).WithTriviaFrom(visited));
                return;
        }

        context.Block(use.Whole, $"ask the update for its type where it was of the kind '{kind}'");
    }

    private static string Asked(string question, bool isEqual) => isEqual ? question
        : question.Contains("==") ? question.Replace("==", "!=")
        : "!" + question;

    /// <summary>What a run's update was told by its kind, its response is told by its status; how it began it does not say.</summary>
    private static string? StatusOf(RewriteContext context, string kind) => kind switch
    {
        "RunCompleted" => context.Facts.UsesFunctions ? ".IsCompleted()" : ".Status == ResponseStatus.Completed",
        "RunFailed" or "RunIncomplete" or "RunCancelled" => ".Status == ResponseStatus." + kind.Substring("Run".Length),
        "RunRequiresAction" => ".NeedsToolOutputs()",
        _ => null,
    };

    /// <summary>A response that waits for outputs of functions is complete as well, but its run was not.</summary>
    private static string Ended(RewriteContext context, string kind, SwitchLabelSyntax label)
    {
        if (kind != "RunCompleted" || !context.Facts.UsesFunctions) return "";
        return label.FirstAncestorOrSelf<SwitchStatementSyntax>()?.Expression is MemberAccessExpressionSyntax asked
            ? $" when {asked.Expression.Text()}.GetResponse()?.IsCompleted() == true"
            : "";
    }

    private static void CodeOutputs(RewriteContext context, MemberUse use)
    {
        if (Code.Outermost(use.Whole).Parent is ForEachStatementSyntax loop)
        {
            context.Leave(loop, "the outputs of code are not streamed: read them from the response's items");
            context.Plan.Remove(loop);
        }
        else
        {
            context.Block(use.Whole, "the outputs of code are not streamed: read them from the response's items");
        }
    }
}
