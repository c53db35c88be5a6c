using System.Collections.Immutable;
using AgentsMigration.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.Tests.Rest;

public sealed class SettingsFileTests
{
    [Theory]
    [InlineData("App.csproj", "<PackageReference Include=\"Azure.AI.Agents.Persistent\" Version=\"1.1.0\" />")]
    [InlineData("App.csproj", "<PackageReference Include=\"Azure.AI.OpenAI.Assistants\" Version=\"1.0.0-beta.4\" />")]
    [InlineData("App.csproj", "<PackageReference Version=\"1.0.0-beta.8\" Include=\"Azure.AI.Projects\" />")]
    [InlineData("Directory.Packages.props", "<PackageVersion Include=\"Azure.AI.Projects\" Version=\"1.0.0-beta.3\" />")]
    [InlineData("packages.config", "<package id=\"Azure.AI.OpenAI.Assistants\" version=\"1.0.0-beta.4\" />")]
    public async Task LegacyPackage_IsFoundWhole(string file, string reference)
    {
        string text = $"<Project>\n  <ItemGroup>\n    {reference}\n  </ItemGroup>\n</Project>\n";

        Diagnostic found = Assert.Single(await FindAsync(file, text));

        Assert.Equal("AGM6005", found.Id);
        Assert.Equal(reference, text.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Equal(2, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("App.csproj", "<PackageReference Include=\"Azure.AI.Projects\" Version=\"2.0.0\" />")]
    [InlineData("App.csproj", "<PackageReference Include=\"OpenAI\" Version=\"2.13.0\" />")]
    [InlineData("App.csproj", "<PackageReference Include=\"Azure.AI.Agents.PersistentX\" Version=\"1.0.0\" />")]
    [InlineData("notes.txt", "<PackageReference Include=\"Azure.AI.Agents.Persistent\" Version=\"1.1.0\" />")]
    public async Task OtherPackage_IsNotFound(string file, string text) => Assert.Empty(await FindAsync(file, text));

    [Fact]
    public async Task ConnectionString_InSettings_IsFound()
    {
        Diagnostic found = Assert.Single(await FindAsync(
            "appsettings.json", "{ \"Project\": \"eastus.api.azureml.ms;0000;group;project\" }"));

        Assert.Equal("AGM6004", found.Id);
    }

    private static Task<ImmutableArray<Diagnostic>> FindAsync(string path, string text) => Analysis.AnalyzeAsync(
        Analysis.Compile(LegacyReferences.None, ["class C;"]),
        TestContext.Current.CancellationToken,
        new File(path, text));

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
