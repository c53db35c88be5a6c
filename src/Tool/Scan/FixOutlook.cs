using AgentsMigration.Analyzers.CodeFixes.Fixes;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Scan;

/// <summary>Which sites <c>agents-migration fix</c> rewrites and which need a person: it is asked, not guessed.</summary>
internal sealed class FixOutlook
{
    private readonly HashSet<(string File, TextSpan Span, string Rule)> _automatic = [];

    private FixOutlook()
    {
    }

    /// <param name="solution">Null when nothing could be loaded with its references.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<FixOutlook> OfAsync(Solution? solution, CancellationToken cancellationToken)
    {
        FixOutlook outlook = new();
        if (solution is null) return outlook;

        Dictionary<ProjectId, MigrationGoal> goals = [];
        foreach (Project project in solution.Projects)
        {
            if (SourceDocuments.Of(project).FirstOrDefault() is { } first)
                goals[project.Id] = (await FixPreferences.ReadAsync(solution.GetDocument(first)!, cancellationToken)).Target;
        }

        foreach (IGrouping<MigrationGoal, DocumentId> goal in solution.Projects.SelectMany(SourceDocuments.Of).GroupBy(id => goals[id.ProjectId]))
        {
            MigrationResult result = await Migrator.ApplyAsync(solution, new(goal.Key, [.. goal]), cancellationToken);
            outlook._automatic.UnionWith(result.Sites.Where(site => site.Left is null)
                .Select(site => (site.Location.SourceTree!.FilePath, site.Location.SourceSpan, site.RuleId)));
        }

        return outlook;
    }

    public bool IsAutomatic(Diagnostic site) =>
        site.Location.SourceTree is { } tree && _automatic.Contains((tree.FilePath, site.Location.SourceSpan, site.Id));

    public static bool IsBound(Diagnostic site) =>
        !site.Properties.TryGetValue(SiteProperties.IsBound, out string? value) || value == "true";
}
