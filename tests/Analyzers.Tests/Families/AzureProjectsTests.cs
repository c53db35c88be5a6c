using AgentsMigration.Analyzers.Tests.Verification;

namespace AgentsMigration.Analyzers.Tests.Families;

/// <summary>Family b against declarations with the real names and signatures.</summary>
public sealed class AzureProjectsTests
{
    [Fact]
    public Task Clients_AreFound() => VerifyAsync("""
        using Azure.AI.Projects;
        using Azure.Core;

        class C
        {
            void Run(string connectionString, TokenCredential credential)
            {
                var client = new AgentsClient(connectionString, credential); //: AGM1001
                var project = new AIProjectClient(connectionString, credential); //: AGM6004
                AIProjectClient other = new(connectionString, credential); //: AGM6004
                var byEndpoint = new AIProjectClient(new Uri("https://x"), credential);
                client = project.GetAgentsClient(); //: AGM1002
            }
        }
        """);

    [Fact]
    public Task Calls_AreFound() => VerifyAsync("""
        using Azure;
        using Azure.AI.Projects;

        class C
        {
            async Task Run(AgentsClient client, AgentThread thread, Agent agent, ThreadRun run, ToolOutput[] outputs) //: AGM1003 AGM1007 AGM1007 AGM1007 AGM1007
            {
                Response<Agent> created = await client.CreateAgentAsync( //: AGM2001
                    model: "m", tools: new List<ToolDefinition> { new CodeInterpreterToolDefinition() }, //: AGM2007
                    toolResources: new ToolResources { CodeInterpreter = new CodeInterpreterToolResource() }); //: AGM2008 AGM2008 AGM2008 AGM2008
                Agent value = created.Value;
                client.CreateAgent("m"); //: AGM2001
                client.GetAgent("a"); //: AGM2002
                client.GetAgents(); //: AGM2002
                client.UpdateAgent("a"); //: AGM2003
                client.DeleteAgent(value.Id); //: AGM2004 AGM2009
                client.CreateThread(); //: AGM3001
                client.GetThread("t"); //: AGM3002
                client.GetThreads(); //: AGM3002
                client.UpdateThread("t"); //: AGM3003
                client.DeleteThread("t"); //: AGM3004
                client.CreateMessage("t", MessageRole.User, "x"); //: AGM3005 AGM3012
                client.GetMessage("t", "m"); //: AGM3006
                client.UpdateMessage("t", "m"); //: AGM3008
                Response<PageableList<ThreadMessage>> list = await client.GetMessagesAsync("t"); //: AGM3007
                IReadOnlyList<ThreadMessage> messages = list.Value.Data; //: AGM1008
                _ = messages[0].ContentItems; //: AGM5001
                client.CreateRun(thread, agent); //: AGM4001
                client.CreateRun("t", "a", additionalInstructions: "i", truncationStrategy: new TruncationObject("auto")); //: AGM4001 AGM4019 AGM4019 AGM4019
                client.GetRun("t", "r"); //: AGM4002
                client.GetRuns("t"); //: AGM4003
                client.UpdateRun("t", "r"); //: AGM4004
                client.CancelRun("t", "r"); //: AGM4005
                client.CreateThreadAndRun("a", thread: new AgentThreadCreationOptions { Messages = { } }); //: AGM3011 AGM3011 AGM4006
                client.SubmitToolOutputsToRun(run, outputs); //: AGM4007
                client.CreateRunStreaming("t", "a"); //: AGM4008
                client.SubmitToolOutputsToStream(run, outputs); //: AGM4009
                client.GetRunStep("t", "r", "s"); //: AGM4013
                client.GetRunSteps(run); //: AGM4013
                AgentFile file = await client.UploadFileAsync(filePath: "f.txt", purpose: AgentFilePurpose.Agents); //: AGM5007 AGM5010
                client.UploadFile(Stream.Null, AgentFilePurpose.Agents, "f.txt"); //: AGM5007 AGM5010
                client.GetFile(file.Id); //: AGM5008 AGM5010
                client.GetFiles(); //: AGM5008
                client.DeleteFile("f"); //: AGM5008
                client.GetFileContent("f"); //: AGM5009
                VectorStore store = await client.CreateVectorStoreAsync(fileIds: new List<string> { "f" }, name: "s"); //: AGM5011
                client.GetVectorStore(store.Id); //: AGM5011 AGM5011
                client.GetVectorStores(); //: AGM5011
                client.ModifyVectorStore("v"); //: AGM5011
                client.DeleteVectorStore("v"); //: AGM5011
                client.CreateVectorStoreFile("v", "f"); //: AGM5012
                client.GetVectorStoreFile("v", "f"); //: AGM5012
                client.GetVectorStoreFiles("v"); //: AGM5012
                client.DeleteVectorStoreFile("v", "f"); //: AGM5012
                client.CreateVectorStoreFileBatch("v", ["f"]); //: AGM5012
                client.GetVectorStoreFileBatch("v", "b"); //: AGM5012
                client.CancelVectorStoreFileBatch("v", "b"); //: AGM5012
                client.GetVectorStoreFileBatchFiles("v", "b"); //: AGM5012
            }
        }
        """);

    [Fact]
    public Task Data_IsFound() => VerifyAsync("""
        using Azure.AI.Projects;

        class C
        {
            void Run(ThreadRun run, MessageContent content) //: AGM1007 AGM1007
            {
                _ = run.Status == RunStatus.RequiresAction; //: AGM4014 AGM4014
                _ = run.LastError.Code; //: AGM4018 AGM4018
                _ = run.Usage.TotalTokens; //: AGM4018 AGM4018
                _ = (run.RequiredAction as SubmitToolOutputsAction)?.ToolCalls; //: AGM4016 AGM4016 AGM4016
                _ = content is MessageTextContent text ? text.Text : null; //: AGM5002 AGM5002
                _ = content is MessageImageFileContent image ? image.FileId : null; //: AGM5003 AGM5003
                _ = new FunctionToolDefinition("f", "d", BinaryData.FromString("{}")); //: AGM2007
                _ = new ToolOutput("c", "o"); //: AGM4017
            }
        }
        """);

    private static Task VerifyAsync(string source) => Lines.VerifyAsync(source, LegacyReferences.Azure);
}
