using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.CodeFixes.Fixes;

/// <summary>Offers both ways out at every legacy site: the rewrite to v2, and the adapter where a client is made.</summary>
// Not shared: the attribute for it is in an assembly that older hosts cannot resolve.
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LegacyCallFixProvider))]
public sealed class LegacyCallFixProvider : CodeFixProvider
{
    /// <summary>The rules at which the adapter is adopted; all others are about calls, which the adapter keeps.</summary>
    private static readonly ImmutableHashSet<string> AdoptionRules =
        ImmutableHashSet.Create("AGM1001", "AGM1002", "AGM1004", "AGM6004");

    // Text, settings and packages are not code: the command changes what of that it can.
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = RuleTable.All
        .Select(rule => rule.Id)
        .Where(id => !id.StartsWith("AGM6", StringComparison.Ordinal) || id == "AGM6004")
        .ToImmutableArray();

    public override FixAllProvider GetFixAllProvider() => MigrationFixAllProvider.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        FixPreferences preferences = await FixPreferences
            .ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(SiteProperties.IsBound, out string? isBound) || isBound != SiteProperties.True)
                continue;

            bool isBirth = AdoptionRules.Contains(diagnostic.Id);
            if (preferences.PrefersAdapter)
            {
                // At a call there is no client to change: the action is for the whole file then.
                Register(context, diagnostic, MigrationGoal.Adapter, isBirth ? diagnostic.Location.SourceSpan : null);
                Register(context, diagnostic, preferences.Target, diagnostic.Location.SourceSpan);
            }
            else
            {
                Register(context, diagnostic, preferences.Target, diagnostic.Location.SourceSpan);
                if (isBirth) Register(context, diagnostic, MigrationGoal.Adapter, diagnostic.Location.SourceSpan);
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, MigrationGoal goal, TextSpan? focus)
    {
        Document document = context.Document;
        MigrationScope scope = new(goal, ImmutableArray.Create(document.Id), focus);
        context.RegisterCodeFix(
            CodeAction.Create(
                FixActions.Title(goal),
                async cancellationToken => (await Migrator
                    .ApplyAsync(document.Project.Solution, scope, cancellationToken).ConfigureAwait(false)).Solution,
                FixActions.Key(goal)),
            diagnostic);
    }
}
