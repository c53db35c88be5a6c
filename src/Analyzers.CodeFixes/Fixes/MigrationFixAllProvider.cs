using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AgentsMigration.Analyzers.CodeFixes.Fixes;

/// <summary>
/// Fixes everything of a scope in one pass over the solution. The usual provider fixes each site by itself and merges the
/// texts, which loses sites that overlap, as the parts of one flow do. The rule that was asked for opens the door only:
/// a flow is rewritten with all its rules or not at all.
/// </summary>
internal sealed class MigrationFixAllProvider : FixAllProvider
{
    public static readonly MigrationFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (FixActions.GoalOf(fixAllContext.CodeActionEquivalenceKey) is not { } goal) return Task.FromResult<CodeAction?>(null);

        MigrationScope scope = new(goal, Documents(fixAllContext));
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            FixActions.Title(goal),
            async cancellationToken => (await Migrator
                .ApplyAsync(fixAllContext.Solution, scope, cancellationToken).ConfigureAwait(false)).Solution,
            FixActions.Key(goal)));
    }

    private static ImmutableArray<DocumentId> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? ImmutableArray.Create(document.Id) : ImmutableArray<DocumentId>.Empty,
        FixAllScope.Project => SourceDocuments.Of(context.Project).ToImmutableArray(),
        _ => context.Solution.Projects.SelectMany(SourceDocuments.Of).ToImmutableArray(),
    };
}
