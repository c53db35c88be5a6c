using System.Collections.Immutable;
using AgentsMigration.Analyzers.Flows;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentsMigration.Analyzers;

/// <summary>Finds calls, types and loops of the legacy SDKs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LegacyCallAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleTable.All;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (LegacySdk.Create(start.Compilation, start.CancellationToken) is not { } sdk) return;

            start.RegisterSyntaxNodeAction(node => Name(node, sdk), SyntaxKind.IdentifierName, SyntaxKind.GenericName);
            start.RegisterSyntaxNodeAction(node => Creation(node, sdk), SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(
                node => Loop(node, sdk),
                SyntaxKind.WhileStatement,
                SyntaxKind.DoStatement,
                SyntaxKind.ForStatement,
                SyntaxKind.ForEachStatement,
                SyntaxKind.ForEachVariableStatement);
        });
    }

    private static void Name(SyntaxNodeAnalysisContext context, LegacySdk sdk)
    {
        SimpleNameSyntax name = (SimpleNameSyntax)context.Node;
        if (!sdk.MayBeLegacy(name.Identifier.ValueText)) return;

        if (Finder(context, sdk).Find(name) is { } site) context.ReportDiagnostic(site.ToDiagnostic());
    }

    private static void Creation(SyntaxNodeAnalysisContext context, LegacySdk sdk)
    {
        ImplicitObjectCreationExpressionSyntax creation = (ImplicitObjectCreationExpressionSyntax)context.Node;
        if (Finder(context, sdk).Find(creation) is { } site) context.ReportDiagnostic(site.ToDiagnostic());
    }

    private static void Loop(SyntaxNodeAnalysisContext context, LegacySdk sdk)
    {
        StatementSyntax loop = (StatementSyntax)context.Node;
        SiteFinder finder = Finder(context, sdk);
        if (LoopFinder.Find(loop, finder) is not { } site) return;

        bool isPlain = site.Rule == LegacyRule.PollingLoop && PlainLoop.Is(loop, finder);
        context.ReportDiagnostic(site.ToDiagnostic(ImmutableDictionary<string, string?>.Empty.Add(
            SiteProperties.IsPlain, isPlain ? SiteProperties.True : SiteProperties.False)));
    }

    private static SiteFinder Finder(SyntaxNodeAnalysisContext context, LegacySdk sdk) =>
        new(sdk, context.SemanticModel, context.CancellationToken);
}
