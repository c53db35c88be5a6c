using System.ClientModel;
using OpenAI.Assistants;
using OpenAI.Files;

namespace AgentsMigration.LegacyClients;

internal static class Leftovers
{
    /// <summary>Asserts that nothing of what the app made is there any more, on either side.</summary>
    public static async Task AssertNoneAsync(World world)
    {
        Assert.Equal(0, await world.Service.CountFilesAsync());
        Assert.Equal(0, await world.Service.CountAgentsAsync());
        foreach (string conversation in ConversationsMade(world))
        {
            Assert.False(await world.Service.HasConversationAsync(conversation), conversation);
        }

        AssistantClient assistants = world.Client.GetAssistantClient();
        foreach (string assistant in world.Traffic.AssistantsMade)
        {
            ClientResultException gone = await Assert.ThrowsAsync<ClientResultException>(
                () => assistants.GetAssistantAsync(assistant, TestContext.Current.CancellationToken));
            Assert.Equal(404, gone.Status);
        }

        OpenAIFileClient files = world.Client.GetOpenAIFileClient();
        foreach (string file in world.Traffic.FilesDownloaded)
        {
            ClientResultException gone = await Assert.ThrowsAsync<ClientResultException>(
                () => files.GetFileAsync(file, TestContext.Current.CancellationToken));
            Assert.Equal(404, gone.Status);
        }
    }

    /// <summary>One, in a service that has conversations.</summary>
    public static void AssertConversations(World world, string target) =>
        Assert.Equal(target == Targets.AzureOpenAI ? 0 : 1, ConversationsMade(world).Count);

    private static IReadOnlyList<string> ConversationsMade(World world) =>
        [.. world.Upstream.Calls
            .Where(call => call is { Method: "POST", Status: 200 }
                && call.Path.EndsWith("/conversations", StringComparison.Ordinal))
            .Select(call => call.ResponseJson.GetProperty("id").GetString()!)];
}
