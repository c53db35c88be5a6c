using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using AgentsMigration.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

/// <summary>Ours, and the two that it is measured against.</summary>
internal static class AnalyzerSets
{
    private static readonly string PackageRoot = typeof(AnalyzerSets).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    public static (string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)[] All() =>
    [
        ("AgentsMigration.Analyzers", Of(typeof(LegacyCallAnalyzer).Assembly)),
        ("Meziantou.Analyzer 3.0.320", Load("meziantou.analyzer/3.0.320/analyzers/dotnet/roslyn5.9/cs", "Meziantou.Analyzer.dll")),
        ("Roslynator.Analyzers 5.0.1", Load("roslynator.analyzers/5.0.1/analyzers/dotnet/roslyn5.0/cs", "Roslynator.CSharp.Analyzers.dll")),
    ];

    private static ImmutableArray<DiagnosticAnalyzer> Load(string folder, string file)
    {
        string path = Path.Combine(PackageRoot, folder);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            File.Exists(Path.Combine(path, name.Name + ".dll"))
                ? context.LoadFromAssemblyPath(Path.Combine(path, name.Name + ".dll"))
                : null;
        return Of(AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(path, file)));
    }

    private static ImmutableArray<DiagnosticAnalyzer> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains("C#") == true)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
