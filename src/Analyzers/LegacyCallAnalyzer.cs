using System.Collections.Immutable;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;
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
        foreach (FoundSite found in SiteWalk.In(root, sdk, finder)) context.ReportDiagnostic(found.ToDiagnostic());
    }
}
