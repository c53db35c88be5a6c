using System.Text.Json;
using AgentsMigration.Adapter.Stores;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>What one adapter began on a SQLite file, another one finishes.</summary>
public sealed class RestartTests
{
    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Submit_AfterARestart_CompletesTheSameRun(TargetKind target)
    {
        using TemporaryFolder folder = new();
        await using AdapterFixture first = await AdapterFixture.StartAsync(target, configure: folder.Use);
        JsonElement waiting = await first.RunAsync("one call", ToolOutputTests.Lookup);
        string call = waiting.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")[0]
            .GetProperty("id").GetString()!;

        await using AdapterFixture second = first.Restart(folder.Use);
        (await second.SubmitAsync(waiting, (call, "42"))).Ok();
        JsonElement run = await second.PollAsync(waiting.GetProperty("thread_id").GetString()!, waiting.GetProperty("id").GetString()!);

        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.Equal(2, (await second.ListAsync($"{AdapterFixture.PathOf(run)}/steps")).Length);
    }

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Read_AfterARestart_FindsAssistantMessageAndGeneratedFile(TargetKind target)
    {
        using TemporaryFolder folder = new();
        await using AdapterFixture first = await AdapterFixture.StartAsync(target, configure: folder.Use);
        JsonElement run = await first.RunAsync("print 7", """ "tools":[{"type":"code_interpreter"}] """);

        await using AdapterFixture second = first.Restart(folder.Use);
        await second.GetAsync($"assistants/{run.GetProperty("assistant_id").GetString()}");
        JsonElement message = (await second.ListAsync($"threads/{run.GetProperty("thread_id").GetString()}/messages"))[0];
        string file = message.GetProperty("attachments")[0].GetProperty("file_id").GetString()!;

        Assert.Equal(run.GetProperty("id").GetString(), message.GetProperty("run_id").GetString());
        Assert.Equal("7"u8.ToArray(), (await second.SendAsync("GET", $"files/{file}/content")).Body);
    }

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Lock_AfterARestart_StillHolds(TargetKind target)
    {
        using TemporaryFolder folder = new();
        await using AdapterFixture first = await AdapterFixture.StartAsync(target, configure: folder.Use);
        JsonElement waiting = await first.RunAsync("one call", ToolOutputTests.Lookup);
        string thread = waiting.GetProperty("thread_id").GetString()!;

        await using AdapterFixture second = first.Restart(folder.Use);
        LegacyAnswer answer = await second.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"x"}""");

        Assert.Equal(
            $"Can't add messages to {thread} while a run {waiting.GetProperty("id").GetString()} is active.", answer.Error(400, null));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("agents-migration-").FullName;
        private readonly List<SqliteState> _open = [];

        public void Use(AdapterOptions options)
        {
            SqliteState state = SqliteState.Open(Path.Combine(_path, "state.db"));
            _open.Add(state);
            (options.Documents, options.Blobs) = (state.Documents, state.Blobs);
        }

        public void Dispose()
        {
            foreach (SqliteState state in _open)
                state.Dispose();
            Directory.Delete(_path, recursive: true);
        }
    }
}
