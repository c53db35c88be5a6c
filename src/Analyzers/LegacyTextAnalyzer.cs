using System.Collections.Immutable;
using AgentsMigration.Analyzers.Packages;
using AgentsMigration.Analyzers.Rest;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers;

/// <summary>
/// Finds hand-written REST, connection strings and package references. It runs everywhere, since such code references
/// no SDK; a file without a telling word costs one search of its text.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LegacyTextAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.RestPath,
        Descriptors.BetaHeader,
        Descriptors.ApiVersion,
        Descriptors.ConnectionString,
        Descriptors.PackageReference);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxTreeAction(AnalyzeTree);
        context.RegisterAdditionalFileAction(AnalyzeFile);
    }

    private static void AnalyzeTree(SyntaxTreeAnalysisContext context)
    {
        string text = context.Tree.GetText(context.CancellationToken).ToString();
        if (!LegacyTextFinder.MayHold(text)) return;

        foreach (TextSite site in LegacyTextFinder.Find(text, context.Tree.GetRoot(context.CancellationToken)))
        {
            context.ReportDiagnostic(site.ToDiagnostic(Location.Create(context.Tree, site.Span)));
        }
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context)
    {
        if (!SettingsFiles.IsOne(context.AdditionalFile.Path)) return;
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text) return;

        foreach (TextSite site in SettingsFiles.Find(context.AdditionalFile.Path, text.ToString()))
        {
            LinePositionSpan lines = text.Lines.GetLinePositionSpan(site.Span);
            context.ReportDiagnostic(site.ToDiagnostic(Location.Create(context.AdditionalFile.Path, site.Span, lines)));
        }
    }
}
