using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Analyzers.Tests.Packaging;

/// <summary>Packs the package, looks into it, and uses it from a local feed in a new project.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-").FullName;

    private string Feed => Path.Combine(_folder, "feed");

    public async ValueTask InitializeAsync()
    {
        (int exitCode, string output) = await Dotnet.RunAsync(
            SharedFolder.RepositoryRoot, TestContext.Current.CancellationToken,
            "pack", Path.Combine("src", "Analyzers.Package"), "-c", "Release", "-o", Feed);
        Assert.True(exitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Package_HoldsTheTwoDlls_AndWorksInANewProject()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using (ZipArchive package = await ZipFile.OpenReadAsync(Directory.GetFiles(Feed, "*.nupkg").Single(), cancellationToken))
        {
            Assert.Equal(
                ["analyzers/dotnet/cs/AgentsMigration.Analyzers.CodeFixes.dll", "analyzers/dotnet/cs/AgentsMigration.Analyzers.dll"],
                package.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            using StreamReader reader = new(await package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).OpenAsync(cancellationToken));
            string nuspec = await reader.ReadToEndAsync(cancellationToken);
            Assert.Contains("<developmentDependency>true</developmentDependency>", nuspec, StringComparison.Ordinal);
            Assert.DoesNotContain("<dependency", nuspec, StringComparison.Ordinal);
            Assert.Equal(new Version(4, 5, 0, 0), await CompilerOfAsync(package.GetEntry("analyzers/dotnet/cs/AgentsMigration.Analyzers.dll")!, cancellationToken));
        }

        string app = Path.Combine(_folder, "app");
        Directory.CreateDirectory(app);
        await WriteAppAsync(app, cancellationToken);

        (int exitCode, string output) = await Dotnet.RunAsync(app, cancellationToken, "build", "--packages", Path.Combine(_folder, "packages"));

        Assert.True(exitCode == 0, output);
        Assert.Contains("Program.cs(3,25): warning AGM6001: '/threads' becomes /conversations", output, StringComparison.Ordinal);
        Assert.Contains("App.csproj(9,5): warning AGM6005: 'Azure.AI.Agents.Persistent' becomes 'Azure.AI.Projects' 2.x", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8033", output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
    }

    private async Task WriteAppAsync(string app, CancellationToken cancellationToken)
    {
        // Only the local feed, so that nothing but this package can be what is used.
        await File.WriteAllTextAsync(Path.Combine(app, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="local" value="{Feed}" />
              </packageSources>
            </configuration>
            """, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(app, "App.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <AdditionalFiles Include="$(MSBuildProjectFullPath)" />
                <PackageReference Include="Azure.AI.Agents.Persistent" Version="1.1.0" Condition="false" />
                <PackageReference Include="AgentsMigration.Analyzers" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), """
            using System.Net.Http;
            HttpClient http = new();
            _ = await http.GetAsync("https://api.openai.com/v1/threads");
            """, cancellationToken);
    }

    private static async Task<Version> CompilerOfAsync(ZipArchiveEntry dll, CancellationToken cancellationToken)
    {
        using MemoryStream copy = new();
        await using (Stream stream = await dll.OpenAsync(cancellationToken)) await stream.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        using PEReader reader = new(copy);
        MetadataReader metadata = reader.GetMetadataReader();
        return metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Single(reference => metadata.GetString(reference.Name) == "Microsoft.CodeAnalysis").Version;
    }
}
