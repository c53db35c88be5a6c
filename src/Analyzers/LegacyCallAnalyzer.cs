using System.Collections.Immutable;
using AgentsMigration.Analyzers.Flows;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;
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

            // Not one action for each name: the driver's own work for them is several times that of looking at them.
            start.RegisterSemanticModelAction(file => Analyze(file, sdk));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, LegacySdk sdk)
    {
        SiteFinder finder = new(sdk, context.SemanticModel, context.CancellationToken);
        SyntaxNode root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (node)
            {
                case SimpleNameSyntax name when sdk.MayBeLegacy(name.Identifier.ValueText):
                    Report(context, finder.Find(name));
                    break;
                case ImplicitObjectCreationExpressionSyntax creation:
                    Report(context, finder.Find(creation));
                    break;
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax:
                    ReportLoop(context, (StatementSyntax)node, finder);
                    break;
            }
        }
    }

    private static void Report(SemanticModelAnalysisContext context, LegacySite? site)
    {
        if (site is not null) context.ReportDiagnostic(site.ToDiagnostic());
    }

    private static void ReportLoop(SemanticModelAnalysisContext context, StatementSyntax loop, SiteFinder finder)
    {
        if (LoopFinder.Find(loop, finder) is not { } site) return;

        bool isPlain = site.Rule == LegacyRule.PollingLoop && PlainLoop.Is(loop, finder);
        context.ReportDiagnostic(site.ToDiagnostic(ImmutableDictionary<string, string?>.Empty.Add(
            SiteProperties.IsPlain, isPlain ? SiteProperties.True : SiteProperties.False)));
    }
}
