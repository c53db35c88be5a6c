using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.CodeFixes.Rewriting;
using AgentsMigration.Analyzers.Tests.Verification;
using AgentsMigration.Rewriting.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Rewriting.Tests.OpenAI;

/// <summary>Files that belong together are rewritten together, and one after the other gives the same as all at once.</summary>
public sealed class UnitTests
{
    private const string Agents = """
        using OpenAI.Assistants;

        public class Agents(AssistantClient client)
        {
            public Task<Assistant> GetAsync() => CreateAsync();

            private async Task<Assistant> CreateAsync() => await client.CreateAssistantAsync("m");
        }
        """;

    private const string Chat = """
        public class Chat(Agents agents)
        {
            public async Task<string> NameAsync()
            {
                var agent = await agents.GetAsync();
                return agent.Instructions + agent.NucleusSamplingFactor;
            }
        }
        """;

    private const string Alone = """
        using OpenAI.Assistants;

        static class Alone
        {
            public static string Key(string key) => new AssistantClient(key).CreateThread().Value.Id;
        }
        """;

    [Fact]
    public async Task Focus_TakesTheFilesThatShareTypes_AndNoOthers()
    {
        Rewrite rewrite = await Rewrite.OfAsync([Agents, Chat, Alone], focus: "client.CreateAssistantAsync(\"m\")");

        Assert.Contains("Task<AgentDefinition> GetAsync()", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("agent.TopP", rewrite.Text("File1.cs"), StringComparison.Ordinal);
        Assert.Equal(Alone.ReplaceLineEndings("\n"), rewrite.Text("File2.cs"));
        Assert.All(rewrite.Sites, site => Assert.NotEqual("File2.cs", site.Location.SourceTree!.FilePath));
    }

    [Fact]
    public async Task SingleFixes_AddUpToTheFixOfAll()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Rewrite all = await Rewrite.OfAsync([Agents, Chat, Alone]);

        Solution solution = Rewrite.Create([Agents, Chat, Alone], LegacyReferences.OpenAI());
        foreach (string focus in (string[])["new AssistantClient(key)", "client.CreateAssistantAsync(\"m\")"])
        {
            MigrationResult result = await V2Migration.ApplyAsync(solution, Rewrite.Scope(solution, focus, null), cancellationToken);
            solution = result.Solution;
        }

        foreach (Document document in solution.Projects.Single().Documents)
            Assert.Equal(all.Text(document.Name), (await document.GetTextAsync(cancellationToken)).ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Registration_AndWhoeverIsGivenIt_AreOneUnit()
    {
        Rewrite rewrite = await Rewrite.OfAsync(
            [
                """
                using Microsoft.Extensions.DependencyInjection;
                using OpenAI;

                static class Setup
                {
                    public static void Add(IServiceCollection services) =>
                        services.AddSingleton(provider => provider.GetRequiredService<OpenAIClient>().GetAssistantClient());
                }
                """,
                """
                using OpenAI.Assistants;

                class Service
                {
                    public Service(AssistantClient client) => client.CreateThread();
                }
                """,
            ],
            focus: "client.CreateThread()");

        Assert.Contains("new AgentClients(provider.GetRequiredService<OpenAIClient>())", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("public Service(AgentClients client)", rewrite.Text("File1.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_ThatAreNotAskedFor_LeaveAFileAsItIs()
    {
        Rewrite rewrite = await Rewrite.OfAsync([Alone], rules: ImmutableHashSet.Create("AGM5001"), focus: "new AssistantClient(key)");

        Assert.Empty(rewrite.Sites);
        Assert.Equal(Alone.ReplaceLineEndings("\n"), rewrite.Text());
    }

    [Fact]
    public async Task ThousandSites_InTwoHundredFiles_TakeUnderAMinute()
    {
        const string Source = """
            using OpenAI.Assistants;

            class C{0}(AssistantClient client)
            {{
                public async Task<string> Ask(string question)
                {{
                    Assistant assistant = await client.CreateAssistantAsync("m");
                    ThreadRun run = await client.CreateThreadAndRunAsync(assistant.Id);
                    while (!run.Status.IsTerminal) run = await client.GetRunAsync(run.ThreadId, run.Id);
                    return run.Id;
                }}
            }}
            """;
        string[] sources = [.. Enumerable.Range(0, 200).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, Source, i))];
        Solution solution = Rewrite.Create(sources, LegacyReferences.OpenAI());
        TimeProvider clock = TimeProvider.System;

        long start = clock.GetTimestamp();
        MigrationResult result = await V2Migration.ApplyAsync(solution, Rewrite.Scope(solution, null, null), TestContext.Current.CancellationToken);
        TimeSpan taken = clock.GetElapsedTime(start);

        TestContext.Current.SendDiagnosticMessage("{0} sites in {1}", result.Sites.Length, taken);
        Assert.True(result.Sites.Length >= 1000);
        Assert.All(result.Sites, site => Assert.Null(site.Left));
        Assert.True(taken < TimeSpan.FromMinutes(1), taken.ToString());
    }
}
