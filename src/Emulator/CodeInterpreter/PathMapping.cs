using System.Text.RegularExpressions;
using AgentsMigration.Emulator.Containers;

namespace AgentsMigration.Emulator.CodeInterpreter;

/// <summary>
/// Lets code that says <c>/mnt/data</c> work in the container's directory, and its logs say <c>/mnt/data</c> again.
/// </summary>
internal sealed partial class PathMapping(string dataFolder)
{
    private readonly string _local = dataFolder.Replace('\\', '/');

    public string ToLocal(string code) => MountPoint().Replace(code, _ => _local);

    public string ToMounted(string text) => text
        .Replace(_local, Container.MountPoint, StringComparison.Ordinal)
        .Replace(dataFolder, Container.MountPoint, StringComparison.Ordinal);

    [GeneratedRegex(@"/mnt/data(?![\w-])")]
    private static partial Regex MountPoint();
}
