using AgentsMigration.Analyzers.Tests.Verification;

namespace AgentsMigration.Analyzers.Tests.Families;

/// <summary>Family c against declarations with the real names and signatures.</summary>
public sealed class AzurePersistentTests
{
    [Fact]
    public Task Clients_AreFound() => VerifyAsync("""
        using Azure.AI.Agents.Persistent;
        using Azure.Core;
        using System.ClientModel.Primitives;

        class C
        {
            private readonly PersistentAgentsAdministrationClient _admin; //: AGM1003

            C(string endpoint, TokenCredential credential, ClientConnectionProvider project)
            {
                var client = new PersistentAgentsClient(endpoint, credential); //: AGM1001
                var options = new PersistentAgentsAdministrationClientOptions(); //: AGM1005
                client = new(endpoint, credential, options); //: AGM1001
                client = project.GetPersistentAgentsClient(); //: AGM1002
                _admin = client.Administration; //: AGM1002
                _admin = new PersistentAgentsAdministrationClient(endpoint, credential); //: AGM1001
                var runs = client.Runs; //: AGM1002
                client.AsIChatClient("a", "t"); //: AGM1006
            }
        }
        """);

    [Fact]
    public Task Calls_AreFound() => VerifyAsync("""
        using Azure.AI.Agents.Persistent;

        class C
        {
            async Task Run(PersistentAgentsClient client, PersistentAgentThread thread, PersistentAgent agent, ThreadRun run, ToolOutput[] outputs) //: AGM1003 AGM1007 AGM1007 AGM1007 AGM1007
            {
                client.Administration.CreateAgent("m"); //: AGM2001
                await client.Administration.CreateAgentAsync("m"); //: AGM2001
                client.Administration.CreateAgent(null!, context: null!); //: AGM2001
                client.Administration.GetAgent("a"); //: AGM2002
                await client.Administration.GetAgentAsync("a"); //: AGM2002
                client.Administration.GetAgents(); //: AGM2002
                client.Administration.GetAgentsAsync(); //: AGM2002
                client.Administration.UpdateAgent("a"); //: AGM2003
                await client.Administration.UpdateAgentAsync("a"); //: AGM2003
                client.Administration.DeleteAgent("a"); //: AGM2004
                await client.Administration.DeleteAgentAsync("a"); //: AGM2004

                client.Threads.CreateThread(); //: AGM3001
                await client.Threads.CreateThreadAsync(); //: AGM3001
                client.Threads.GetThread("t"); //: AGM3002
                client.Threads.GetThreads(); //: AGM3002
                client.Threads.UpdateThread("t"); //: AGM3003
                client.Threads.DeleteThread("t"); //: AGM3004
                client.Messages.CreateMessage("t", MessageRole.User, "x"); //: AGM3005 AGM3012
                await client.Messages.CreateMessageAsync("t", MessageRole.Agent, "x"); //: AGM3005 AGM3012
                client.Messages.GetMessage("t", "m"); //: AGM3006
                client.Messages.GetMessages("t"); //: AGM3007
                client.Messages.GetMessagesAsync("t"); //: AGM3007
                client.Messages.UpdateMessage("t", "m"); //: AGM3008
                client.Messages.DeleteMessage("t", "m"); //: AGM3009

                client.Runs.CreateRun(thread, agent); //: AGM4001
                await client.Runs.CreateRunAsync("t", "a"); //: AGM4001
                client.Runs.GetRun("t", "r"); //: AGM4002
                client.Runs.GetRuns("t"); //: AGM4003
                client.Runs.UpdateRun("t", "r"); //: AGM4004
                client.Runs.CancelRun("t", "r"); //: AGM4005
                client.CreateThreadAndRun("a"); //: AGM4006
                await client.CreateThreadAndRunAsync("a"); //: AGM4006
                client.Runs.SubmitToolOutputsToRun(run, outputs); //: AGM4007
                await client.Runs.SubmitToolOutputsToRunAsync("t", "r", outputs, toolApprovals: null); //: AGM4007 AGM4017
                client.Runs.CreateRunStreaming("t", "a"); //: AGM4008
                client.Runs.CreateRunStreamingAsync("t", "a"); //: AGM4008
                client.Runs.SubmitToolOutputsToStream(run, outputs); //: AGM4009
                client.Runs.SubmitToolOutputsToStreamAsync(run, outputs); //: AGM4009
                client.Runs.GetRunStep("t", "r", "s"); //: AGM4013
                client.Runs.GetRunSteps(run); //: AGM4013

                client.Files.UploadFile("data.csv", PersistentAgentFilePurpose.Agents); //: AGM5007 AGM5010
                client.Files.UploadFile(Stream.Null, PersistentAgentFilePurpose.Vision, "a.png"); //: AGM5007 AGM5010
                client.Files.GetFile("f"); //: AGM5008
                client.Files.GetFiles(); //: AGM5008
                client.Files.DeleteFile("f"); //: AGM5008
                client.Files.GetFileContent("f"); //: AGM5009

                client.VectorStores.CreateVectorStore(["f"]); //: AGM5011
                client.VectorStores.GetVectorStore("v"); //: AGM5011
                client.VectorStores.GetVectorStores(); //: AGM5011
                client.VectorStores.ModifyVectorStore("v"); //: AGM5011
                client.VectorStores.DeleteVectorStore("v"); //: AGM5011
                client.VectorStores.CreateVectorStoreFile("v", "f"); //: AGM5012
                client.VectorStores.GetVectorStoreFile("v", "f"); //: AGM5012
                client.VectorStores.GetVectorStoreFiles("v"); //: AGM5012
                client.VectorStores.DeleteVectorStoreFile("v", "f"); //: AGM5012
                client.VectorStores.CreateVectorStoreFileBatch("v", ["f"]); //: AGM5012
                client.VectorStores.GetVectorStoreFileBatch("v", "b"); //: AGM5012
                client.VectorStores.CancelVectorStoreFileBatch("v", "b"); //: AGM5012
                client.VectorStores.GetVectorStoreFileBatchFiles("v", "b"); //: AGM5012
            }
        }
        """);

    [Fact]
    public Task Options_AreFound() => VerifyAsync("""
        using Azure.AI.Agents.Persistent;

        class C
        {
            void Run(PersistentAgentsClient client) //: AGM1003
            {
                client.Administration.CreateAgent( //: AGM2001
                    model: "m",
                    name: "n",
                    tools: [new CodeInterpreterToolDefinition(), new FileSearchToolDefinition()], //: AGM2007 AGM2007
                    toolResources: new ToolResources //: AGM2008 AGM2008
                    {
                        CodeInterpreter = new CodeInterpreterToolResource { FileIds = { "f" } }, //: AGM2008 AGM2008 AGM2008
                        FileSearch = new FileSearchToolResource { VectorStoreIds = { "v" }, VectorStores = { } }, //: AGM2008 AGM2008 AGM2008 AGM2008
                    },
                    responseFormat: null, //: AGM2006
                    metadata: null); //: AGM2006
                client.Threads.CreateThread( //: AGM3001
                    messages: [new ThreadMessageOptions(MessageRole.User, "x")], //: AGM3011 AGM3011 AGM3012
                    toolResources: null, //: AGM2008
                    metadata: null); //: AGM3011
                client.Messages.CreateMessage("t", MessageRole.User, "x", //: AGM3005 AGM3012
                    attachments: [new MessageAttachment("f", [])], //: AGM3011 AGM3011
                    metadata: null); //: AGM3011
                client.Messages.CreateMessage("t", MessageRole.User, (MessageInputContentBlock[])[ //: AGM3005 AGM3012 AGM5001
                    new MessageInputTextBlock("x"), //: AGM5006
                    new MessageInputImageFileBlock(new MessageImageFileParam("f")), //: AGM5006 AGM5006
                    new MessageInputImageUriBlock(new MessageImageUriParam("u"))]); //: AGM5006 AGM5006
                client.Messages.GetMessages("t", runId: "r"); //: AGM3007 AGM3011
                client.Runs.CreateRun("t", "a", //: AGM4001
                    overrideModelName: "m", //: AGM4019
                    overrideInstructions: "i", //: AGM4019
                    additionalInstructions: "i", //: AGM4019
                    additionalMessages: null, //: AGM4019
                    overrideTools: null, //: AGM4019
                    stream: false, //: AGM4019
                    maxPromptTokens: 1, //: AGM4019
                    maxCompletionTokens: 1, //: AGM4019
                    truncationStrategy: new Truncation("last_messages") { LastMessages = 3 }, //: AGM4019 AGM4019 AGM4019
                    toolChoice: null, //: AGM4019
                    responseFormat: null, //: AGM4019
                    parallelToolCalls: true, //: AGM4019
                    metadata: null); //: AGM4019
                client.Runs.CreateRunStreaming("t", "a", options: new CreateRunStreamingOptions //: AGM4008 AGM4019
                {
                    OverrideModelName = "m", //: AGM4019
                    AdditionalInstructions = "i", //: AGM4019
                    Include = [RunAdditionalFieldList.FileSearchContents], //: AGM4019 AGM4019
                    AutoFunctionCallOptions = new AutoFunctionCallOptions([], 1), //: AGM4019 AGM4019
                });
                client.CreateThreadAndRun("a", new ThreadAndRunOptions //: AGM4006 AGM4019
                {
                    ThreadOptions = new PersistentAgentThreadCreationOptions { Messages = { } }, //: AGM3011 AGM3011 AGM4019
                });
                _ = new FunctionToolDefinition("f", "d", BinaryData.FromString("{}")); //: AGM2007
                _ = new ConnectedAgentToolDefinition(null!); //: AGM2007
                _ = new ToolOutput("c", "o"); //: AGM4017
                _ = new ToolApproval("c", true); //: AGM4017
            }
        }
        """);

    [Fact]
    public Task Data_IsFound() => VerifyAsync("""
        using Azure.AI.Agents.Persistent;

        class C
        {
            void Agents(PersistentAgent agent, PersistentAgentThread thread, PersistentAgentFileInfo file, PersistentAgentsVectorStore store) //: AGM1007 AGM1007 AGM1007 AGM1007
            {
                _ = agent.Id; //: AGM2009
                _ = agent.Tools; //: AGM2009
                _ = thread.Id; //: AGM3013
                _ = thread.ToolResources; //: AGM3013
                _ = file.Filename; //: AGM5010
                _ = file.Size; //: AGM5010
                _ = file.Purpose; //: AGM5010
                _ = store.Id; //: AGM5011
            }

            void Messages(PersistentThreadMessage message) //: AGM1007
            {
                foreach (MessageContent item in message.ContentItems) //: AGM5001
                {
                    if (item is MessageTextContent text) //: AGM5002
                    {
                        _ = text.Text; //: AGM5002
                        foreach (MessageTextAnnotation annotation in text.Annotations) //: AGM5005
                        {
                            _ = annotation.Text; //: AGM5005
                            _ = annotation is MessageTextFilePathAnnotation path ? path.FileId : null; //: AGM5004 AGM5004
                            _ = annotation is MessageTextFileCitationAnnotation quote ? quote.Quote : null; //: AGM5005 AGM5005
                            _ = (annotation as MessageTextFileCitationAnnotation)?.FileId; //: AGM5005 AGM5005
                            _ = annotation is MessageTextUriCitationAnnotation link ? link.UriCitation.Uri : null; //: AGM5005 AGM5005 AGM5005
                            _ = ((MessageTextUriCitationAnnotation)annotation).UriCitation.Title; //: AGM5005 AGM5005 AGM5005
                        }
                    }
                    else if (item is MessageImageFileContent { FileId: var id }) //: AGM5003 AGM5003
                    {
                    }
                }
            }

            void Runs(ThreadRun run) //: AGM1007
            {
                _ = run.Status == RunStatus.Completed; //: AGM4014 AGM4014
                _ = run.LastError.Message; //: AGM4018 AGM4018
                _ = run.IncompleteDetails.Reason; //: AGM4018 AGM4018
                _ = run.Usage.PromptTokens; //: AGM4018 AGM4018
                _ = run.Usage.CompletionTokens; //: AGM4018 AGM4018
                _ = run.Usage.TotalTokens; //: AGM4018 AGM4018
                if (run.RequiredAction is SubmitToolOutputsAction action) //: AGM4016 AGM4016
                {
                    foreach (RequiredToolCall call in action.ToolCalls) //: AGM4016
                    {
                        _ = call.Id; //: AGM4016
                        _ = call is RequiredFunctionToolCall function ? function.Name + function.Arguments : ""; //: AGM4016 AGM4016 AGM4016
                    }
                }
                _ = run.RequiredActions; //: AGM4016
                _ = run.RequiredAction is SubmitToolApprovalAction; //: AGM4016 AGM4017
            }

            void Steps(RunStep step, StreamingUpdate update) //: AGM1007 AGM1007
            {
                _ = step.StepDetails is RunStepToolCallDetails calls && calls.ToolCalls[0] is RunStepCodeInterpreterToolCall code //: AGM4021 AGM4021 AGM4021 AGM4021
                    && code.Input.Length > 0 && code.Outputs[0] is RunStepCodeInterpreterImageOutput; //: AGM4021 AGM4021 AGM4021
                _ = update.UpdateKind == StreamingUpdateReason.RunCompleted; //: AGM4020 AGM4020
                _ = update is MessageContentUpdate text ? text.Text : null; //: AGM4020 AGM4020
            }
        }
        """);

    private static Task VerifyAsync(string source) => Lines.VerifyAsync(source, LegacyReferences.Azure);
}
