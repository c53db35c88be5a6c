using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using QuarterlyChart;

namespace AgentsMigration.LegacyClients;

/// <summary>What the user of the app sees when something goes wrong, and that the app still cleans up.</summary>
public sealed class FailingRunTests
{
    public static TheoryData<string> AllTargets => Targets.All;

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_ThatTheServiceFails_SaysWhyAndLeavesNothing(string target)
    {
        ModelScript script = ModelScript.Parse(
            """
            {
              "rules": [
                {
                  "name": "out-of-order",
                  "when": { "message": "chart" },
                  "output": [ { "fail": { "code": "server_error", "message": "The model is out of order." } } ]
                }
              ]
            }
            """);
        await using World world = await World.StartAsync(target, new EmulatorOptions { Script = script });
        (int exitCode, string output) = await world.RunAppAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("The run ended as failed: The model is out of order.", output, StringComparison.Ordinal);
        Leftovers.AssertConversations(world, target);
        await Leftovers.AssertNoneAsync(world);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_UnknownModel_NamesItAndLeavesNothing(string target)
    {
        await using World world = await World.StartAsync(target, new EmulatorOptions { Models = ["gpt-4o-mini"] });
        (int exitCode, string output) = await world.RunAppAsync(world.AppOptions(model: "gpt-none"));
        Assert.Equal(1, exitCode);
        Assert.Contains("gpt-none", output, StringComparison.Ordinal);
        await Leftovers.AssertNoneAsync(world);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_CsvWithoutTheColumn_SaysSoAndLeavesNothing(string target)
    {
        await using World world = await World.StartAsync(target);
        string csv = world.WriteFile("other.csv", "name,height\nA,1\n");
        (int exitCode, string output) = await world.RunAppAsync(world.AppOptions(csv));
        Assert.Equal(1, exitCode);
        Assert.Contains("The answer holds no file.", output, StringComparison.Ordinal);
        await Leftovers.AssertNoneAsync(world);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_CancelledWhileRunning_LeavesNothing(string target)
    {
        ModelScript script = ModelScript.Parse(
            """
            {
              "rules": [
                { "name": "slow", "when": { "message": "chart" }, "output": [ { "wait": 3600 }, { "text": "Too late." } ] }
              ]
            }
            """);
        await using World world = await World.StartAsync(target, new EmulatorOptions { Script = script });
        using CancellationTokenSource stop = new();
        await using CancellingWriter output = new("The run is in_progress", stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => LegacyApp.RunAsync(world.Client, world.AppOptions(), output, stop.Token));
        Assert.DoesNotContain("Could not delete", output.ToString(), StringComparison.Ordinal);
        Leftovers.AssertConversations(world, target);
        await Leftovers.AssertNoneAsync(world);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_UnsupportedFileType_NamesTheTypeAndTheField(string target)
    {
        await using World world = await World.StartAsync(target);
        (int exitCode, string output) = await world.RunAppAsync(world.AppOptions(world.WriteFile("figures.exe", "MZ")));
        Assert.Equal(1, exitCode);
        Assert.Contains("exe", output, StringComparison.Ordinal);
        Assert.Contains("file", output, StringComparison.Ordinal);
        Assert.Contains("400", output, StringComparison.Ordinal);
        await Leftovers.AssertNoneAsync(world);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_MissingFile_NamesItAndCallsNobody(string target)
    {
        await using World world = await World.StartAsync(target);
        (int exitCode, string output) = await world.RunAppAsync(world.AppOptions("not-there.csv"));
        Assert.Equal(1, exitCode);
        Assert.Contains("not-there.csv", output, StringComparison.Ordinal);
        Assert.Empty(world.Upstream.Calls);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_EmptyQuestion_NamesTheFieldAndLeavesNothing(string target)
    {
        await using World world = await World.StartAsync(target);
        (int exitCode, string output) = await world.RunAppAsync(world.AppOptions(question: ""));
        Assert.Equal(1, exitCode);
        Assert.Contains("content", output, StringComparison.Ordinal);
        await Leftovers.AssertNoneAsync(world);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_TargetUnreachable_SaysSo(string target)
    {
        await using World world = await World.StartAsync(target);
        Uri nobody = new("http://127.0.0.1:9"); // the discard port: nothing listens there
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(
            target == Targets.Foundry ? V2Target.Foundry(nobody, "key") : V2Target.OpenAI("key", nobody)));
        StringWriter output = new();
        int exitCode = await LegacyApp.RunAsync(
            World.CreateClient(adapter), world.AppOptions(), output, TestContext.Current.CancellationToken);
        Assert.Equal(1, exitCode);
        Assert.Contains("127.0.0.1:9", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_WrongKey_SaysSoWithoutTheKey(string target)
    {
        EmulatorOptions options = new() { ApiKey = "right" };
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);
        await using World world = await World.StartAsync(target);
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(Targets.Create(target, emulator, "wrong-secret-key")));
        StringWriter output = new();
        int exitCode = await LegacyApp.RunAsync(
            World.CreateClient(adapter), world.AppOptions(), output, TestContext.Current.CancellationToken);
        Assert.Equal(1, exitCode);
        Assert.Contains("401", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            target == Targets.OpenAI ? "Incorrect API key provided" : "invalid subscription key", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret-key", output.ToString(), StringComparison.Ordinal);
    }
}
