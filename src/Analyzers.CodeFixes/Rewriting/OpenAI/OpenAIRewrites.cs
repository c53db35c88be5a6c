using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
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
