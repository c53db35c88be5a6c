using AgentsMigration.Tool.Fix;

namespace AgentsMigration.Tool.Tests.Fix;

public sealed class PackageRestoreTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_PackageThatExists_GivesItsAssembliesAndThoseItNeeds()
    {
        (IReadOnlyList<string> files, string? problem) = await PackageRestore.RunAsync(Path.GetTempPath(), "OpenAI", "2.13.0", Cancelled);

        Assert.Null(problem);
        Assert.All(files, file => Assert.True(File.Exists(file)));
        Assert.Superset(
            new HashSet<string>(["OpenAI.dll", "System.ClientModel.dll"]), files.Select(file => Path.GetFileName(file)!).ToHashSet());
    }

    [Fact]
    public async Task Run_PackageThatCannotBeHad_SaysWhy()
    {
        string folder = Directory.CreateTempSubdirectory("agents-migration-restore-test-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "NuGet.Config"), "<configuration><packageSources><clear /></packageSources></configuration>", Cancelled);

        (IReadOnlyList<string> files, string? problem) = await PackageRestore.RunAsync(folder, "Azure.AI.Projects", "2.0.0", Cancelled);

        Directory.Delete(folder, recursive: true);
        Assert.Empty(files);
        Assert.StartsWith("NU1100: Unable to resolve 'Azure.AI.Projects", problem, StringComparison.Ordinal);
    }
}
