using System.Diagnostics;
using QuarterlyChart;

namespace AgentsMigration.Samples.Tests;

public sealed class CallLogTests
{
    [Fact]
    public void Calls_LegacyCallWithV2Calls_ShowsWhatBecameOfIt()
    {
        using ActivitySource source = new("AgentsMigration.Adapter");
        using CallLog log = new();
        Call(source, "POST /threads/{thread_id}/runs", 200, "GET /conversations/{conversation_id} 200", "POST /responses 200");
        Call(source, "GET /threads/{thread_id}/runs/{run_id}", 200, "GET /responses/{response_id} 200");
        Call(source, "GET /threads/{thread_id}/runs/{run_id}", 200, "GET /responses/{response_id} 200");
        Call(source, "DELETE /assistants/{assistant_id}", 404);

        Assert.Collection(
            log.Calls(),
            call =>
            {
                Assert.Equal("POST /threads/{thread_id}/runs 200", call.Name);
                Assert.Equal(["GET /conversations/{conversation_id} 200", "POST /responses 200"], call.Became);
                Assert.Equal(1, call.Count);
            },
            call => Assert.Equal(("GET /threads/{thread_id}/runs/{run_id} 200", 2), (call.Name, call.Count)),
            call => Assert.Equal(("DELETE /assistants/{assistant_id} 404", 0), (call.Name, call.Became.Count)));
    }

    [Fact]
    public void Calls_OtherSources_AreNotListenedTo()
    {
        using ActivitySource other = new("Some.Other.Library");
        using CallLog log = new();
        Assert.Null(other.StartActivity("GET /", ActivityKind.Server));
        Assert.Empty(log.Calls());
    }

    private static void Call(ActivitySource source, string name, int status, params string[] became)
    {
        using Activity call = source.StartActivity(name, ActivityKind.Server)!;
        call.SetTag("http.response.status_code", status);
        foreach (string[] parts in became.Select(text => text.Split(' ')))
        {
            using Activity child = source.StartActivity($"{parts[0]} {parts[1]}", ActivityKind.Client)!;
            child.SetTag("http.response.status_code", int.Parse(parts[2]));
        }
    }
}
