using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.OpenAI;

/// <summary>What cannot be rewritten is left with a note, once, and the rest compiles.</summary>
public sealed class SafetyTests
{
    [Fact]
    public async Task LookAlikes_AreNotTouched()
    {
        const string Source = """
            namespace Mine;

            class AssistantClient { public ThreadRun CreateRun(string threadId, string assistantId) => new(); }
            class ThreadRun { public string Status => ""; }

            class C
            {
                void Run(AssistantClient client)
                {
                    ThreadRun run = client.CreateRun("t", "a");
                    while (run.Status == "queued") { }
                }
            }
            """;

        Rewrite rewrite = await Rewrite.OfAsync(Source);

        Assert.Empty(rewrite.Sites);
        Assert.Equal(Source.ReplaceLineEndings("\n"), rewrite.Text());
    }

    [Fact]
    public async Task Mocks_KeepTheFileAsItIs_AndSayWhy()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;
            using System.ClientModel.Primitives;

            class C(AssistantClient client)
            {
                void Run() => client.CreateAssistant("m");

                void Raw()
                {
                    client.GetRun("t", "r", new RequestOptions());
                }
            }
            """);

        Assert.NotEmpty(rewrite.Left);
        Assert.Equal(rewrite.Sites.Length, rewrite.Left.Count());
        Assert.Contains("        // TODO(AGM4002): a call with raw JSON is rewritten by hand\n        client.GetRun(", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("using OpenAI.Assistants;", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains(rewrite.Left, site => site.RuleId == "AGM2001" && site.Left!.StartsWith("connected with File0.cs line 10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LostValue_BecomesADefaultWithANote()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;

            class C(AssistantClient client)
            {
                void Run(ThreadMessage message, string threadId)
                {
                    // When?
                    Console.WriteLine(message.CreatedAt);
                    client.ModifyMessage(threadId, message.Id, new MessageModificationOptions { Metadata = { ["k"] = "v" } });
                    Console.WriteLine(message.Id);
                }
            }
            """);

        Assert.Contains("""
                    // When?
                    // TODO(AGM3013): an item of a conversation does not have this
                    Console.WriteLine(default(DateTimeOffset));
            """.ReplaceLineEndings("\n"), rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("TODO(AGM3008): an item of a conversation cannot be changed: client.ModifyMessage(", rewrite.Text(), StringComparison.Ordinal);
        Assert.Equal(2, rewrite.Left.Select(site => site.RuleId).Distinct().Count(rule => rule is "AGM3013" or "AGM3008"));
    }

    [Fact]
    public async Task AgentFromElsewhere_IsRewrittenWithANote()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;

            class C(AssistantClient client)
            {
                void Run(string threadId) => client.CreateRun(threadId, Environment.GetEnvironmentVariable("ASSISTANT_ID"));
            }
            """);

        Assert.Contains("// TODO(AGM4001): put the definition of this assistant into the code", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("AgentDefinition.Get(Environment.GetEnvironmentVariable(\"ASSISTANT_ID\"))", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Single(rewrite.Left);
    }

    [Theory]
    [InlineData("Dictionary<string, string> ids = new(); ids[\"a\"] = assistant.Id; if (ids.TryGetValue(\"a\", out string? id)) client.CreateRun(t, id);")]
    [InlineData("Dictionary<string, string> ids = new(); ids.Add(\"a\", assistant.Id); client.CreateRun(t, ids[\"a\"]);")]
    [InlineData("Known known = new(assistant.Id); client.CreateRun(t, known.AgentId);")]
    public async Task AgentOfThisCode_ByWayOfACollectionOrARecord_NeedsNoNote(string code)
    {
        Rewrite rewrite = await Rewrite.OfAsync($$"""
            using OpenAI.Assistants;

            record Known(string AgentId);

            class C(AssistantClient client)
            {
                void Run(Assistant assistant, string t) { {{code}} }
            }
            """);

        Assert.Empty(rewrite.Left);
    }

    [Fact]
    public async Task AgentOfAnotherFile_NeedsNoNote()
    {
        Rewrite rewrite = await Rewrite.OfAsync([
            """
            using OpenAI.Assistants;

            class Runner(AssistantClient client)
            {
                public void Run(string t, string agentId) => client.CreateRun(t, agentId);
            }
            """,
            """
            using OpenAI.Assistants;

            class Caller(AssistantClient client, Runner runner)
            {
                public void Call() => runner.Run("t", client.CreateAssistant("m").Value.Id);
            }
            """]);

        Assert.Empty(rewrite.Left);
    }

    [Fact]
    public async Task StandInForTheClient_KeepsTheFilesAsTheyAre_AndSaysWhy()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;

            class Fake : AssistantClient
            {
                public void Use(AssistantThread thread) => DeleteThread(thread.Id);
            }
            """);

        Assert.Equal(rewrite.Sites.Length, rewrite.Left.Count());
        Assert.Contains("// TODO(AGM1003): a class that stands in for the client is rewritten by hand", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WindowsLineEnds_AndNullable_AreKept()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;

            class C(AssistantClient client)
            {
                private ThreadRun? _run;

                async Task<Assistant?> Run(string threadId)
                {
                    _run = await client.GetRunAsync(threadId, "r");
                    return _run is null ? null : (await client.CreateAssistantAsync("m")).Value;
                }
            }
            """.ReplaceLineEndings("\r\n"));

        string text = (await rewrite.Solution.Projects.Single().Documents.Single(d => d.Name == "File0.cs")
            .GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Empty(rewrite.Left);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("private ResponseResult? _run;", text, StringComparison.Ordinal);
        Assert.Contains("async Task<AgentDefinition?> Run", text, StringComparison.Ordinal);
        Assert.Contains("return _run is null ? null : new AgentDefinition { Model = \"m\" };", text, StringComparison.Ordinal);
    }
}
