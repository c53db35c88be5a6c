using System.Collections.Immutable;
using AgentsMigration.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Tests.Families;

/// <summary>The same names in other namespaces are never flagged.</summary>
public sealed class LookAlikeTests
{
    private const string Forum = """
        namespace Forum;

        public class AssistantClient(string key)
        {
            public string Key => key;
            public ThreadRun CreateRun(string threadId, string assistantId) => new();
            public ThreadRun GetRun(string threadId, string runId) => new();
            public void SubmitToolOutputsToRun(string threadId, string runId, ToolOutput[] outputs) { }
            public IEnumerable<StreamingUpdate> CreateRunStreaming(string threadId, string assistantId) => [];
            public AssistantThread CreateThread(string[]? messages = null, string? metadata = null) => new();
        }

        public class AssistantsClient(string key) : AssistantClient(key);
        public class PersistentAgentsClient(string key) : AssistantClient(key);
        public class AgentsClient(string key) : AssistantClient(key);
        public class AssistantThread { public string Id => ""; }
        public class ThreadRun { public RunStatus Status => RunStatus.Completed; public string Id => ""; }
        public enum RunStatus { Queued, Completed }
        public class ToolOutput { public string Output { get; set; } = ""; }
        public class StreamingUpdate { public string Text => ""; }
        public class MessageTextContent { public string Text => ""; }

        public static class Factory
        {
            public static AssistantClient GetAssistantClient() => new("k");
            public static PersistentAgentsClient GetPersistentAgentsClient() => new("k");
        }

        public class Service(AssistantClient client, PersistentAgentsClient agents)
        {
            public string Run(object item)
            {
                ThreadRun run = client.CreateRun("t", "a");
                while (run.Status == RunStatus.Queued) run = client.GetRun("t", run.Id);
                foreach (StreamingUpdate update in agents.CreateRunStreaming("t", "a")) _ = update.Text;
                client.SubmitToolOutputsToRun("t", run.Id, [new ToolOutput { Output = "x" }]);
                client.CreateThread(messages: [], metadata: "m");
                _ = Factory.GetAssistantClient().Key;
                return item is MessageTextContent text ? text.Text : run.Status.ToString() == "Completed" ? "a" : "b";
            }
        }
        """;

    private static readonly string[] Imports =
    [
        "using OpenAI.Assistants;", "using Azure.AI.Agents.Persistent;", "using Azure.AI.Projects;",
        "using Azure.AI.OpenAI.Assistants;",
    ];

    [Fact]
    public async Task OtherNamespaces_WithOpenAIReferenced_AreNotFlagged() =>
        Assert.Empty(await FindAsync(LegacyReferences.OpenAI(), Forum, "using OpenAI.Assistants; class Uses { }"));

    [Fact]
    public async Task OtherNamespaces_WithAzureReferenced_AreNotFlagged() =>
        Assert.Empty(await FindAsync(LegacyReferences.Azure, Forum, string.Concat(Imports[1..]) + "class Uses { }"));

    [Fact]
    public async Task OtherNamespaces_InFilesThatImportGoneNamespaces_AreNotFlagged() =>
        Assert.Empty(await FindAsync(LegacyReferences.None, string.Concat(Imports) + "\n" + Forum));

    [Fact]
    public async Task LegacyNames_WithoutAnyLegacyNamespace_AreNotFlagged() => Assert.Empty(await FindAsync(
        LegacyReferences.None,
        "class C { void M(AssistantClient client) { var run = client.CreateRun(\"t\", \"a\"); _ = run.Status; } }"));

    [Fact]
    public async Task TypesThatV2Shares_AreNotFlagged() => Assert.Empty(await FindAsync(
        LegacyReferences.OpenAI("2.15.0"),
        """
        using OpenAI.Responses;

        class C
        {
            async Task Run(ResponsesClient client, CreateResponseOptions options)
            {
                ResponseResult response = await client.CreateResponseAsync(options);
                foreach (MessageResponseItem message in response.OutputItems.OfType<MessageResponseItem>())
                    Console.WriteLine(message.Content[0].Text + message.Role + message.Id + response.Status + MessageRole.User);
            }
        }
        """));

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(
        IReadOnlyList<MetadataReference> references, params string[] sources) => await Analysis.AnalyzeAsync(
            Analysis.Compile(references, sources), TestContext.Current.CancellationToken);
}
