using System.Reflection;
using System.Runtime.Loader;
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

    /// <summary>Their assemblies are made from the declarations; the successor is beside them, as after its package was added.</summary>
    private static readonly string[] Azure =
    [
        Package("azure.core", "1.49.0", "Azure.Core"), OfTests("Azure.Identity"), Package("openai", "2.10.0", "OpenAI"),
        Package("system.clientmodel", "1.16.0", "System.ClientModel"), OfTests("AgentsMigration.Adapter"),
    ];

    private static readonly string[] Azure3 =
    [
        Package("azure.core", "1.49.0", "Azure.Core"), OfTests("Azure.Identity"), Package("openai", "2.13.0", "OpenAI"),
        Package("system.clientmodel", "1.16.0", "System.ClientModel"), OfTests("AgentsMigration.Adapter"),
    ];

    private static readonly Dictionary<string, ProgramPackages> Known = new()
    {
        ["AzureOpenAI"] = new(Azure, "AzureOpenAI", "Foundry"),
        ["AzureAssistants"] = new(Azure, "AzureAssistants", "Foundry"),
        ["AzurePersistent"] = new(Azure, "AzurePersistent", "Foundry"),
        // The successor has the same name and takes the place of this one; the two are never together.
        ["AzureProjects"] = new(Azure, "AzureProjects"),
        ["OpenAI210"] = new([Package("openai", "2.10.0", "OpenAI"), Package("system.clientmodel", "1.14.0", "System.ClientModel"), OfTests("Azure.Core"), OfTests("AgentsMigration.Adapter")]),
        ["OpenAI213"] = new([Package("openai", "2.13.0", "OpenAI"), Package("system.clientmodel", "1.14.0", "System.ClientModel"), OfTests("Azure.Core"), OfTests("AgentsMigration.Adapter")]),
        ["OpenAI215"] = new([Package("openai", "2.15.0", "OpenAI"), Package("system.clientmodel", "1.16.0", "System.ClientModel"), OfTests("Azure.Core"), OfTests("AgentsMigration.Adapter")]),
    };

    /// <summary>The previews of Azure.AI.Projects after their upgrade.</summary>
    public static ProgramPackages Upgraded { get; } = new(Azure, "Foundry");

    /// <summary>Programs for the package OpenAI once a project's packages are referenced beside it: 2.0, and 3.0 in preview.</summary>
    public static IReadOnlyDictionary<string, ProgramPackages> Projects { get; } = new Dictionary<string, ProgramPackages>
    {
        ["2.0"] = Known["AzureOpenAI"],
        ["3.0-beta"] = new(Azure3, "AzureOpenAI", "Foundry:FOUNDRY_3"),
    };

    /// <summary>The same with clients of a project that work.</summary>
    public static ProgramPackages Running { get; } = WithStandIn();

    /// <summary>And with the legacy package of Azure declared beside them, for programs that are rewritten off it.</summary>
    public static ProgramPackages RunningOffAzure { get; } = WithStandIn("AzurePersistent");

    private ProgramPackages(IReadOnlyList<string> files, params string[] declarations)
    {
        List<MetadataReference> references = [.. Framework, .. files.Select(file => MetadataReference.CreateFromFile(file))];
        foreach (string folder in declarations) references.Add(Declarations.Compile(folder, references));
        References = references;
        Files = files.ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, StringComparer.OrdinalIgnoreCase);
        Context = new PackageLoadContext(Files);
    }

    public AssemblyLoadContext Context { get; }

    public IReadOnlyList<MetadataReference> References { get; private set; }

    /// <summary>Assemblies that the program has for itself, by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    public static ProgramPackages For(LegacyProgram program) => Known[program.Sdk];

    private static ProgramPackages WithStandIn(params string[] declarations)
    {
        ProgramPackages packages = new(Azure3, declarations);
        byte[] assembly = Declarations.Emit(Path.Combine(LegacyProgram.Root, "ProjectStandIn"), packages.References);
        packages.References = [.. packages.References, MetadataReference.CreateFromImage(assembly)];
        packages.Context.LoadFromStream(new MemoryStream(assembly));
        return packages;
    }

    private static string OfTests(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

    private static string Package(string id, string version, string assembly) =>
        Path.Combine(Root, id, version, "lib", "net8.0", assembly + ".dll");
}
