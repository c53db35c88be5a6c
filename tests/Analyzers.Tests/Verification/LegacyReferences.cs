using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Tests.Verification;

/// <summary>What a test's source may reference: the framework, and legacy SDKs of chosen versions.</summary>
internal static class LegacyReferences
{
    public static readonly IReadOnlyList<string> OpenAIVersions = ["2.10.0", "2.13.0", "2.15.0"];

    private static readonly string PackageRoot = typeof(LegacyReferences).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    private static readonly MetadataReference[] Framework =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
                && !name.Contains("Native", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
        Local("System.Memory.Data"),
        Local("Microsoft.Extensions.DependencyInjection.Abstractions"),
    ];

    private static readonly Dictionary<string, MetadataReference[]> OpenAIPackages = OpenAIVersions.ToDictionary(
        version => version,
        version => (MetadataReference[])
        [
            .. Framework,
            Package("OpenAI", version, "OpenAI.dll"),
            Package("System.ClientModel", "1.16.0", "System.ClientModel.dll"),
        ]);

    /// <summary>Neither a legacy SDK nor anything near one.</summary>
    public static IReadOnlyList<MetadataReference> None => Framework;

    /// <summary>Families a, b and c, from tests/LegacyDeclarations.</summary>
    public static IReadOnlyList<MetadataReference> Azure { get; } =
    [
        .. AzureCore,
        Local("LegacyDeclarations"),
    ];

    /// <summary>Azure.Core alone, as after the legacy packages were taken out.</summary>
    public static IReadOnlyList<MetadataReference> AzureCore =>
        [.. Framework, Local("Azure.Core"), Package("System.ClientModel", "1.16.0", "System.ClientModel.dll")];

    /// <summary>Family d: the real package.</summary>
    public static IReadOnlyList<MetadataReference> OpenAI(string version = "2.13.0") => OpenAIPackages[version];

    private static PortableExecutableReference Local(string assembly) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));

    public static PortableExecutableReference Package(string id, string version, string file)
    {
        // Package folders are lower case on every platform.
#pragma warning disable CA1308
        string folder = Path.Combine(PackageRoot, id.ToLowerInvariant(), version, "lib", "net8.0");
#pragma warning restore CA1308
        return MetadataReference.CreateFromFile(Path.Combine(folder, file));
    }
}
