using System.Collections.Immutable;
using System.Globalization;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Plans;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting;

/// <summary>What became of each site of the units that were asked for.</summary>
internal static class Outcomes
{
    public static string RuleOf(FoundSite found) => "AGM" + ((int)found.Site.Rule).ToString(CultureInfo.InvariantCulture);

    public static bool IsAskedFor(FoundSite found, MigrationScope scope) =>
        (scope.Focus is not { } focus || found.Site.Node.Span.IntersectsWith(focus))
        && (scope.Rules is not { } rules || rules.Contains(RuleOf(found)));

    /// <summary>Sites of SDKs that are not rewritten to the target that was asked for.</summary>
    public static async Task<ImmutableArray<SiteOutcome>> OfOtherFamiliesAsync(
        Solution solution, MigrationScope scope, IReadOnlyCollection<RewriteTable> tables, CancellationToken cancellationToken)
    {
        ImmutableArray<SiteOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<SiteOutcome>();
        foreach (DocumentId id in scope.Documents)
        {
            if (solution.GetDocument(id) is not { } document
                || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
                || LegacySdk.Create(model.Compilation, cancellationToken) is not { } sdk)
                continue;

            SyntaxNode root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
            foreach (FoundSite found in SiteWalk.In(root, sdk, new SiteFinder(sdk, model, cancellationToken)))
            {
                if (tables.Any(table => table.Family == found.Site.Type.Family) || !IsAskedFor(found, scope)) continue;
                outcomes.Add(new SiteOutcome(
                    RuleOf(found), found.Site.Node.GetLocation(), $"this SDK is not rewritten to {scope.Goal}: adopt the adapter, or choose the target Foundry"));
            }
        }

        return outcomes.ToImmutable();
    }

    public static ImmutableArray<SiteOutcome> Of(ImmutableArray<MigrationUnit> units, MigrationScope scope)
    {
        ImmutableArray<SiteOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<SiteOutcome>();
        foreach (MigrationUnit unit in units)
        {
            string? everywhere = unit.Reverted ?? WaitsFor(unit);
            foreach (LegacyDocument document in unit.Documents)
            {
                foreach (FoundSite found in document.Sites)
                {
                    if (scope.Rules is { } rules && !rules.Contains(RuleOf(found))) continue;
                    outcomes.Add(new SiteOutcome(
                        RuleOf(found), found.Site.Node.GetLocation(), OwnReason(document, found) ?? everywhere));
                }

                if (everywhere is null) outcomes.AddRange(NotedElsewhere(document, scope));
            }
        }

        return outcomes.ToImmutable();
    }

    private static string? OwnReason(LegacyDocument document, FoundSite found)
    {
        if (!found.Site.IsBound) return "the code does not compile: restore the packages of the project first";
        return document.Plan?.Left.FirstOrDefault(left => left.Node.Span.Contains(found.Site.Node.Span)
            || SiteAround(document, left) == found)?.Reason;
    }

    /// <summary>Notes at code that no rule finds: a person is needed there all the same.</summary>
    private static IEnumerable<SiteOutcome> NotedElsewhere(LegacyDocument document, MigrationScope scope) =>
        from left in document.Plan?.Left ?? []
        where scope.Rules?.Contains(left.RuleId) != false
            && !document.Sites.Any(site => left.Node.Span.Contains(site.Site.Node.Span) || site.Site.Node.Span.Contains(left.Node.Span))
        select new SiteOutcome(left.RuleId, left.Node.GetLocation(), left.Reason);

    /// <summary>A note within a site that is none itself, such as one on an argument, is that site's.</summary>
    private static FoundSite? SiteAround(LegacyDocument document, LeftNote left)
    {
        if (document.Sites.Any(site => left.Node.Span.Contains(site.Site.Node.Span))) return null;
        return document.Sites.Where(site => site.Site.Node.Span.Contains(left.Node.Span))
            .OrderBy(site => site.Site.Node.Span.Length).FirstOrDefault();
    }

    private static string? WaitsFor(MigrationUnit unit)
    {
        foreach (LegacyDocument document in unit.Documents)
        {
            if (document.Plan?.Left.FirstOrDefault(left => left.IsBlocking) is not { } left) continue;

            FileLinePositionSpan place = left.Node.GetLocation().GetLineSpan();
            return $"connected with {Path.GetFileName(place.Path)} line {place.StartLinePosition.Line + 1}: {left.Reason}";
        }

        return null;
    }
}
