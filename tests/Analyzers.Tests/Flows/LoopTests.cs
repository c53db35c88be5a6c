using System.Collections.Immutable;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Tests.Flows;

public sealed class LoopTests
{
    private static readonly string[] LoopRules = ["AGM4010", "AGM4011", "AGM4012"];

    [Theory]
    [InlineData("while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress) { await Task.Delay(500); run = await client.GetRunAsync(run.ThreadId, run.Id); }", "true")]
    [InlineData("do { Thread.Sleep(500); run = client.GetRun(run.ThreadId, run.Id); } while (!run.Status.IsTerminal);", "true")]
    [InlineData("while (run.Status.ToString() == \"queued\") run = client.GetRun(run.ThreadId, run.Id).Value;", "true")]
    [InlineData("while (true) { run = client.GetRun(run.ThreadId, run.Id); if (run.Status.IsTerminal) break; }", "false")]
    [InlineData("for (int i = 0; i < 60 && !run.Status.IsTerminal; i++) { await Task.Delay(500); run = client.GetRun(run.ThreadId, run.Id); }", "false")]
    [InlineData("while (!run.Status.IsTerminal) { run = client.GetRun(run.ThreadId, run.Id); Console.Write('.'); }", "false")]
    [InlineData("while (!run.Status.IsTerminal && Tick()) { run = client.GetRun(run.ThreadId, run.Id); }", "false")]
    [InlineData("while (!run.Status.IsTerminal) { run = await RefreshAsync(run); }", "false")]
    public async Task PollingLoop_IsFoundWhole_AndPlainOnlyIfItJustWaits(string loop, string isPlain)
    {
        string source = $$"""
            using OpenAI.Assistants;

            class C(AssistantClient client)
            {
                async Task Wait(ThreadRun run)
                {
                    {{loop}}
                }

                bool Tick() => true;
                async Task<ThreadRun> RefreshAsync(ThreadRun run) => await client.GetRunAsync(run.ThreadId, run.Id);
            }
            """;

        Diagnostic found = Assert.Single(await LoopsAsync(source));

        Assert.Equal("AGM4010", found.Id);
        Assert.Equal(loop, source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Equal(isPlain, found.Properties[SiteProperties.IsPlain]);
    }

    [Fact]
    public Task PollingHelper_InItsOwnMethod_IsFound() => VerifyAsync("""
        using OpenAI.Assistants;

        static class Polling
        {
            public static async Task<ThreadRun> WaitAsync(this AssistantClient client, string threadId, string runId)
            {
                while (true) //: AGM4010
                {
                    ThreadRun run = await client.GetRunAsync(threadId, runId);
                    if (run.Status.IsTerminal) return run;
                    await Task.Delay(1000);
                }
            }
        }
        """);

    [Fact]
    public Task ToolOutputLoops_AreFound() => VerifyAsync("""
        using OpenAI.Assistants;

        class C(AssistantClient client)
        {
            async Task Poll(ThreadRun run)
            {
                do //: AGM4011
                {
                    await Task.Delay(500);
                    run = await client.GetRunAsync(run.ThreadId, run.Id);
                    if (run.Status == RunStatus.RequiresAction)
                    {
                        List<ToolOutput> outputs = [];
                        foreach (RequiredAction action in run.RequiredActions)
                            outputs.Add(new ToolOutput(action.ToolCallId, "70f"));
                        run = await client.SubmitToolOutputsToRunAsync(run.ThreadId, run.Id, outputs);
                    }
                }
                while (!run.Status.IsTerminal);
            }

            async Task PollInside(ThreadRun run)
            {
                while (!run.Status.IsTerminal) //: AGM4011
                {
                    while (run.Status == RunStatus.Queued) //: AGM4010
                        run = await client.GetRunAsync(run.ThreadId, run.Id);
                    run = await client.SubmitToolOutputsToRunAsync(run.ThreadId, run.Id, []);
                }
            }

            async Task Stream(string threadId, string agentId)
            {
                var updates = client.CreateRunStreamingAsync(threadId, agentId);
                ThreadRun? current;
                do //: AGM4011
                {
                    current = null;
                    List<ToolOutput> outputs = [];
                    await foreach (StreamingUpdate update in updates) //: AGM4012
                    {
                        if (update is RequiredActionUpdate action) outputs.Add(new(action.ToolCallId, "x"));
                        if (update is RunUpdate run) current = run;
                    }

                    if (outputs.Count > 0)
                        updates = client.SubmitToolOutputsToRunStreamingAsync(current!.ThreadId, current.Id, outputs);
                }
                while (current?.Status.IsTerminal == false);
            }
        }
        """);

    [Fact]
    public Task StreamingLoops_OverCallsAndVariables_AreFound() => VerifyAsync("""
        using OpenAI.Assistants;

        class C(AssistantClient client)
        {
            async Task Run(IAsyncEnumerable<StreamingUpdate> given)
            {
                await foreach (var update in client.CreateRunStreamingAsync("t", "a")) Console.Write(update.UpdateKind); //: AGM4012
                await foreach (var update in given) { } //: AGM4012
                foreach (var update in client.CreateThreadAndRunStreaming("a")) { } //: AGM4012
            }
        }
        """);

    [Fact]
    public Task StreamingLoop_OfTheAsyncOnlyPackage_IsFound() => Lines.VerifyAsync("""
        using OpenAI.Assistants;

        class C(AssistantClient client)
        {
            async Task Run()
            {
                await foreach (StreamingUpdate update in await client.CreateRunStreamingAsync("t", "a")) { } //: AGM4012
            }
        }
        """, LegacyReferences.OpenAI("2.15.0"), LoopRules);

    [Fact]
    public Task OtherLoops_AreNotFound() => VerifyAsync("""
        using OpenAI.Assistants;

        class C(AssistantClient client)
        {
            async Task Chat(string threadId, string agentId)
            {
                while (Console.ReadLine() is { } question)
                {
                    ThreadRun run = await client.CreateRunAsync(threadId, agentId);
                    while (!run.Status.IsTerminal) //: AGM4010
                    {
                        run = await client.GetRunAsync(run.ThreadId, run.Id);
                    }

                    foreach (ThreadMessage message in client.GetMessages(threadId)) Console.WriteLine(message.Id);
                }

                foreach (ThreadRun run in client.GetRuns(threadId))
                {
                    if (run.Status == RunStatus.Failed) Console.WriteLine(run.Id);
                }

                for (int i = 0; i < 3; i++) await client.GetRunAsync(threadId, i.ToString());
            }
        }
        """);

    private static Task VerifyAsync(string source) => Lines.VerifyAsync(source, LegacyReferences.OpenAI(), LoopRules);

    private static async Task<ImmutableArray<Diagnostic>> LoopsAsync(string source)
    {
        Compilation compilation = Analysis.Compile(LegacyReferences.OpenAI(), [source]);
        Analysis.AssertCompiles(compilation, TestContext.Current.CancellationToken);
        ImmutableArray<Diagnostic> found = await Analysis.AnalyzeAsync(compilation, TestContext.Current.CancellationToken);
        return [.. found.Where(d => LoopRules.Contains(d.Id))];
    }
}
