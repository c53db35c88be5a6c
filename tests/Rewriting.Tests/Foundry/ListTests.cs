using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>The threads of a project and the runs of a thread.</summary>
public sealed class ListTests
{
    public static TheoryData<string> Generations => [.. FoundryReferences.Generations];

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task ThreadsAndRuns_AreListedAsConversationsAndResponses(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure;
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                async Task Run(CancellationToken cancellationToken)
                {
                    // All of them.
                    await foreach (PersistentAgentThread thread in client.Threads.GetThreadsAsync(limit: 20, order: ListSortOrder.Ascending, cancellationToken: cancellationToken))
                    {
                        Pageable<ThreadRun> runs = client.Runs.GetRuns(thread.Id, after: "a");
                        foreach (ThreadRun run in runs) Console.WriteLine(run.Id + run.Status);
                        Console.WriteLine(client.Runs.GetRuns(thread.Id).First().Id);
                    }
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("// All of them. await foreach (var thread in client.Conversations.GetProjectConversationsAsync(order: \"asc\", limit: 20, cancellationToken: cancellationToken))", text, StringComparison.Ordinal);
        Assert.Contains("IEnumerable<ResponseResult> runs = client.Responses.GetProjectResponses(conversationId: thread.Id, order: \"desc\", after: \"a\");", text, StringComparison.Ordinal);
        Assert.Contains("client.Responses.GetProjectResponses(conversationId: thread.Id, order: \"desc\").First().Id", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListsThatCameInOne_DoSo()
    {
        Rewrite rewrite = await Rewrite.UpgradeAsync("""
            using Azure;
            using Azure.AI.Projects;

            class C(AgentsClient client)
            {
                async Task<int> Run()
                {
                    int count = 0;
                    foreach (AgentThread thread in (await client.GetThreadsAsync()).Value.Data)
                    {
                        PageableList<ThreadRun> runs = client.GetRuns(thread.Id, limit: 5);
                        count += runs.Data.Count;
                    }

                    return count;
                }
            }
            """);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("foreach (var thread in (await client.Conversations.GetProjectConversationsAsync(order: \"desc\").ReadAllAsync()))", text, StringComparison.Ordinal);
        Assert.Contains("IReadOnlyList<ResponseResult> runs = client.Responses.GetProjectResponses(conversationId: thread.Id, order: \"desc\", limit: 5).ToList();", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrderThatIsNotWrittenOut_IsLeftToAPerson()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                int Count(string threadId, bool up) => client.Runs.GetRuns(threadId, order: up ? ListSortOrder.Ascending : ListSortOrder.Descending).Count();
            }
            """, "2.0");

        Assert.Equal("the order is said as \"asc\" or \"desc\"", Assert.Single(rewrite.Left).Left);
    }
}
