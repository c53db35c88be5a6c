using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.OpenAI;

public sealed class RunTests
{
    [Theory]
    [InlineData("while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress) { await Task.Delay(500); run = await client.GetRunAsync(t, run.Id); }")]
    [InlineData("do { Thread.Sleep(500); run = client.GetRun(t, run.Id); } while (!run.Status.IsTerminal);")]
    [InlineData("while (run.Status.ToString() == \"queued\") run = client.GetRun(t, run.Id).Value;")]
    public async Task PollingLoop_ThatOnlyWaits_IsGone(string loop)
    {
        Rewrite rewrite = await FunctionAsync("// Wait.\n" + loop);

        Assert.Empty(rewrite.Left);
        Assert.Contains("ResponseResult run = await client.Responses.CreateResponseAsync(AgentDefinition.Get(a).ForResponse(t));", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("// Wait.", rewrite.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("GetResponse(", rewrite.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("while", rewrite.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (!run.Status.IsTerminal) { run = client.GetRun(t, run.Id); Console.Write('.'); }")]
    [InlineData("for (int i = 0; i < 60 && !run.Status.IsTerminal; i++) { await Task.Delay(500); run = client.GetRun(t, run.Id); }")]
    [InlineData("while (!run.Status.IsTerminal && Tick()) { run = client.GetRun(t, run.Id); }")]
    [InlineData("Console.WriteLine(run.Status); while (!run.Status.IsTerminal) { run = client.GetRun(t, run.Id); }")]
    [InlineData("Watch(run); while (!run.Status.IsTerminal) { run = client.GetRun(t, run.Id); }")]
    public async Task PollingLoop_ThatDoesMore_StaysOverAResponseInTheBackground(string loop)
    {
        Rewrite rewrite = await FunctionAsync(loop);

        Assert.Empty(rewrite.Left);
        Assert.Contains("ForResponse(t, background: true)", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("run = client.Responses.GetResponse(run.Id);", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PollingLoop_AroundAnotherRun_KeepsBoth()
    {
        Rewrite rewrite = await FunctionAsync("""
            while (!run.Status.IsTerminal)
            {
                run = client.GetRun(t, run.Id);
                ThreadRun inner = client.CreateRun("other", a);
                while (!inner.Status.IsTerminal) inner = client.GetRun("other", inner.Id);
            }
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("ResponseResult inner = client.Responses.CreateResponse(AgentDefinition.Get(a).ForResponse(\"other\"));", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("run.Status is ResponseStatus.Queued or ResponseStatus.InProgress", rewrite.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("inner = client.Responses.GetResponse", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_BeforeOtherCalls_IsNotMovedIntoTheRun()
    {
        Rewrite rewrite = await FunctionAsync("Console.WriteLine();", """
            await client.CreateMessageAsync(t, MessageRole.User, ["first"]);
            await foreach (ThreadMessage message in client.GetMessagesAsync(t)) Console.WriteLine(message.Role);
            await client.CreateMessageAsync(t, MessageRole.User, ["second", MessageContent.FromImageFileId("f")]);
            await client.CreateMessageAsync("other", MessageRole.User, ["elsewhere"]);

            """);

        string text = rewrite.Text();
        Assert.Empty(rewrite.Left);
        Assert.Contains("await client.Conversations.CreateMessageAsync(t, ResponseItem.CreateUserMessageItem(\"first\"));", text, StringComparison.Ordinal);
        Assert.Contains("CreateMessageAsync(\"other\", ResponseItem.CreateUserMessageItem(\"elsewhere\"))", text, StringComparison.Ordinal);
        Assert.Contains("ForResponse(t, background: true)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ThreadMessage message = await client.CreateMessageAsync(t, MessageRole.User, [\"first\"]);")]
    [InlineData("var message = (await client.CreateMessageAsync(t, MessageRole.User, [\"first\"]).ConfigureAwait(false)).Value;")]
    public async Task Message_InAVariableThatNobodyReads_IsMovedIntoTheRun(string create)
    {
        Rewrite rewrite = await FunctionAsync("Console.WriteLine();", create);

        Assert.Empty(rewrite.Left);
        Assert.Contains("ForResponse(t, [ResponseItem.CreateUserMessageItem(\"first\")]", rewrite.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("message =", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_InAVariableThatIsRead_StaysACall()
    {
        Rewrite rewrite = await FunctionAsync(
            "Console.WriteLine(message.Id);", "ThreadMessage message = await client.CreateMessageAsync(t, MessageRole.User, [\"first\"]);\n");

        Assert.Contains("message = await client.Conversations.CreateMessageAsync(", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunOptions_BecomeChangesOfTheDefinition()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;

            class C(AssistantClient client)
            {
                async Task Run(AssistantThread thread)
                {
                    Assistant assistant = await client.CreateAssistantAsync("m");
                    RunCreationOptions options = new() { AdditionalInstructions = "Be brief.", Temperature = 0.2f, ToolConstraint = ToolConstraint.Required };
                    await client.CreateRunAsync(thread.Id, assistant.Id, options);
                    await client.CreateRunAsync(thread.Id, assistant.Id, new RunCreationOptions { AdditionalMessages = { "and" }, MaxOutputTokenCount = 10 });
                }
            }
            """);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.DoesNotContain("RunCreationOptions", text, StringComparison.Ordinal);
        Assert.Contains("(assistant with { Instructions = assistant.Instructions + \"\\n\" + \"Be brief.\", Temperature = 0.2f, ToolChoice = ResponseToolChoice.CreateRequiredChoice() })", text, StringComparison.Ordinal);
        Assert.Contains("(assistant with { MaxOutputTokenCount = 10 }).ForResponse(thread.Id, [ResponseItem.CreateUserMessageItem(\"and\")]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToolLoop_ThatAlsoCounts_StaysALoop()
    {
        Rewrite rewrite = await FunctionAsync("""
            int turns = 0;
            while (!run.Status.IsTerminal)
            {
                turns++;
                run = client.GetRun(t, run.Id);
                if (run.Status == RunStatus.RequiresAction)
                {
                    List<ToolOutput> outputs = [];
                    foreach (RequiredAction action in run.RequiredActions) outputs.Add(new(action.ToolCallId, "1"));
                    run = client.SubmitToolOutputsToRun(t, run.Id, outputs);
                }
            }
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("while (!run.HasEnded())", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("turns++;", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("if (run.NeedsToolOutputs())", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("AgentDefinition.Get(a).ForResponse(t, outputs, background: true)", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PollingLoop_WithATokenOfItsOwn_StaysSoThatItCanEnd()
    {
        Rewrite rewrite = await FunctionAsync("""
            using CancellationTokenSource timeout = new(TimeSpan.FromSeconds(30));
            while (!run.Status.IsTerminal)
            {
                await Task.Delay(500, timeout.Token);
                run = await client.GetRunAsync(t, run.Id, timeout.Token);
            }
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("ForResponse(t, background: true)", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("await Task.Delay(500, timeout.Token);", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PollingLoop_WithATokenThatTheRunHadNot_HandsItOn()
    {
        Rewrite rewrite = await FunctionAsync(
            "while (!run.Status.IsTerminal) { await Task.Delay(500, source.Token); run = await client.GetRunAsync(t, run.Id); }",
            before: "CancellationTokenSource source = new();\n");

        Assert.Empty(rewrite.Left);
        Assert.Contains("CreateResponseAsync(AgentDefinition.Get(a).ForResponse(t), source.Token);", rewrite.Flat(), StringComparison.Ordinal);
        Assert.DoesNotContain("while", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_OfARunWithFunctions_IsRewrittenWithANote()
    {
        Rewrite rewrite = await FunctionAsync("Console.WriteLine(run.Usage.TotalTokenCount + run.RequiredActions.Count);");

        Assert.Contains("// TODO(AGM4018): this counts one response", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("run.Usage.TotalTokenCount", rewrite.Text(), StringComparison.Ordinal);
        Assert.Single(rewrite.Left);
    }

    private static Task<Rewrite> FunctionAsync(string after, string before = "") => Rewrite.OfAsync($$"""
        using OpenAI.Assistants;

        class C(AssistantClient client)
        {
            async Task Start()
            {
                Assistant assistant = await client.CreateAssistantAsync("m");
                await Run("t", assistant.Id);
            }

            async Task Run(string t, string a)
            {
                {{before}}ThreadRun run = await client.CreateRunAsync(t, a);
                {{after}}
            }

            bool Tick() => true;
            void Watch(ThreadRun run) { }
        }
        """);
}
