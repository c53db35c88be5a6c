using System.Globalization;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Tests.Rules;

/// <summary>Messages name the v2 equivalent; spans are whole; properties carry what a fix needs.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("client.CreateRun(\"t\", \"a\")", "client.CreateRun(\"t\", \"a\")", "'AssistantClient.CreateRun' becomes 'ResponsesClient.CreateResponse'")]
    [InlineData("run.Status", "run.Status", "'ThreadRun.Status' becomes 'ResponseResult.Status'")]
    [InlineData("run.Status == \"failed\"", "run.Status == \"failed\"", "'ThreadRun.Status' becomes a comparison with 'ResponseStatus', whose text differs")]
    [InlineData("RunStatus.Expired", "RunStatus.Expired", "'RunStatus.Expired' has no v2 equivalent: responses do not expire, and 'ResponseStatus.Incomplete' is the nearest")]
    [InlineData("run?.StartedAt", ".StartedAt", "'ThreadRun.StartedAt' has no v2 equivalent: a response has 'CreatedAt' only")]
    [InlineData("new ToolOutput(\"c\", \"o\")", "new ToolOutput(\"c\", \"o\")", "'ToolOutput' becomes 'ResponseItem.CreateFunctionCallOutputItem'")]
    [InlineData("client.CancelRunAsync(\"t\", \"r\")", "client.CancelRunAsync(\"t\", \"r\")", "'AssistantClient.CancelRun' becomes 'ResponsesClient.CancelResponse' of a background response")]
    public async Task Message_NamesTheEquivalent_AndCoversTheWhole(string expression, string span, string message)
    {
        string source = $$"""
            using OpenAI.Assistants;
            partial class C { void M(AssistantClient client, ThreadRun run) { _ = {{expression}}; } }
            """;

        Diagnostic found = Assert.Single(await FindAsync(source, LegacyReferences.OpenAI()), d => !d.Id.StartsWith("AGM1", StringComparison.Ordinal));

        Assert.Equal(message, found.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(span, source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task Properties_CarryWhatAFixNeeds()
    {
        Diagnostic found = (await FindAsync(
            "using Azure.AI.Agents.Persistent; class C { object M(ThreadRuns runs) => runs.CreateRunAsync(\"t\", \"a\"); }",
            LegacyReferences.Azure)).Single(d => d.Id == "AGM4001");

        Assert.Equal("AzurePersistent", found.Properties[SiteProperties.Family]);
        Assert.Equal("ThreadRuns", found.Properties[SiteProperties.Type]);
        Assert.Equal("CreateRun", found.Properties[SiteProperties.Member]);
        Assert.Equal("'ProjectResponsesClient.CreateResponse'", found.Properties[SiteProperties.Foundry]);
        Assert.Equal("'ResponsesClient.CreateResponse'", found.Properties[SiteProperties.OpenAI]);
        Assert.Equal("true", found.Properties[SiteProperties.HasEquivalent]);
        Assert.Equal("true", found.Properties[SiteProperties.IsBound]);
    }

    [Fact]
    public async Task Pragma_Suppresses() => Assert.DoesNotContain(
        await FindAsync("""
            using OpenAI.Assistants;
            class C
            {
            #pragma warning disable AGM2004
                void M(AssistantClient client) => client.DeleteAssistant("a");
            }
            """, LegacyReferences.OpenAI()),
        d => d.Id == "AGM2004");

    private static async Task<IEnumerable<Diagnostic>> FindAsync(string source, IReadOnlyList<MetadataReference> references)
    {
        Compilation compilation = Analysis.Compile(references, [source]);
        Analysis.AssertCompiles(compilation, TestContext.Current.CancellationToken);
        return await Analysis.AnalyzeAsync(compilation, TestContext.Current.CancellationToken);
    }
}
