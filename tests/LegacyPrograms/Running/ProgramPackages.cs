using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>What the programs of one folder are compiled against and run with.</summary>
internal sealed class ProgramPackages
{
    /// <summary>Where packages were restored to.</summary>
    public static string Root { get; } = typeof(ProgramPackages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) is var folder && folder is not null
                && (folder.Contains("Microsoft.NETCore.App", StringComparison.Ordinal)
                    || folder.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal)))
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(OfTests("System.Memory.Data")),
    ];

    private static readonly Dictionary<string, ProgramPackages> Known = new()
    {
        ["OpenAI213"] = new([Package("openai", "2.13.0", "OpenAI"), Package("system.clientmodel", "1.14.0", "System.ClientModel"), OfTests("Azure.Core"), OfTests("AgentsMigration.Adapter")]),
        ["OpenAI215"] = new([Package("openai", "2.15.0", "OpenAI"), Package("system.clientmodel", "1.16.0", "System.ClientModel"), OfTests("Azure.Core"), OfTests("AgentsMigration.Adapter")]),
    };

    private static readonly ProgramPackages Azure = new(
        [OfTests("LegacyDeclarations"), OfTests("Azure.Core"), OfTests("Azure.Identity"), Package("system.clientmodel", "1.16.0", "System.ClientModel"), OfTests("AgentsMigration.Adapter")]);

    private ProgramPackages(IReadOnlyList<string> files)
    {
        References = [.. Framework, .. files.Select(file => MetadataReference.CreateFromFile(file))];
        Files = files.ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<MetadataReference> References { get; }

    /// <summary>Assemblies that the program has for itself, by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    public static ProgramPackages For(LegacyProgram program) => Known.GetValueOrDefault(program.Sdk, Azure);

    private static string OfTests(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

    private static string Package(string id, string version, string assembly) =>
        Path.Combine(Root, id, version, "lib", "net8.0", assembly + ".dll");
}
