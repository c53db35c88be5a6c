using AgentsMigration.Analyzers.Tests.Verification;

namespace AgentsMigration.Analyzers.Tests.Families;

/// <summary>Family a against declarations with the real names and signatures.</summary>
public sealed class AzureAssistantsTests
{
    [Fact]
    public Task Clients_AreFound() => VerifyAsync("""
        using Azure;
        using Azure.AI.OpenAI.Assistants;

        class C
        {
            void Run(Uri endpoint)
            {
                _ = new AssistantsClient(endpoint, new AzureKeyCredential("k")); //: AGM1001
                _ = new AssistantsClient("key", new AssistantsClientOptions()); //: AGM1001 AGM1005
            }
        }
        """);

    [Fact]
    public Task Calls_AreFound() => VerifyAsync("""
        using Azure.AI.OpenAI.Assistants;

        class C
        {
            async Task Run(AssistantsClient client, AssistantThread thread, Assistant assistant, ThreadRun run, ToolOutput[] outputs) //: AGM1003 AGM1007 AGM1007 AGM1007 AGM1007
            {
                client.CreateAssistant(new AssistantCreationOptions("m") //: AGM2001 AGM2006
                {
                    Name = "n", //: AGM2006
                    Instructions = "i", //: AGM2006
                    Tools = { new CodeInterpreterToolDefinition(), new RetrievalToolDefinition() }, //: AGM2006 AGM2007 AGM2007
                    FileIds = { "f" }, //: AGM2008
                });
                await client.GetAssistantAsync("a"); //: AGM2002
                client.GetAssistants(); //: AGM2002
                client.UpdateAssistant("a", new UpdateAssistantOptions { Model = "m" }); //: AGM2003 AGM2006 AGM2006
                client.DeleteAssistant(assistant.Id); //: AGM2004 AGM2009
                client.LinkAssistantFile("a", "f"); //: AGM2005
                client.UnlinkAssistantFile("a", "f"); //: AGM2005
                client.GetAssistantFile("a", "f"); //: AGM2005
                client.GetAssistantFiles("a"); //: AGM2005
                client.CreateThread(); //: AGM3001
                client.CreateThread(new AssistantThreadCreationOptions { Messages = { new ThreadInitializationMessage(MessageRole.User, "x") } }); //: AGM3001 AGM3011 AGM3011 AGM3011 AGM3012
                client.GetThread("t"); //: AGM3002
                client.UpdateThread("t"); //: AGM3003
                client.DeleteThread("t"); //: AGM3004
                client.CreateMessage("t", MessageRole.User, "x", fileIds: ["f"]); //: AGM3005 AGM3011 AGM3012
                client.GetMessage("t", "m"); //: AGM3006
                client.GetMessages("t"); //: AGM3007
                client.UpdateMessage("t", "m"); //: AGM3008
                client.GetMessageFile("t", "m", "f"); //: AGM3010
                client.GetMessageFiles("t", "m"); //: AGM3010
                client.CreateRun(thread, assistant); //: AGM4001
                client.CreateRun("t", new CreateRunOptions("a") { AdditionalInstructions = "i", OverrideModelName = "m" }); //: AGM4001 AGM4019 AGM4019 AGM4019
                client.GetRun("t", "r"); //: AGM4002
                client.GetRuns("t"); //: AGM4003
                client.UpdateRun("t", "r"); //: AGM4004
                client.CancelRun("t", "r"); //: AGM4005
                client.CreateThreadAndRun(new CreateAndRunThreadOptions("a") { Thread = new() }); //: AGM3011 AGM4006 AGM4019 AGM4019
                client.SubmitToolOutputsToRun(run, outputs); //: AGM4007
                client.SubmitToolOutputsToRun("t", "r", outputs); //: AGM4007
                client.GetRunStep("t", "r", "s"); //: AGM4013
                client.GetRunSteps(run); //: AGM4013
                client.UploadFile("f.txt", OpenAIFilePurpose.Assistants); //: AGM5007 AGM5010
                client.UploadFile(BinaryData.FromString("a"), OpenAIFilePurpose.FineTune); //: AGM5007 AGM5010
                client.GetFile("f"); //: AGM5008
                client.GetFiles(); //: AGM5008
                client.DeleteFile("f"); //: AGM5008
                client.GetFileContent("f"); //: AGM5009
            }
        }
        """);

    [Fact]
    public Task Data_IsFound() => VerifyAsync("""
        using Azure.AI.OpenAI.Assistants;

        class C
        {
            void Run(PageableList<ThreadMessage> page, ThreadRun run, OpenAIFile file) //: AGM1007 AGM1007 AGM1007 AGM1007
            {
                _ = page.Data; //: AGM1008
                _ = page.FirstId; //: AGM1008
                _ = page.LastId; //: AGM1008
                _ = page.HasMore; //: AGM1008
                _ = page.Data[0].FileIds; //: AGM1008 AGM3010
                foreach (MessageContent item in page.Data[0].ContentItems) //: AGM1008 AGM5001
                {
                    _ = item is MessageTextContent text ? text.Text : null; //: AGM5002 AGM5002
                    _ = item is MessageImageFileContent image ? image.FileId : null; //: AGM5003 AGM5003
                }
                _ = run.Status == RunStatus.Queued; //: AGM4014 AGM4014
                _ = run.LastError.Message; //: AGM4018 AGM4018
                _ = run.RequiredAction is SubmitToolOutputsAction action && action.ToolCalls[0] is RequiredFunctionToolCall call && call.Name == ""; //: AGM4016 AGM4016 AGM4016 AGM4016 AGM4016
                _ = file.Filename; //: AGM5010
                _ = file.Size; //: AGM5010
                _ = new FunctionToolDefinition("f", "d", BinaryData.FromString("{}")); //: AGM2007
            }
        }
        """);

    private static Task VerifyAsync(string source) => Lines.VerifyAsync(source, LegacyReferences.Azure);
}
