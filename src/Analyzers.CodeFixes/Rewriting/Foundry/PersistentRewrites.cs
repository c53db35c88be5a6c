using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary><c>Azure.AI.Agents.Persistent</c> → <c>Azure.AI.Projects</c> 2.x, in names that 3.0 has as well.</summary>
internal class PersistentRewrites : RewriteTable
{
    private readonly TableEntries _entries;

    protected PersistentRewrites(TableEntries entries) => _entries = entries;

    protected static TableEntries Entries()
    {
        TableEntries entries = new();
        FoundryClientRewrites.AddTo(entries);
        FoundryAgentRewrites.AddTo(entries);
        FoundryToolRewrites.AddTo(entries);
        FoundryThreadRewrites.AddTo(entries);
        FoundryMessageRewrites.AddTo(entries);
        FoundryContentRewrites.AddTo(entries);
        FoundryRunRewrites.AddTo(entries);
        FoundryFileRewrites.AddTo(entries);
        VectorStoreRewrites.AddTo(entries);
        StatusRewrites.AddTo(entries);
        FoundryStepRewrites.AddTo(entries);
        StreamingRewrites.AddTo(entries);
        StreamedImages.AddTo(entries);
        ConversationLists.AddTo(entries);
        RawCalls.AddTo(entries);
        return entries;
    }

    public static PersistentRewrites Instance { get; } = new(Entries());

    public override IReadOnlyDictionary<string, string> Types => _entries.Types;

    public override IReadOnlyDictionary<string, MemberRule> Members => _entries.Members;

    public override IReadOnlyDictionary<string, Action<RewriteContext, CallSite>> Calls => _entries.Calls;

    public override IReadOnlyDictionary<string, Action<RewriteContext, BaseObjectCreationExpressionSyntax>> Creations =>
        _entries.Creations;

    public override IReadOnlyDictionary<(string From, string To), string> Conversions => _entries.Conversions;

    public override IReadOnlyCollection<string> Bare => _entries.Bare;

    public override LegacyFamily Family => LegacyFamily.AzurePersistent;

    public override string Client => "PersistentAgentsClient";

    public override string Agent => "PersistentAgent";

    public override string UnknownAgent =>
        "give the id of an agent version, its name and version as 'name:version': ids of the legacy service are not kept";

    public override string ReasonFor(INamedTypeSymbol type) =>
        _entries.Unknown.TryGetValue(type.Name, out string? reason) ? reason : base.ReasonFor(type);

    public override string Spell(string type, Compilation compilation) => FoundrySurface.Spell(type, compilation);

    public override string? MissingFrom(Compilation compilation) => FoundrySurface.MissingFrom(
        compilation, "reference version 2.0 or later of Azure.AI.Projects beside the legacy package first");

    public override IEnumerable<(string Name, string Text)> Support(string @namespace, Compilation compilation) =>
        FoundrySupport.Files(@namespace);

    public override MessageItem? Message(RewriteContext context, CallSite call, List<ExpressionSyntax>? files) =>
        FoundryMessageRewrites.Item(context, call);

    public override bool IsLegacy(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => IsLegacyType(type),
        IMethodSymbol { Name: "GetPersistentAgentsClient" or "GetAgentsClient" } factory => IsLegacyType(factory.ReturnType as INamedTypeSymbol)
            && factory.DeclaringSyntaxReferences.IsEmpty,
        _ => IsLegacyType(symbol.ContainingType),
    };

    public override void PlanFlows(RewriteContext context, SyntaxNode root)
    {
        ConversationVariables.Plan(context, root);
        RequiredActions.Plan(context, root);
        McpServers.Plan(context, root);
        ImageInputs.Plan(context, root);
        ProjectTools.Plan(context, root);
        UnknownTools.Plan(context, root, _entries.Unknown);
        ContentPatterns.Plan(context, root);
        FailedRequests.Plan(context, root);
        FoundryStepRewrites.PlanPatterns(context, root);
        StatusRewrites.PlanTexts(context, root);
        StreamingRewrites.PlanPatterns(context, root);
        RunFlows.Plan(context, root);
    }

    protected virtual bool IsLegacyType(INamedTypeSymbol? type) => type is
    {
        ContainingNamespace:
        {
            Name: "Persistent",
            ContainingNamespace: { Name: "Agents", ContainingNamespace: { Name: "AI", ContainingNamespace.Name: "Azure" } },
        },
    };
}
