using AgentsMigration.Analyzers.Tests.Verification;

namespace AgentsMigration.Analyzers.Tests.Flows;

/// <summary>Code whose package was upgraded away is known by its using directives and names.</summary>
public sealed class UnboundTests
{
    [Fact]
    public Task PersistentAgents_WithoutTheirPackage_AreFound() => Lines.VerifyUnboundAsync("""
        using Azure.AI.Agents.Persistent;

        class C
        {
            private readonly PersistentAgentsClient _client; //: AGM1003

            C(string endpoint) => _client = new PersistentAgentsClient(endpoint, null); //: AGM1001

            async Task Run(string threadId)
            {
                PersistentAgentsClient own = new(threadId, null); //: AGM1001
                PersistentAgent agent = await _client.Administration.CreateAgentAsync(model: "m", toolResources: new ToolResources()); //: AGM2001 AGM2008 AGM2008
                var thread = (await own.Threads.CreateThreadAsync()).Value; //: AGM3001
                Console.WriteLine(agent.Id + thread.Id); //: AGM2009 AGM3013
                ThreadRun run = await _client.Runs.CreateRunAsync(threadId, agent.Id); //: AGM2009 AGM4001
                do //: AGM4010
                {
                    await Task.Delay(500);
                    run = await _client.Runs.GetRunAsync(threadId, run.Id); //: AGM4002 AGM4018
                }
                while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress); //: AGM4014 AGM4014 AGM4014 AGM4014

                await foreach (var message in _client.Messages.GetMessagesAsync(threadId)) //: AGM3007
                {
                    foreach (MessageContent item in message.ContentItems) //: AGM5001
                    {
                        if (item is MessageTextContent text) Console.Write(text.Text); //: AGM5002 AGM5002
                        if (item is MessageImageFileContent image) Console.Write(image.FileId); //: AGM5003 AGM5003
                    }
                }
            }
        }
        """, LegacyReferences.AzureCore);

    [Fact]
    public Task AgentsClient_AfterProjectsWasUpgraded_IsFound() => Lines.VerifyUnboundAsync("""
        using Azure.AI.Projects;

        namespace Azure.AI.Projects
        {
            public class AIProjectClient(Uri endpoint, object credential)
            {
                public object Endpoint => (endpoint, credential);
            }
        }

        class C
        {
            async Task Run(string connectionString)
            {
                var project = new AIProjectClient(connectionString, null); //: AGM6004
                var current = new AIProjectClient(new Uri("https://x"), new object());
                AgentsClient client = project.GetAgentsClient(); //: AGM1002
                Agent agent = await client.CreateAgentAsync("m"); //: AGM2001
                var run = client.CreateRun("t", agent.Id).Value; //: AGM2009 AGM4001
                Console.WriteLine(run.LastError.Message + current.Endpoint); //: AGM4018 AGM4018
            }
        }
        """, LegacyReferences.AzureCore);

    [Fact]
    public Task Assistants_OfBothKinds_AreTakenApartByTheirUsings() => Lines.VerifyAsync(
        [
            """
            using OpenAI.Assistants;

            class D
            {
                void Run(AssistantClient client) => client.ModifyThread("t", null); //: AGM1003 AGM3003
            }
            """,
            """
            using Azure.AI.OpenAI.Assistants;

            class A
            {
                void Run(AssistantsClient client) => client.LinkAssistantFile("a", "f"); //: AGM1003 AGM2005
                void Other(AssistantClient client) => client.ModifyThread("t", null);
            }
            """,
        ],
        LegacyReferences.None,
        compiles: false,
        only: null,
        []);

    [Fact]
    public Task QualifiedNames_AreFound() => Lines.VerifyUnboundAsync("""
        using Azure.AI.Agents.Persistent;

        class C
        {
            object Make() => new Azure.AI.Agents.Persistent.PersistentAgentsClient("e", null); //: AGM1001
            object Other() => new Some.Other.PersistentAgentsClient("e", null);
        }
        """, LegacyReferences.AzureCore);

    [Fact]
    public Task OrdinaryMembers_OfUnknownReceivers_AreNotGuessed() => Lines.VerifyUnboundAsync("""
        using Azure.AI.Agents.Persistent;

        class C
        {
            void Run(Missing missing)
            {
                Console.WriteLine(missing.Id + missing.Status + missing.Text + missing.Model.Name);
                var result = missing.Load();
                Console.WriteLine(result.Id + result.Content);
            }
        }
        """, LegacyReferences.AzureCore);
}
