using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.CodeFixes.Migration;

/// <summary>Which sites of a solution are asked for.</summary>
public sealed class MigrationScope
{
    public MigrationScope(
        MigrationGoal goal,
        ImmutableArray<DocumentId> documents,
        TextSpan? focus = null,
        ImmutableHashSet<string>? rules = null)
    {
        Goal = goal;
        Documents = documents;
        Focus = focus;
        Rules = rules;
    }

    public MigrationGoal Goal { get; }

    public ImmutableArray<DocumentId> Documents { get; }

    /// <summary>The one site that was chosen in the only document; null for every site of the documents.</summary>
    public TextSpan? Focus { get; }

    /// <summary>The rules asked for; null for all of them.</summary>
    public ImmutableHashSet<string>? Rules { get; }
}
