using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>A process dies while it begins a run: there is the run, with its thread locked, or nothing at all.</summary>
public sealed class RunStartTests
{
    [Fact]
    public async Task Create_StateBreaksAtAnyWrite_LeavesNoLockWithoutItsRun()
    {
        for (int writes = 0; ; writes++)
        {
            BreakingStore store = new();
            await using AdapterFixture first = await AdapterFixture.StartAsync(
                TargetKind.OpenAI, configure: options => options.Documents = store);
            string assistant = await first.CreateAssistantAsync();
            string thread = await first.CreateThreadAsync("hello");

            store.BreakAfter(writes);
            if (await StartsAsync(first, thread, assistant))
                break;
            store.Mend();
            await using AdapterFixture second = first.Restart(options => options.Documents = store);
            bool isThere = (await second.ListAsync($"threads/{thread}/runs")).Length > 0;
            LegacyAnswer next = await second.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");

            Assert.Equal(isThere ? 400 : 200, next.Status);
            Assert.InRange(writes, 0, 10);
        }
    }

    private static async Task<bool> StartsAsync(AdapterFixture adapter, string thread, string assistant)
    {
        try
        {
            await adapter.StartRunAsync(thread, assistant);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
