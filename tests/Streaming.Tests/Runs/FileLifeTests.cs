using System.Text.Json;
using AgentsMigration.Emulator;
using AgentsMigration.Streaming.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Streaming.Tests.Runs;

/// <summary>Files that code has written, in reach of the next run of their thread.</summary>
public sealed class FileLifeTests
{
    [Theory]
    [InlineData(5, false, false)]
    [InlineData(25, true, false)]
    [InlineData(25, true, true)]
    public async Task WrittenFile_NextRunOfTheThread_FindsIt(int minutesLater, bool handedIn, bool foundry)
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        EmulatorOptions emulator = Scripts.Options();
        emulator.TimeProvider = time;
        await using StreamWorld world = await StreamWorld.StartAsync(foundry, emulator, options => options.TimeProvider = time);
        string assistant = await world.Client.CreateAssistantAsync(Scripts.CodeInterpreter);
        string thread = await world.Client.CreateThreadAsync("print 7");
        await world.Client.StreamRunAsync(thread, assistant);

        time.Advance(TimeSpan.FromMinutes(minutesLater));
        await world.Client.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"read back"}""");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, assistant);

        LegacyEvent message = events.Single(e => e.Name == "thread.message.completed");
        Assert.Equal("It was 7.", message.Json.GetProperty("content")[0].GetProperty("text").GetProperty("value").GetString());
        Assert.Equal(handedIn ? 1 : 0, world.V2.Calls.Count(call => call.Method == "POST" && call.Path.EndsWith("/files", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WrittenFile_DeletedByTheApp_IsNotHandedIn()
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        EmulatorOptions emulator = Scripts.Options();
        emulator.TimeProvider = time;
        await using StreamWorld world = await StreamWorld.StartAsync(emulator: emulator, configure: options => options.TimeProvider = time);
        string assistant = await world.Client.CreateAssistantAsync(Scripts.CodeInterpreter);
        string thread = await world.Client.CreateThreadAsync("print 7");
        await world.Client.StreamRunAsync(thread, assistant);
        JsonElement file = Assert.Single((await world.Client.GetAsync("files?purpose=assistants_output")).GetProperty("data").EnumerateArray());
        await world.Client.SendAsync("DELETE", $"files/{file.GetProperty("id").GetString()}");

        time.Advance(TimeSpan.FromMinutes(25));
        await world.Client.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"print 8"}""");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, assistant);

        Assert.Equal("thread.run.completed", events[^2].Name);
        Assert.DoesNotContain(world.V2.Calls, call => call.Method == "POST" && call.Path.EndsWith("/files", StringComparison.Ordinal));
    }
}
