using System.Reflection;
using System.Runtime.Loader;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>A program by itself: before and after have one name. Its packages are those of its generation, loaded once.</summary>
internal sealed class ProgramLoadContext(ProgramPackages packages) : AssemblyLoadContext("program")
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        packages.Files.ContainsKey(assemblyName.Name!) ? packages.Context.LoadFromAssemblyName(assemblyName)
            : packages.Context.Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == assemblyName.Name);
}

/// <summary>The packages of one generation; the framework is everyone's.</summary>
internal sealed class PackageLoadContext(IReadOnlyDictionary<string, string> files) : AssemblyLoadContext("packages")
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        files.TryGetValue(assemblyName.Name!, out string? file) ? LoadFromAssemblyPath(file) : null;
}
