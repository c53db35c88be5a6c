using AgentsMigration.TestSupport;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.LegacyClients;

/// <summary>Both sides of the adapter during a whole run, against the official descriptions.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task Run_AllCallsToTheService_FitItsDescription()
    {
        OpenApiSchema v2 = OpenApiSchema.OpenAI;
        await using World world = await World.StartAsync(Targets.OpenAI);
        (int exitCode, string output) = await world.RunAppAsync();
        Assert.True(exitCode == 0, output);

        int requests = 0;
        int responses = 0;
        foreach (RecordedCall call in world.Upstream.Calls)
        {
            if (IsJson(call.RequestBody))
            {
                v2.AssertRequest(call.Method, call.Path, call.RequestJson);
                Assert.Empty(v2.FindUndeclared(call.Method, call.Path, call.RequestJson));
                requests++;
            }

            if (IsJson(call.ResponseBody) && !IsUndescribed(call))
            {
                v2.AssertResponse(call.Method, call.Path, call.Status, call.ResponseJson, RecordedDeviations.OpenAI);
                responses++;
            }
        }

        // No upper bound: how often the app polls is the machine's affair.
        Assert.True(requests >= 3, $"{requests} requests");
        Assert.True(responses >= 8, $"{responses} responses");
    }

    [Theory]
    [InlineData(Targets.OpenAI)]
    [InlineData(Targets.Foundry)]
    public async Task Run_AllAnswersToTheApp_FitTheLegacyDescription(string target)
    {
        OpenApiSchema legacy = OpenApiSchema.OpenAI;
        await using World world = await World.StartAsync(target);
        (int exitCode, string output) = await world.RunAppAsync();
        Assert.True(exitCode == 0, output);

        Assert.True(world.Traffic.Calls.Count >= 12, $"{world.Traffic.Calls.Count} calls");
        foreach (RecordedCall call in world.Traffic.Calls.Where(call => IsJson(call.ResponseBody)))
        {
            legacy.AssertResponse(call.Method, call.Path, call.Status, call.ResponseJson, RecordedDeviations.OpenAI);
        }
    }

    private static bool IsJson(string? body) => body is ['{', ..];

    /// <summary>The description has no body for the answer to the deletion of a response.</summary>
    private static bool IsUndescribed(RecordedCall call) =>
        call.Method == "DELETE" && call.Path.Contains("/responses/", StringComparison.Ordinal);
}
