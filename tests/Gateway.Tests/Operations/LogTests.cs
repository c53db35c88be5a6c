using AgentsMigration.Adapter;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Operations;

/// <summary>Everything is logged, at every level, and neither keys nor what people say is in it.</summary>
public sealed class LogTests
{
    private const string Said = "whispered";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Log_WholeScenario_HasNoKeyAndNoText(bool forwarded)
    {
        const string key = "caller-secret";
        await using GatewayWorld world = forwarded
            ? await GatewayWorld.StartAsync(emulator => V2Target.OpenAIAsCaller(emulator.OpenAIEndpoint), emulatorKey: key)
            : await GatewayWorld.StartAsync(agents => agents.AddKey(key, "shop"));
        await world.UploadAsync(key, Said);
        string assistant = (await world.SendAsync("POST", "/v1/assistants", $$"""{"model":"m","instructions":"{{Said}}"}""", key)).Id();
        string thread = (await world.SendAsync(
            "POST", "/v1/threads", $$$"""{"messages":[{"role":"user","content":"{{{Said}}}"}],"metadata":{"{{{Said}}}":"{{{Said}}}"}}""", key)).Id();
        string run = (await world.SendAsync(
            "POST", $"/v1/threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","additional_instructions":"{{Said}}"}""", key)).Id();
        await world.EndAsync(thread, run, key);
        await world.SendAsync("POST", $"/v1/threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","stream":true}""", key);
        await world.SendAsync("POST", $"/v1/threads/{thread}/runs/{run}/submit_tool_outputs", $$"""{"tool_outputs":[{"tool_call_id":"x","output":"{{Said}}"}]}""", key);
        await world.SendAsync("POST", "/v1/threads", $$"""{"messages":"{{Said}}"}""", key);
        await world.SendAsync("POST", "/v1/threads", $$"""{"{{Said}}":1}""", key);
        await world.SendAsync("POST", "/v1/threads", $$"""{"{{Said}}""", key);
        await world.SendAsync("GET", "/v1/threads", null, Said);

        Assert.Contains(world.Log.All, line => line.StartsWith("req_", StringComparison.Ordinal) && line.Contains("POST /threads 200", StringComparison.Ordinal));
        Assert.Contains(world.Log.All, line => line.StartsWith("req_", StringComparison.Ordinal) && line.Contains(" unknown 401 in ", StringComparison.Ordinal));
        foreach (string secret in new[] { key, "target-secret", Said })
            Assert.DoesNotContain(world.Log.All, line => line.Contains(secret, StringComparison.Ordinal));
    }
}
