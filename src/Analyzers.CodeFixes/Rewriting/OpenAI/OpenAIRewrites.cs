using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary><c>OpenAI.Assistants</c> → <c>OpenAI.Responses</c>, <c>.Conversations</c> and <c>.Containers</c>.</summary>
internal sealed class OpenAIRewrites : RewriteTable
{
    private readonly TableEntries _entries = new();

    private OpenAIRewrites()
    {
        ClientRewrites.AddTo(_entries);
        AgentRewrites.AddTo(_entries);
        ToolRewrites.AddTo(_entries);
        ThreadRewrites.AddTo(_entries);
        MessageRewrites.AddTo(_entries);
        ContentRewrites.AddTo(_entries);
        RunRewrites.AddTo(_entries);
        RunOptionRewrites.AddTo(_entries);
        StatusRewrites.AddTo(_entries);
        StepRewrites.AddTo(_entries);
        StreamingRewrites.AddTo(_entries);
        FileRewrites.AddTo(_entries);
    }

    public static OpenAIRewrites Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> Types => _entries.Types;

    public override IReadOnlyDictionary<string, MemberRule> Members => _entries.Members;

    public override IReadOnlyDictionary<string, Action<RewriteContext, CallSite>> Calls => _entries.Calls;

    public override IReadOnlyDictionary<string, Action<RewriteContext, BaseObjectCreationExpressionSyntax>> Creations =>
        _entries.Creations;

    public override IReadOnlyDictionary<(string From, string To), string> Conversions => _entries.Conversions;

    public override IReadOnlyCollection<string> Bare => _entries.Bare;

    public override LegacyFamily Family => LegacyFamily.OpenAIAssistants;

    public override string Client => "AssistantClient";

    public override string Agent => "Assistant";

    public override string UnknownAgent =>
        "put the definition of this assistant into the code: v2 keeps none, and 'AgentDefinition.Get' knows only those made here";

    public override string? MissingFrom(Compilation compilation) =>
        OpenAISurface.Of(compilation).IsUsable ? null : "reference version 2.10 or later of the OpenAI package first";

    public override IEnumerable<(string Name, string Text)> Support(string @namespace, Compilation compilation) =>
        OpenAISupport.Files(@namespace, OpenAISurface.Of(compilation));

    public override MessageItem? Message(RewriteContext context, CallSite call, List<ExpressionSyntax>? files)
    {
        if (files is null) return MessageRewrites.Item(context, call);
        if (AttachedFiles.Of(context, OptionsVariable.Resolve(context, call["options"])) is not { } attached) return null;

        files.AddRange(attached);
        return MessageRewrites.Item(context, call, hasOptions: false);
    }

    public override bool IsLegacy(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => IsLegacyType(type),
        IMethodSymbol { Name: "GetAssistantClient" } factory => IsLegacyType(factory.ReturnType as INamedTypeSymbol)
            && factory.DeclaringSyntaxReferences.IsEmpty,
        _ => IsLegacyType(symbol.ContainingType),
    };

    public override void PlanFlows(RewriteContext context, SyntaxNode root)
    {
        FileRewrites.PlanDownloads(context, root);
        StatusRewrites.PlanTexts(context, root);
        StreamingRewrites.PlanPatterns(context, root);
        RunFlows.Plan(context, root);
    }

    private static bool IsLegacyType(INamedTypeSymbol? type) => type is
    {
        ContainingNamespace:
        {
            Name: "Assistants",
            ContainingNamespace: { Name: "OpenAI", ContainingNamespace.IsGlobalNamespace: true },
        },
    };
}
