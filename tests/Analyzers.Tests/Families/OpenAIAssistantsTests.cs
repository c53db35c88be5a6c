using AgentsMigration.Analyzers.Tests.Verification;

namespace AgentsMigration.Analyzers.Tests.Families;

/// <summary>Family d against the real package: one line for each member that a migration must touch.</summary>
public sealed class OpenAIAssistantsTests
{
    public static TheoryData<string> Versions => [.. LegacyReferences.OpenAIVersions];

    [Theory]
    [MemberData(nameof(Versions))]
    public Task Clients_AreFound(string version) => VerifyAsync(version, """
        using OpenAI;
        using OpenAI.Assistants;
        using System.ClientModel;

        class C
        {
            object Construct() => new AssistantClient(new ApiKeyCredential("k")); //: AGM1001

            AssistantClient Target() => new(new ApiKeyCredential("k")); //: AGM1001 AGM1003

            void Factory(OpenAIClient openAI)
            {
                var client = openAI.GetAssistantClient(); //: AGM1002
            }
        }
        """);

    [Theory]
    [MemberData(nameof(Versions))]
    public Task Calls_AreFound(string version) => VerifyAsync(version, """
        using OpenAI.Assistants;

        class C
        {
            async Task Run(AssistantClient client, MessageContent[] content, ToolOutput[] outputs) //: AGM1003 AGM1007 AGM1007
            {
                client.CreateAssistant("gpt-4o"); //: AGM2001
                await client.CreateAssistantAsync("gpt-4o"); //: AGM2001
                client.GetAssistant("a"); //: AGM2002
                await client.GetAssistantAsync("a"); //: AGM2002
                client.GetAssistants(); //: AGM2002
                client.GetAssistantsAsync(); //: AGM2002
                client.ModifyAssistant("a", null!, cancellationToken: default); //: AGM2003
                await client.ModifyAssistantAsync("a", null!, cancellationToken: default); //: AGM2003
                client.DeleteAssistant("a"); //: AGM2004
                await client.DeleteAssistantAsync("a"); //: AGM2004

                client.CreateThread(); //: AGM3001
                await client.CreateThreadAsync(); //: AGM3001
                client.GetThread("t"); //: AGM3002
                await client.GetThreadAsync("t"); //: AGM3002
                client.ModifyThread("t", null!, cancellationToken: default); //: AGM3003
                await client.ModifyThreadAsync("t", null!, cancellationToken: default); //: AGM3003
                client.DeleteThread("t"); //: AGM3004
                await client.DeleteThreadAsync("t"); //: AGM3004

                client.CreateMessage("t", MessageRole.User, content); //: AGM3005 AGM3012
                await client.CreateMessageAsync("t", MessageRole.Assistant, content); //: AGM3005 AGM3012
                client.GetMessage("t", "m"); //: AGM3006
                await client.GetMessageAsync("t", "m"); //: AGM3006
                client.GetMessages("t"); //: AGM3007
                client.GetMessagesAsync("t"); //: AGM3007
                client.ModifyMessage("t", "m", null!, cancellationToken: default); //: AGM3008
                await client.ModifyMessageAsync("t", "m", null!, cancellationToken: default); //: AGM3008
                client.DeleteMessage("t", "m"); //: AGM3009
                await client.DeleteMessageAsync("t", "m"); //: AGM3009

                client.CreateRun("t", "a"); //: AGM4001
                await client.CreateRunAsync("t", "a"); //: AGM4001
                client.GetRun("t", "r"); //: AGM4002
                await client.GetRunAsync("t", "r"); //: AGM4002
                client.GetRuns("t"); //: AGM4003
                client.GetRunsAsync("t"); //: AGM4003
                client.ModifyRun("t", "r", null!); //: AGM4004
                await client.ModifyRunAsync("t", "r", null!); //: AGM4004
                client.CancelRun("t", "r"); //: AGM4005
                await client.CancelRunAsync("t", "r"); //: AGM4005
                client.CreateThreadAndRun("a"); //: AGM4006
                await client.CreateThreadAndRunAsync("a"); //: AGM4006
                client.SubmitToolOutputsToRun("t", "r", outputs); //: AGM4007
                await client.SubmitToolOutputsToRunAsync("t", "r", outputs); //: AGM4007
                client.CreateRunStreamingAsync("t", "a"); //: AGM4008
                client.CreateThreadAndRunStreamingAsync("a"); //: AGM4008
                client.SubmitToolOutputsToRunStreamingAsync("t", "r", outputs); //: AGM4009
        #if !OPENAI_2_15_0
                client.CreateRunStreaming("t", "a"); //: AGM4008
                client.CreateThreadAndRunStreaming("a"); //: AGM4008
                client.SubmitToolOutputsToRunStreaming("t", "r", outputs); //: AGM4009
        #endif
                client.GetRunStep("t", "r", "s"); //: AGM4013
                await client.GetRunStepAsync("t", "r", "s"); //: AGM4013
                client.GetRunSteps("t", "r"); //: AGM4013
                client.GetRunStepsAsync("t", "r"); //: AGM4013
            }
        }
        """);

    [Theory]
    [MemberData(nameof(Versions))]
    public Task Options_AreFound(string version) => VerifyAsync(version, """
        using OpenAI.Assistants;

        class C
        {
            void Run()
            {
                var agent = new AssistantCreationOptions //: AGM2006
                {
                    Name = "n", //: AGM2006
                    Description = "d", //: AGM2006
                    Instructions = "i", //: AGM2006
                    Temperature = 1, //: AGM2006
                    NucleusSamplingFactor = 1, //: AGM2006
                    ResponseFormat = AssistantResponseFormat.JsonObject, //: AGM2006 AGM2006
                    Tools = { new CodeInterpreterToolDefinition() }, //: AGM2006 AGM2007
                    Metadata = { ["k"] = "v" }, //: AGM2006
                    ToolResources = new ToolResources //: AGM2008 AGM2008
                    {
                        CodeInterpreter = new() { FileIds = { "f" } }, //: AGM2008 AGM2008 AGM2008
                        FileSearch = new() { VectorStoreIds = { "v" } }, //: AGM2008 AGM2008 AGM2008
                    },
                };
                agent.Tools.Add(ToolDefinition.CreateFileSearch()); //: AGM2006 AGM2007
                agent.Tools.Add(ToolDefinition.CreateCodeInterpreter()); //: AGM2006 AGM2007
                agent.Tools.Add(ToolDefinition.CreateFunction("f")); //: AGM2006 AGM2007
                agent.ToolResources.FileSearch.NewVectorStores.Add(new VectorStoreCreationHelper()); //: AGM2008 AGM2008 AGM2008 AGM2008
                var changed = new AssistantModificationOptions { Model = "m", DefaultTools = { } }; //: AGM2006 AGM2006 AGM2006
                var function = new FunctionToolDefinition //: AGM2007
                {
                    FunctionName = "f", //: AGM2007
                    Description = "d", //: AGM2007
                    Parameters = BinaryData.FromString("{}"), //: AGM2007
                    StrictParameterSchemaEnabled = true, //: AGM2007
                };
                var search = new FileSearchToolDefinition { MaxResults = 1 }; //: AGM2007 AGM2007
                var thread = new ThreadCreationOptions //: AGM3011
                {
                    InitialMessages = { new ThreadInitializationMessage(MessageRole.User, ["x"]) }, //: AGM3011 AGM3011 AGM3012
                    Metadata = { }, //: AGM3011
                    ToolResources = null, //: AGM2008
                };
                var threadChange = new ThreadModificationOptions { Metadata = { } }; //: AGM3011 AGM3011
                var message = new MessageCreationOptions //: AGM3011
                {
                    Attachments = { new MessageCreationAttachment("f", []) }, //: AGM3011 AGM3011
                    Metadata = { }, //: AGM3011
                };
                var messageChange = new MessageModificationOptions { Metadata = { } }; //: AGM3008 AGM3011
                var page = new MessageCollectionOptions { Order = MessageCollectionOrder.Ascending, PageSizeLimit = 1 }; //: AGM3011 AGM3011 AGM3011 AGM3011
                var run = new RunCreationOptions //: AGM4019
                {
                    ModelOverride = "m", //: AGM4019
                    InstructionsOverride = "i", //: AGM4019
                    AdditionalInstructions = "i", //: AGM4019
                    AdditionalMessages = { }, //: AGM4019
                    ToolsOverride = { }, //: AGM4019
                    ToolConstraint = ToolConstraint.Required, //: AGM4019 AGM4019
                    TruncationStrategy = RunTruncationStrategy.CreateLastMessagesStrategy(3), //: AGM4019 AGM4019
                    ResponseFormat = null, //: AGM4019
                    AllowParallelToolCalls = true, //: AGM4019
                    MaxInputTokenCount = 1, //: AGM4019
                    MaxOutputTokenCount = 1, //: AGM4019
                    Temperature = 1, //: AGM4019
                    NucleusSamplingFactor = 1, //: AGM4019
                    Metadata = { }, //: AGM4019
                };
                run.TruncationStrategy = RunTruncationStrategy.Auto; //: AGM4019 AGM4019
                run.ToolConstraint = new ToolConstraint(function); //: AGM4019 AGM4019
                var output = new ToolOutput("c", "o"); //: AGM4017
                var named = new ToolOutput { ToolCallId = "c", Output = "o" }; //: AGM4017 AGM4017 AGM4017
            }
        }
        """);

    [Theory]
    [MemberData(nameof(Versions))]
    public Task Data_IsFound(string version) => VerifyAsync(version, """
        using OpenAI.Assistants;

        class C
        {
            void Agents(Assistant agent, AssistantDeletionResult deleted) //: AGM1007 AGM1007
            {
                _ = agent.Id; //: AGM2009
                _ = agent.Name; //: AGM2009
                _ = agent.Instructions; //: AGM2009
                _ = agent.Model; //: AGM2009
                _ = agent.Metadata; //: AGM2009
                _ = deleted.Deleted; //: AGM3013
            }

            void Threads(AssistantThread thread, ThreadMessage message) //: AGM1007 AGM1007
            {
                _ = thread.Id; //: AGM3013
                _ = thread.ToolResources; //: AGM3013
                _ = message.Role; //: AGM3013
                _ = message.Content; //: AGM5001
                _ = message.Content[0].Text; //: AGM5001 AGM5002
                _ = message.RunId; //: AGM3013
                _ = message.Metadata; //: AGM3013
            }

            void Content(MessageContent content, TextAnnotation annotation) //: AGM1007 AGM1007
            {
                _ = content.ImageFileId; //: AGM5003
                _ = content.TextAnnotations; //: AGM5005
                _ = content.Refusal; //: AGM5001
                _ = annotation.OutputFileId; //: AGM5004
                _ = annotation.InputFileId; //: AGM5005
                _ = annotation.TextToReplace; //: AGM5005
                _ = annotation.StartIndex; //: AGM5005
                _ = annotation.EndIndex; //: AGM5005
                _ = MessageContent.FromText("x"); //: AGM5006
                _ = MessageContent.FromImageFileId("f"); //: AGM5006
                _ = MessageContent.FromImageUri(new Uri("https://x")); //: AGM5006
            }

            void Runs(ThreadRun run, RequiredAction action) //: AGM1007 AGM1007
            {
                _ = run.Id; //: AGM4018
                _ = run.ThreadId; //: AGM4018
                _ = run.AssistantId; //: AGM4018
                _ = run.CreatedAt; //: AGM4018
                _ = run.Metadata; //: AGM4018
                _ = run.LastError.Code; //: AGM4018 AGM4018
                _ = run.LastError.Message; //: AGM4018 AGM4018
                _ = run.IncompleteDetails.Reason; //: AGM4018 AGM4018
                _ = run.Usage.InputTokenCount; //: AGM4018 AGM4018
                _ = run.Usage.OutputTokenCount; //: AGM4018 AGM4018
                _ = run.Usage.TotalTokenCount; //: AGM4018 AGM4018
                _ = run.RequiredActions; //: AGM4016
                _ = action.ToolCallId; //: AGM4016
                _ = action.FunctionName; //: AGM4016
                _ = action.FunctionArguments; //: AGM4016
                _ = run.Status.IsTerminal; //: AGM4014 AGM4014
                _ = run.Status == RunStatus.Queued; //: AGM4014 AGM4014
                _ = RunStatus.InProgress; //: AGM4014
                _ = RunStatus.RequiresAction; //: AGM4014
                _ = RunStatus.Completed; //: AGM4014
                _ = RunStatus.Failed; //: AGM4014
                _ = RunStatus.Cancelled; //: AGM4014
                _ = RunStatus.Cancelling; //: AGM4014
                _ = RunStatus.Incomplete; //: AGM4014
                _ = RunStatus.Expired; //: AGM4014
            }

            void Steps(RunStep step) //: AGM1007
            {
                _ = step.Details.ToolCalls; //: AGM4021 AGM4021
                _ = step.Details.ToolCalls[0].CodeInterpreterInput; //: AGM4021 AGM4021 AGM4021
                _ = step.Details.ToolCalls[0].CodeInterpreterOutputs[0].ImageFileId; //: AGM4021 AGM4021 AGM4021 AGM4021
                _ = step.Usage; //: AGM4021
                _ = step.Kind == RunStepKind.ToolCall; //: AGM4021 AGM4021
            }
        }
        """);

    [Theory]
    [MemberData(nameof(Versions))]
    public Task Updates_AreFound(string version) => VerifyAsync(version, """
        using OpenAI.Assistants;

        class C
        {
            void Run(StreamingUpdate update, MessageContentUpdate text, RequiredActionUpdate action, RunStepDetailsUpdate step) //: AGM1007 AGM1007 AGM1007 AGM1007
            {
                _ = update.UpdateKind == StreamingUpdateReason.RunCreated; //: AGM4020 AGM4020
                _ = text.Text; //: AGM4020
                _ = text.ImageFileId; //: AGM4020
                _ = text.TextAnnotation.OutputFileId; //: AGM4020 AGM4020
                _ = text.TextAnnotation.InputFileId; //: AGM4020 AGM4020
                _ = text.TextAnnotation.TextToReplace; //: AGM4020 AGM4020
                _ = action.FunctionName; //: AGM4020
                _ = action.FunctionArguments; //: AGM4020
                _ = action.ToolCallId; //: AGM4020
                _ = action.GetThreadRun(); //: AGM4020
                _ = step.CodeInterpreterInput; //: AGM4020
                _ = step.CodeInterpreterOutputs; //: AGM4020
                switch (update)
                {
                    case RunStepUpdate: break; //: AGM4020
                    case RequiredActionUpdate: break; //: AGM4020
                    case RunUpdate run when run.Value.Id == "r": break; //: AGM4018 AGM4020 AGM4020
                    case ThreadUpdate thread: break; //: AGM4020
                    case MessageStatusUpdate: break; //: AGM4020
                    case MessageContentUpdate { Text: "x" }: break; //: AGM4020 AGM4020
                }
                switch (update.UpdateKind) //: AGM4020
                {
                    case StreamingUpdateReason.ThreadCreated: //: AGM4020
                    case StreamingUpdateReason.RunQueued: //: AGM4020
                    case StreamingUpdateReason.RunInProgress: //: AGM4020
                    case StreamingUpdateReason.RunRequiresAction: //: AGM4020
                    case StreamingUpdateReason.RunCompleted: //: AGM4020
                    case StreamingUpdateReason.RunIncomplete: //: AGM4020
                    case StreamingUpdateReason.RunFailed: //: AGM4020
                    case StreamingUpdateReason.RunCancelled: //: AGM4020
                    case StreamingUpdateReason.RunExpired: //: AGM4020
                    case StreamingUpdateReason.RunStepCreated: //: AGM4020
                    case StreamingUpdateReason.RunStepUpdated: //: AGM4020
                    case StreamingUpdateReason.RunStepCompleted: //: AGM4020
                    case StreamingUpdateReason.MessageCreated: //: AGM4020
                    case StreamingUpdateReason.MessageInProgress: //: AGM4020
                    case StreamingUpdateReason.MessageUpdated: //: AGM4020
                    case StreamingUpdateReason.MessageCompleted: //: AGM4020
                    case StreamingUpdateReason.Error: //: AGM4020
                    case StreamingUpdateReason.Done: break; //: AGM4020
                }
            }
        }
        """);

    [Theory]
    [MemberData(nameof(Versions))]
    public Task FilesAndVectorStores_CountWhereAssistantsAreUsed(string version) => VerifyAsync(version, """
        using OpenAI.Assistants;
        using OpenAI.Files;
        using OpenAI.VectorStores;

        class C
        {
            void Run(OpenAIFileClient files, VectorStoreClient stores)
            {
                files.UploadFile("data.csv", FileUploadPurpose.Assistants); //: AGM5007
                files.DownloadFile("f"); //: AGM5009
                files.DeleteFile("f");
                stores.CreateVectorStore(); //: AGM5011
                stores.GetVectorStore("v"); //: AGM5011
                stores.GetVectorStores(); //: AGM5011
                stores.DeleteVectorStore("v"); //: AGM5011
                stores.AddFileToVectorStore("v", "f"); //: AGM5012
                stores.GetVectorStoreFile("v", "f"); //: AGM5012
                stores.GetVectorStoreFiles("v"); //: AGM5012
                stores.RemoveFileFromVectorStore("v", "f"); //: AGM5012
                stores.AddFileBatchToVectorStore("v", ["f"]); //: AGM5012
                stores.GetVectorStoreFileBatch("v", "b"); //: AGM5012
                stores.CancelVectorStoreFileBatch("v", "b"); //: AGM5012
                stores.GetVectorStoreFilesInBatch("v", "b"); //: AGM5012
            }
        }
        """);

    [Fact]
    public Task FilesAndVectorStores_DoNotCountElsewhere() => VerifyAsync("2.13.0", """
        using OpenAI.Files;
        using OpenAI.VectorStores;

        class C
        {
            void Run(OpenAIFileClient files, VectorStoreClient stores)
            {
                files.UploadFile("data.csv", FileUploadPurpose.Assistants);
                files.DownloadFile("f");
                stores.CreateVectorStore();
            }
        }
        """);

    private static Task VerifyAsync(string version, string source) => Lines.VerifyAsync(
        source, LegacyReferences.OpenAI(version), only: null, "OPENAI_" + version.Replace('.', '_'));
}
