using System.Diagnostics;
using System.Text.Json;

namespace AgentsMigration.Tool.Fix;

/// <summary>Gets the assemblies of a package by the SDK's own restore, in a folder of its own beside the sources.</summary>
internal static class PackageRestore
{
    /// <summary>The files that a compiler needs, or why they cannot be had.</summary>
    public static async Task<(IReadOnlyList<string> Files, string? Problem)> RunAsync(
        string root, string id, string version, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("agents-migration-restore-");
        try
        {
            // The sources' own feeds count, wherever their settings are.
            string? settings = Settings(root);
            if (settings is not null) File.Copy(settings, Path.Combine(folder.FullName, "nuget.config"));
            string project = Path.Combine(folder.FullName, "Packages.csproj");
            await File.WriteAllTextAsync(project, $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
                  <ItemGroup><PackageReference Include="{id}" Version="{version}" /></ItemGroup>
                </Project>
                """, cancellationToken);
            using Process restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", project, "-v", "q"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder.FullName,
            })!;
            Task<string> errors = restore.StandardError.ReadToEndAsync(cancellationToken);
            string output = await restore.StandardOutput.ReadToEndAsync(cancellationToken);
            await restore.WaitForExitAsync(cancellationToken);
            if (restore.ExitCode == 0) return (await FilesAsync(folder.FullName, cancellationToken), null);

            string all = output + await errors;
            string reason = all.Split('\n').FirstOrDefault(line => line.Contains("error ", StringComparison.Ordinal)) ?? all;
            int code = reason.IndexOf("NU", StringComparison.Ordinal);
            return ([], (code < 0 ? reason : reason[code..]).Split('\n')[0].Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Settings(string root)
    {
        for (string? folder = root; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string? found = Directory.EnumerateFiles(folder)
                .FirstOrDefault(file => string.Equals(Path.GetFileName(file), "nuget.config", StringComparison.OrdinalIgnoreCase));
            if (found is not null) return found;
        }

        return null;
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(Path.Combine(folder, "obj", "project.assets.json"));
        using JsonDocument assets = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        JsonElement root = assets.RootElement;
        string[] caches = [.. root.GetProperty("packageFolders").EnumerateObject().Select(cache => cache.Name)];
        List<string> files = [];
        foreach (JsonProperty package in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (!package.Value.TryGetProperty("compile", out JsonElement compile)) continue;

            string path = root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!;
            files.AddRange(compile.EnumerateObject()
                .Where(file => file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                .Select(file => caches.Select(cache => Path.Combine(cache, path, file.Name)).FirstOrDefault(File.Exists))
                .OfType<string>());
        }

        return files;
    }
}
