using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;

/// <summary>
/// <c>OpenAI.Assistants</c> → <c>Azure.AI.Projects</c> 2.x: a project hands out the OpenAI package's own clients, so most entries
/// are those of the target OpenAI. Its own are the clients, agent versions, conversations and how a response is asked for.
/// </summary>
internal sealed class OpenAIAssistantsRewrites : OpenAIRewrites
{
    private static readonly TableEntries Apart = Create(isProject: false);
    private static readonly TableEntries Whole = Create(isProject: true);

    private readonly bool _isProject;

    private OpenAIAssistantsRewrites(bool isProject)
        : base(isProject ? Whole : Apart) => _isProject = isProject;

    public override string UnknownAgent => PersistentRewrites.Instance.UnknownAgent;

    public static async Task<OpenAIAssistantsRewrites> OfAsync(Solution solution, CancellationToken cancellationToken) =>
        new(await ServiceClients.AreForAssistantsAsync(solution, cancellationToken).ConfigureAwait(false));

    public override string Spell(string type, Compilation compilation) => FoundrySurface.Spell(type, compilation);

    public override string? MissingFrom(Compilation compilation) =>
        FoundrySurface.MissingFrom(compilation, "reference version 2.0 or later of Azure.AI.Projects first");

    public override IEnumerable<(string Name, string Text)> Support(string @namespace, Compilation compilation) =>
        FoundrySupport.Files(@namespace);

    public override string NewVectorStore(string client, string fileIds, bool isAsync) =>
        PersistentRewrites.Instance.NewVectorStore(client, fileIds, isAsync);

    public override bool IsLegacy(ISymbol symbol) => base.IsLegacy(symbol)
        || (_isProject && ServiceClients.IsOne(symbol as INamedTypeSymbol ?? symbol.ContainingType));

    public override void PlanFlows(RewriteContext context, SyntaxNode root)
    {
        ConversationVariables.Plan(context, root);
        ProjectClients.PlanOthers(context, root);
        base.PlanFlows(context, root);
    }

    private static TableEntries Create(bool isProject)
    {
        TableEntries entries = new();
        AddShared(entries);
        ProjectClients.AddTo(entries, isProject);
        AgentVersionRewrites.AddTo(entries);
        ProjectThreads.AddTo(entries);
        ProjectRuns.AddTo(entries);
        return entries;
    }
}
