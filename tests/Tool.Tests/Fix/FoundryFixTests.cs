using System.Reflection;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Tool.Tests.Fix;

/// <summary>A project that has the OpenAI package alone, moved to Foundry by one command; its package comes from a feed beside it.</summary>
public sealed class FoundryFixTests : IDisposable
{
    private static readonly string Packages = typeof(FoundryFixTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-foundry-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Fix_TargetFoundry_AddsThePackageAndRewritesTheCode()
    {
        await WriteAsync("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="local" value="{Path.Combine(_folder, "feed")}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder, "packages")}" /></config>
              <fallbackPackageFolders><add key="usual" value="{Packages}" /></fallbackPackageFolders>
            </configuration>
            """);
        await WriteAsync("projects/Azure.AI.Projects.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net8.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Version>2.0.0</Version>
                <NoWarn>OPENAI001;SCME0001;NU1903</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="{Path.Combine(SharedFolder.RepositoryRoot, "tests", "LegacyDeclarations", "Foundry")}/*.cs" />
                <PackageReference Include="OpenAI" Version="2.10.0" />
                <PackageReference Include="Azure.Core" Version="1.49.0" />
              </ItemGroup>
            </Project>
            """);
        await OtherProgram.RunAsync("dotnet", "pack", Path.Combine(_folder, "projects"), "-v", "q", "-o", Path.Combine(_folder, "feed"));
        await WriteAsync("app/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NoWarn>OPENAI001;NU1903</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="OpenAI" Version="2.10.0" />
              </ItemGroup>
            </Project>
            """);
        await WriteAsync("app/App.cs", """
            using OpenAI.Assistants;

            class App
            {
                string Start(string key) => new AssistantClient(key).CreateThread().Value.Id;
            }
            """);
        await OtherProgram.RunAsync("dotnet", "restore", Path.Combine(_folder, "app"), "-v", "q");

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("fix", Path.Combine(_folder, "app"), "--target", "foundry");

        Assert.True(exitCode == 2, output + errors);
        Assert.Contains("set FOUNDRY_PROJECT_ENDPOINT to the endpoint of a Foundry project", output, StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"Azure.AI.Projects\" Version=\"2.0.0\" />", await ReadAsync("app/App.csproj"), StringComparison.Ordinal);
        Assert.Contains("new AgentClients(", await ReadAsync("app/App.cs"), StringComparison.Ordinal);
        await OtherProgram.RunAsync("dotnet", "build", Path.Combine(_folder, "app"), "-v", "q");
    }

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(_folder, name), Cancelled);

    private async Task WriteAsync(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Cancelled);
    }
}
