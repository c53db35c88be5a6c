using AgentsMigration.Analyzers.CodeFixes.Fixes;
using AgentsMigration.CodeFixes.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AgentsMigration.CodeFixes.Tests.Fixes;

/// <summary>What an editor and dotnet format see.</summary>
public sealed class LegacyCallFixProviderTests
{
    private const string Adapter = "AgentsMigration.Adapter";
    private const string OpenAI = "AgentsMigration.OpenAI";

    private const string Service = """
        using System.ClientModel;
        using OpenAI.Assistants;

        namespace App;

        public class Service
        {
            private readonly AssistantClient _client = new(new ApiKeyCredential("key"));

            // Asks once.
            public async Task<string> AskAsync(string threadId, string assistantId, string question)
            {
                await _client.CreateMessageAsync(threadId, MessageRole.User, [MessageContent.FromText(question)]);
                ThreadRun run = await _client.CreateRunAsync(threadId, assistantId);
                while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
                {
                    await Task.Delay(500);
                    run = await _client.GetRunAsync(threadId, run.Id);
                }

                return run.Status.ToString();
            }
        }
        """;

    private const string Pair = """
        using System.ClientModel;
        using OpenAI;
        using OpenAI.Assistants;

        namespace App;

        // Clients within clients' arguments: the sites overlap.
        public class Pair(AssistantClient first, AssistantClient second)
        {
            public AssistantClient First => first;

            public AssistantClient Second => second;

            public static Pair Make(ApiKeyCredential key) => new(
                new AssistantClient(key),
                new Pair(new OpenAIClient(key).GetAssistantClient(), new AssistantClient(key)).First);
        }
        """;

    [Fact]
    public async Task Actions_AtAConstruction_AreBoth_RewriteFirst()
    {
        using AppSolution app = AppSolution.OpenAI(Service);

        Assert.Equal([OpenAI, Adapter], await KeysAsync(app.Solution, "AGM1001"));
        Assert.Equal([OpenAI], await KeysAsync(app.Solution, "AGM4001"));
    }

    [Fact]
    public async Task Actions_WithEditorConfig_GoByIt()
    {
        using AppSolution app = AppSolution.OpenAI(Service);
        Solution solution = app.Solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(app.Solution.ProjectIds[0]),
            ".editorconfig",
            Microsoft.CodeAnalysis.Text.SourceText.From("root = true\n[*.cs]\nagents_migration.fix = adapter\nagents_migration.target = foundry\n"),
            filePath: "/app/.editorconfig");

        Assert.Equal([Adapter, "AgentsMigration.Foundry"], await KeysAsync(solution, "AGM1001"));
        Assert.Equal([Adapter, "AgentsMigration.Foundry"], await KeysAsync(solution, "AGM4001"));
    }

    [Fact]
    public async Task Actions_InAProjectThatUsesAzure_AreForFoundry()
    {
        using AppSolution app = AppSolution.Azure("""
            using Azure.AI.Agents.Persistent;
            using Azure.Core;

            class C { object Make(string endpoint, TokenCredential credential) => new PersistentAgentsClient(endpoint, credential); }
            """);

        Assert.Equal(["AgentsMigration.Foundry", Adapter], await KeysAsync(app.Solution, "AGM1001"));
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task FixAll_Adapter_IsTheSameAsOneByOne(FixAllScope scope)
    {
        using AppSolution app = scope == FixAllScope.Document ? AppSolution.OpenAI(Pair) : AppSolution.OpenAI(Pair, Service);

        Solution all = await Fixing.FixAllAsync(app.Solution, scope, Adapter);
        Solution each = await Fixing.OneByOneAsync(app.Solution, Adapter);

        await AppSolution.AssertCompilesAsync(all);
        IReadOnlyList<string> texts = await AppSolution.TextsAsync(all);
        Assert.Equal(await AppSolution.TextsAsync(each), texts);
        Assert.Equal(scope == FixAllScope.Document ? 3 : 4, string.Concat(texts).Split(".UseAgentsV2(").Length - 1);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Solution)]
    public async Task FixAll_Rewrite_IsTheSameAsOneByOne(FixAllScope scope)
    {
        using AppSolution app = scope == FixAllScope.Document ? AppSolution.OpenAI(Pair) : AppSolution.OpenAI(Pair, Whole);

        Solution all = await Fixing.FixAllAsync(app.Solution, scope, OpenAI);
        Solution each = await Fixing.OneByOneAsync(app.Solution, OpenAI);

        await AppSolution.AssertCompilesAsync(all);
        Assert.Equal(await AppSolution.TextsAsync(each), await AppSolution.TextsAsync(all));
        Assert.DoesNotContain("AssistantClient ", string.Concat(await AppSolution.TextsAsync(all)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FixAll_OfAnotherKey_IsNone()
    {
        using AppSolution app = AppSolution.OpenAI(Service);
        Document document = app.Solution.Projects.Single().Documents.Last();
        FixAllContext context = new(
            document, new LegacyCallFixProvider(), FixAllScope.Solution, "Other", ["AGM1001"], new None(), TestContext.Current.CancellationToken);

        Assert.Null(await new LegacyCallFixProvider().GetFixAllProvider().GetFixAsync(context));
    }

    [Fact]
    public async Task BrokenCode_ThrowsNothing()
    {
        for (int cut = Whole.Length - 1; cut > 0; cut -= 97)
        {
            using AppSolution app = AppSolution.OpenAI(Whole[..cut]);
            foreach (Diagnostic diagnostic in (await Fixing.DiagnosticsAsync(app.Solution)).Take(3))
            {
                foreach (CodeAction action in await Fixing.ActionsAsync(app.Solution, diagnostic)) await Fixing.ApplyAsync(action);
            }
        }
    }

    private const string Whole = """
        using System.ClientModel;
        using OpenAI;
        using OpenAI.Assistants;

        namespace App;

        public class Program
        {
            public static async Task RunAsync(string key)
            {
                AssistantClient client = new OpenAIClient(key).GetAssistantClient();
                // One assistant,
                Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions { Instructions = "Be brief." });
                AssistantThread thread = await client.CreateThreadAsync(); // one thread,
                await client.CreateMessageAsync(thread.Id, MessageRole.User, [MessageContent.FromText("Hello")]);
                ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id);
                while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
                {
                    await Task.Delay(500);
                    run = await client.GetRunAsync(thread.Id, run.Id);
                }

                /* one answer. */
                await foreach (ThreadMessage message in client.GetMessagesAsync(thread.Id))
                {
                    Console.WriteLine(message.Content[0].Text);
                }

                await client.DeleteThreadAsync(thread.Id);
            }
        }
        """;

    private static async Task<IEnumerable<string?>> KeysAsync(Solution solution, string rule)
    {
        Diagnostic diagnostic = (await Fixing.DiagnosticsAsync(solution)).First(found => found.Id == rule);
        return (await Fixing.ActionsAsync(solution, diagnostic)).Select(action => action.EquivalenceKey);
    }

    private sealed class None : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
