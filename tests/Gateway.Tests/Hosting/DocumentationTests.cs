using AgentsMigration.TestSupport;
using Microsoft.AspNetCore.Builder;

namespace AgentsMigration.Gateway.Tests.Hosting;

/// <summary>What docs/gateway.md shows is what is there.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs", "gateway.md"));

    [Fact]
    public void App_OfThePage_IsTheOneThatCompiles()
    {
        string source = File.ReadAllText(Path.Combine(
            SharedFolder.RepositoryRoot, "tests", "Gateway.Tests", "Hosting", "DocumentedApp.cs"));
        string shown = Page.Split("```csharp\n")[1].Split("```")[0];

        Assert.Contains(WithoutIndents(shown), WithoutIndents(source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_OfThePage_CanBeBuilt()
    {
        await using WebApplication app = DocumentedApp.Create(new Uri("https://r.services.ai.azure.com/api/projects/p"));

        Assert.NotEmpty(((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources);
    }

    private static string WithoutIndents(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));
}
