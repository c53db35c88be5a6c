using System.Diagnostics;
using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Adapter.Stores;
using AgentsMigration.Emulator;
using AgentsMigration.Streaming.Harness;
using AgentsMigration.Streaming.Tests.Support;

namespace AgentsMigration.Streaming.Tests.Runs;

/// <summary>A process that dies while it streams a run, and another one that opens the same state.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("killed-stream-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("thread.run.created")]
    [InlineData("thread.run.in_progress")]
    [InlineData("thread.run.step.delta")]
    [InlineData("thread.run.step.completed")]
    [InlineData("thread.message.delta")]
    public async Task Process_KilledAtAnEvent_RunIsFoundWithItsFiles(string killedAt)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(Scripts.Options(), Token);
        LegacyEvent run = await StreamAndKillAsync(emulator.OpenAIEndpoint, "print 7", killedAt);

        using SqliteState state = SqliteState.Open(Path.Combine(_folder.FullName, "state.db"));
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("key", emulator.OpenAIEndpoint))
        {
            Documents = state.Documents,
            Blobs = state.Blobs,
        });
        using LegacyClient client = new(adapter.CreateHandler());
        JsonElement found = await client.PollAsync(run.Text("thread_id"), run.Text("id"));

        Assert.Equal("completed", found.GetProperty("status").GetString());
        JsonElement[] steps = [.. (await client.GetAsync($"threads/{run.Text("thread_id")}/runs/{run.Text("id")}/steps")).GetProperty("data").EnumerateArray()];
        Assert.Equal(["message_creation", "tool_calls"], steps.Select(step => step.GetProperty("type").GetString()));
        JsonElement message = (await client.GetAsync($"threads/{run.Text("thread_id")}/messages")).GetProperty("data")[0];
        string file = Assert.Single(message.GetProperty("attachments").EnumerateArray()).GetProperty("file_id").GetString()!;
        Assert.Equal(run.Text("id"), message.GetProperty("run_id").GetString());
        Assert.Equal("7"u8.ToArray(), await client.ReadAsync($"files/{file}/content"));
        await client.SendAsync("POST", $"threads/{run.Text("thread_id")}/messages", """{"role":"user","content":"free"}""");
    }

    [Fact]
    public async Task Process_KilledWhileTheRunGoesOn_RunIsStillInProgress()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(Scripts.Options(), Token);
        LegacyEvent run = await StreamAndKillAsync(emulator.OpenAIEndpoint, "take long", "thread.message.completed");

        using SqliteState state = SqliteState.Open(Path.Combine(_folder.FullName, "state.db"));
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("key", emulator.OpenAIEndpoint)) { Documents = state.Documents, Blobs = state.Blobs });
        using LegacyClient client = new(adapter.CreateHandler());

        Assert.Equal("in_progress", (await client.GetAsync($"threads/{run.Text("thread_id")}/runs/{run.Text("id")}")).GetProperty("status").GetString());
        (int status, string body) = await client.TrySendAsync("POST", $"threads/{run.Text("thread_id")}/messages", """{"role":"user","content":"x"}""");
        Assert.Equal(400, status);
        Assert.Contains($"Can't add messages to {run.Text("thread_id")} while a run {run.Text("id")} is active.", body);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The run's first event.</summary>
    private async Task<LegacyEvent> StreamAndKillAsync(Uri endpoint, string message, string killedAt)
    {
        using Process app = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Program).Assembly.Location, endpoint.ToString(), Path.Combine(_folder.FullName, "state.db"), message])
        {
            RedirectStandardOutput = true,
        })!;
        LegacyEvent? first = null;
        string name = "";
        while (await app.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line["event: ".Length..];
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                first ??= new LegacyEvent(name, line["data: ".Length..]);
            if (name == killedAt && first is not null)
                break;
        }
        app.Kill();
        await app.WaitForExitAsync(Token);
        Assert.Equal(killedAt, name);
        return first!;
    }
}
