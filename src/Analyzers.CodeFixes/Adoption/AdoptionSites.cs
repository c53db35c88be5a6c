using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>The sites of a file where a legacy client comes into being.</summary>
internal static class AdoptionSites
{
    public static IEnumerable<LegacySite> Find(
        SyntaxNode root, SemanticModel model, LegacySdk sdk, TextSpan? focus, CancellationToken cancellationToken)
    {
        SiteFinder finder = new(sdk, model, cancellationToken);
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            LegacySite? site = node switch
            {
                SimpleNameSyntax name => finder.Find(name),
                ImplicitObjectCreationExpressionSyntax creation => finder.Find(creation),
                _ => null,
            };
            if (site is not null && IsBirth(site) && (focus is null || focus.Value.IntersectsWith(site.Node.Span)))
                yield return site;
        }
    }

    private static bool IsBirth(LegacySite site) => site.Rule switch
    {
        LegacyRule.ClientConstruction or LegacyRule.ConnectionString => site.Node is BaseObjectCreationExpressionSyntax,
        LegacyRule.ClientFactory => FactoryName(site.Node) is { } name && LegacySdk.IsFactory(name),
        LegacyRule.ClientRegistration => IsBareRegistration(site.Node),
        _ => false,
    };

    /// <summary>AddSingleton&lt;AssistantClient&gt;() without a factory of its own, which would be a site by itself.</summary>
    private static bool IsBareRegistration(SyntaxNode node) => node is InvocationExpressionSyntax call
        && FactoryName(call) is { } name
        && (name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal))
        && !call.ArgumentList.DescendantNodes().Any(
            inner => inner is BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax);

    private static string? FactoryName(SyntaxNode node) => (node as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
