using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Plans;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>A file that has legacy sites, or shares symbols of legacy types with one that has.</summary>
internal sealed class LegacyDocument
{
    public LegacyDocument(Document document, SemanticModel model, SyntaxNode root, SiteFinder finder, IReadOnlyList<FoundSite> sites)
    {
        Document = document;
        Model = model;
        Root = root;
        Finder = finder;
        Sites = sites;
    }

    public Document Document { get; }

    public SemanticModel Model { get; }

    public SyntaxNode Root { get; }

    public SiteFinder Finder { get; }

    public IReadOnlyList<FoundSite> Sites { get; }

    /// <summary>Set while its unit is planned.</summary>
    public RewriteContext? Context { get; set; }

    public DocumentPlan? Plan => Context?.Plan;
}
