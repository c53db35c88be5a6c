using System.Reflection;

namespace AgentsMigration.Emulator.CodeInterpreter;

/// <summary>The embedded Python files, written out once per server.</summary>
internal sealed class Library(string folder)
{
    private readonly Lazy<string> _folder = new(() => Extract(folder));

    public string Folder => _folder.Value;

    public string Harness => Path.Combine(Folder, "harness.py");

    private static string Extract(string folder)
    {
        Directory.CreateDirectory(folder);
        Assembly assembly = typeof(Library).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name =>
            name.EndsWith(".py", StringComparison.Ordinal)))
        {
            using Stream source = assembly.GetManifestResourceStream(name)!;
            using FileStream target = File.Create(Path.Combine(folder, name));
            source.CopyTo(target);
        }

        return folder;
    }
}
