using System.Reflection;
using System.Runtime.Loader;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>Each program has the packages of its own generation; the framework is everyone's.</summary>
internal sealed class ProgramLoadContext(ProgramPackages packages) : AssemblyLoadContext("program", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        packages.Files.TryGetValue(assemblyName.Name!, out string? file) ? LoadFromAssemblyPath(file) : null;
}
