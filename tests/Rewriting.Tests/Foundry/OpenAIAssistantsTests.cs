using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.CodeFixes.Rewriting;
using AgentsMigration.Rewriting.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>The package OpenAI, by itself and under Azure.AI.OpenAI, for a Foundry project.</summary>
public sealed class OpenAIAssistantsTests
{
    private const string NoKey = "and a TokenCredential: a project takes no key";

    [Theory]
    [InlineData("openai 2.0", "ProjectConversation")]
    [InlineData("openai 3.0-beta", "ConversationResource")]
    public async Task Flow_BecomesAgentVersionConversationAndResponse(string packages, string conversation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.OpenAI;
            using Azure.Core;
            using OpenAI.Assistants;
            using OpenAI.Files;

            class C
            {
                async Task<AssistantThread> RunAsync(Uri endpoint, TokenCredential credential)
                {
                    AzureOpenAIClient azure = new(endpoint, credential);
                    OpenAIFileClient files = azure.GetOpenAIFileClient();
                    AssistantClient client = azure.GetAssistantClient();
                    OpenAIFile file = await files.UploadFileAsync("a.csv", FileUploadPurpose.Assistants);
                    Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
                    {
                        Name = "Math tutor",
                        Tools = { new CodeInterpreterToolDefinition() },
                        ToolResources = new() { CodeInterpreter = new() { FileIds = { file.Id } } },
                        ResponseFormat = AssistantResponseFormat.Text,
                    });
                    ThreadCreationOptions options = new() { Metadata = { ["a"] = "b" } };
                    AssistantThread thread = await client.CreateThreadAsync(options);
                    await client.CreateMessageAsync(thread.Id, MessageRole.User, ["Hi"]);
                    ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id);
                    while (!run.Status.IsTerminal)
                    {
                        await Task.Delay(100);
                        run = await client.GetRunAsync(run.ThreadId, run.Id);
                    }

                    Console.WriteLine(run.AssistantId);
                    await client.DeleteAssistantAsync(assistant.Id);
                    return thread;
                }
            }
            """, packages);

        string text = rewrite.Flat();
        Assert.Equal("give it the endpoint of a Foundry project", Assert.Single(rewrite.Left).Left);
        Assert.Contains($"Task<{conversation}> RunAsync", text, StringComparison.Ordinal);
        Assert.Contains("AIProjectClient azure = new(endpoint: endpoint, tokenProvider: credential);", text, StringComparison.Ordinal);
        Assert.Contains("files = azure.ProjectOpenAIClient.GetOpenAIFileClient();", text, StringComparison.Ordinal);
        Assert.Contains("client = new AgentClients(azure);", text, StringComparison.Ordinal);
        Assert.Contains("client.Agents.CreateAgentVersionAsync(agentName: \"Math-tutor\", options: AgentDefinitions.Create(model: \"gpt-4o\", tools: [", text, StringComparison.Ordinal);
        Assert.Contains("([file.Id])))], textOptions: new ResponseTextOptions", text, StringComparison.Ordinal);
        Assert.Contains("var thread = (await client.Conversations.CreateProjectConversationAsync(options: new() { Metadata = { [\"a\"] = \"b\" } })).Value;", text, StringComparison.Ordinal);
        Assert.Contains("await client.ResponsesOf(assistant.Id, thread.Id).CreateResponseAsync(AgentRequest.Create([ResponseItem.CreateUserMessageItem(\"Hi\")]));", text, StringComparison.Ordinal);
        Assert.Contains("Console.WriteLine(run.GetAgentId());", text, StringComparison.Ordinal);
        Assert.DoesNotContain("while", text, StringComparison.Ordinal);
        Assert.DoesNotContain("using Azure.AI.OpenAI;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new AssistantClient(new System.ClientModel.ApiKeyCredential(\"key\"))", "FOUNDRY_PROJECT_ENDPOINT")]
    [InlineData("new OpenAI.OpenAIClient(\"key\").GetAssistantClient()", "FOUNDRY_PROJECT_ENDPOINT")]
    [InlineData("new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(\"https://x\"), new System.ClientModel.ApiKeyCredential(\"key\")).GetAssistantClient()", "https://x")]
    public async Task Client_WithAKey_IsLeftToBeSignedIn(string made, string endpoint)
    {
        Rewrite rewrite = await MethodAsync("", "AssistantClient other = " + made + ";");

        Assert.EndsWith(NoKey, Assert.Single(rewrite.Left).Left, StringComparison.Ordinal);
        Assert.Contains(endpoint, rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("tokenProvider: default(Azure.Core.TokenCredential)!", rewrite.Flat(), StringComparison.Ordinal);
        Assert.DoesNotContain("key\"", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_OfTheClient_GoWithTheAddress_AndAreNotedWithMore()
    {
        Rewrite rewrite = await MethodAsync("", """
            OpenAI.OpenAIClientOptions plain = new() { Endpoint = new Uri("https://x") };
            AssistantClient first = new OpenAI.OpenAIClient(new System.ClientModel.ApiKeyCredential("k"), plain).GetAssistantClient();
            OpenAI.OpenAIClientOptions more = new() { NetworkTimeout = TimeSpan.FromMinutes(5) };
            AssistantClient second = new OpenAI.OpenAIClient(new System.ClientModel.ApiKeyCredential("k"), more).GetAssistantClient();
            """);

        Assert.DoesNotContain("OpenAIClientOptions plain", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("give 'AIProjectClientOptions' what the options said: new() { NetworkTimeout = TimeSpan.FromMinutes(5) }", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServiceThatAlsoChats_StaysBesideTheProject()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.OpenAI;
            using Azure.Core;
            using OpenAI.Assistants;
            using OpenAI.Files;

            class C
            {
                object Run(Uri endpoint, TokenCredential credential)
                {
                    AzureOpenAIClient azure = new(endpoint, credential);
                    AssistantClient client = azure.GetAssistantClient();
                    OpenAIFileClient files = azure.GetOpenAIFileClient();
                    return (azure.GetChatClient("gpt-4o"), client.CreateThread().Value.Id, files);
                }
            }
            """, "openai 2.0");

        string text = rewrite.Flat();
        Assert.Contains("AzureOpenAIClient azure = new(endpoint, credential);", text, StringComparison.Ordinal);
        Assert.Contains("AgentClients client = new AgentClients(new AIProjectClient(endpoint: new Uri(Environment.GetEnvironmentVariable(\"FOUNDRY_PROJECT_ENDPOINT\")!)", text, StringComparison.Ordinal);
        Assert.Contains("TODO(AGM1002): set FOUNDRY_PROJECT_ENDPOINT", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("agents see the files and stores of their project: use 'Files' of AgentClients", rewrite.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ArgumentNullException.ThrowIfNull(azure);", true)]
    [InlineData("Console.WriteLine(Name(azure));", true)]
    [InlineData("Console.WriteLine(Microsoft.Extensions.AI.OpenAIClientExtensions.AsChatClient(azure, \"gpt-4o\"));", false)]
    [InlineData("Console.WriteLine(azure.AsChatClient(\"gpt-4o\"));", false)]
    [InlineData("Console.WriteLine(azure?.GetChatClient(\"gpt-4o\"));", false)]
    public async Task ServiceThatIsHandedOn_StaysWhereALibraryTakesIt(string statement, bool isProject)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync($$"""
            using Azure.AI.OpenAI;
            using Microsoft.Extensions.AI;
            using OpenAI.Assistants;

            class C
            {
                string Run(AzureOpenAIClient azure)
                {
                    {{statement}}
                    return azure.GetAssistantClient().CreateThread().Value.Id;
                }

                static string Name(OpenAI.OpenAIClient client) => client.GetType().Name;
            }
            """, "openai 2.0");

        Assert.Contains(isProject ? "Run(AIProjectClient azure)" : "Run(AzureOpenAIClient azure)", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains(isProject ? "new AgentClients(azure)" : "new AgentClients(new AIProjectClient(", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SingleFixes_AddUpToTheFixOfAll()
    {
        string[] sources =
        [
            """
            using Azure.AI.OpenAI;
            using Azure.Core;

            public static class Services
            {
                public static AzureOpenAIClient Create(Uri endpoint, TokenCredential credential) => new(endpoint, credential);
            }
            """,
            """
            using OpenAI.Assistants;
            using OpenAI.Files;

            public class Desk(OpenAI.OpenAIClient service)
            {
                private readonly AssistantClient _client = service.GetAssistantClient();
                private readonly OpenAIFileClient _files = service.GetOpenAIFileClient();

                public async Task<string> OpenAsync() => (await _client.CreateThreadAsync()).Value.Id + _files.ToString();
            }
            """,
            "using OpenAI.Assistants;\nclass Start { Desk Make(Uri uri, Azure.Core.TokenCredential credential) => new(Services.Create(uri, credential)); }",
            "using OpenAI.Assistants;\nclass Alone { string Make(string key) => new AssistantClient(key).CreateThread().Value.Id; }",
        ];
        Solution before = Rewrite.Create(sources, FoundryReferences.Of("openai 2.0"));
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Solution all = (await V2Migration.ApplyAsync(before, Rewrite.Scope(before, null, null, MigrationGoal.Foundry), cancellationToken)).Solution;

        Solution single = before;
        foreach (string focus in (string[])["new AssistantClient(key)", "service.GetAssistantClient()"])
            single = (await V2Migration.ApplyAsync(single, Rewrite.Scope(single, focus, null, MigrationGoal.Foundry), cancellationToken)).Solution;

        foreach (Document document in all.Projects.Single().Documents)
        {
            Assert.Equal(
                (await document.GetTextAsync(cancellationToken)).ToString(),
                (await single.Projects.Single().Documents.Single(other => other.Name == document.Name).GetTextAsync(cancellationToken)).ToString());
        }

        string services = (await all.Projects.Single().Documents.Single(document => document.Name == "File0.cs").GetTextAsync(cancellationToken)).ToString();
        Assert.Contains("public static AIProjectClient Create(Uri endpoint, TokenCredential credential) =>", services, StringComparison.Ordinal);
        Compilation compilation = (await all.Projects.Single().GetCompilationAsync(cancellationToken))!;
        Assert.DoesNotContain(compilation.GetDiagnostics(cancellationToken), found => found.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task Run_WithOptionsThatFoundryTakes_NamesTheAgent()
    {
        Rewrite rewrite = await MethodAsync("string t, Assistant a", """
            client.CreateRun(t, a.Id, new RunCreationOptions { MaxOutputTokenCount = 5, AllowParallelToolCalls = true });
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("client.ResponsesOf(a.Id, t).CreateResponse(AgentRequest.Create(maxOutputTokenCount: 5, background: true));", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThatChangesTheAgent_SaysWhatItSays()
    {
        Rewrite rewrite = await MethodAsync("string t, Assistant a", """
            RunCreationOptions options = new() { InstructionsOverride = "Be brief.", Metadata = { ["a"] = "b" }, AdditionalMessages = { "more" } };
            client.CreateRun(t, a.Id, options);
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains(
            "client.Responses.CreateResponse(a.ToRequest(t, [ResponseItem.CreateUserMessageItem(\"more\")], instructions: \"Be brief.\", "
            + "responseMetadata: new Dictionary<string, string> { [\"a\"] = \"b\" }, background: true));",
            rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToolOutputs_OfARunFromElsewhere_GoToTheAgentOfItsResponse()
    {
        Rewrite rewrite = await MethodAsync("ThreadRun run, List<ToolOutput> outputs", """
            client.SubmitToolOutputsToRun(run.ThreadId, run.Id, outputs);
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("client.ResponsesOf(run.GetAgentId(), run.ConversationOptions.ConversationId).CreateResponse(AgentRequest.Create(outputs, background: true));", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfAnAgent_MakesAVersion_WhoseIdIsToBeUsed()
    {
        Rewrite rewrite = await MethodAsync("Assistant a", """
            a = client.ModifyAssistant(a.Id, new AssistantModificationOptions { Instructions = "new" });
            client.ModifyAssistant(a.Id, new AssistantModificationOptions { Model = "gpt-4o-mini" });
            AssistantModificationOptions named = new() { Name = "other" };
            a = client.ModifyAssistant(a.Id, named);
            """);

        Assert.Contains("a = client.UpdateAgent(a.Id, instructions: \"new\");", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("a = client.UpdateAgent(a.Id, name: \"other\");", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Equal(["this makes a new version: go on with the id that it answers with"], rewrite.Left.Select(site => site.Left).Distinct());
    }

    [Fact]
    public async Task Settings_PutTogetherApart_StayAnObject()
    {
        Rewrite rewrite = await MethodAsync("string file", """
            AssistantCreationOptions options = new() { Name = "a", Tools = { new CodeInterpreterToolDefinition() } };
            options.ToolResources = new() { CodeInterpreter = new() { FileIds = { file } } };
            Assistant a = client.CreateAssistant("gpt-4o", options);
            AssistantCreationOptions plain = new()
            {
                // What people see.
                Name = "b",
            };
            Assistant b = client.CreateAssistant("gpt-4o", plain);
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("AgentSettings options = new()", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("options.Files = new() { CodeInterpreter = new() { FileIds = { file } } };", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("client.Agents.CreateAgentVersion(agentName: AgentDefinitions.NameOf(options.Name), options: options.ForModel(\"gpt-4o\"));", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("// What people see. ProjectsAgentVersion b = client.Agents.CreateAgentVersion(agentName: \"b\"", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_ThatIsNoIdentity_IsKeptBesideIt()
    {
        Rewrite rewrite = await MethodAsync("string name", """
            Assistant a = client.CreateAssistant("gpt-4o", new AssistantCreationOptions { Name = "Order desk" });
            Assistant b = client.CreateAssistant("gpt-4o", new AssistantCreationOptions { Name = name });
            Assistant c = client.CreateAssistant("gpt-4o", new AssistantCreationOptions { Name = "c-" + Guid.NewGuid() });
            Assistant d = client.CreateAssistant("gpt-4o", new AssistantCreationOptions { Name = "d" });
            Console.WriteLine(a.Name == "Order desk");
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("agentName: \"Order-desk\", options: AgentDefinitions.Create(model: \"gpt-4o\", name: \"Order desk\")", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("agentName: AgentDefinitions.NameOf(name), options: AgentDefinitions.Create(model: \"gpt-4o\", name: name)", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("AgentDefinitions.NameOf(\"c-\" + Guid.NewGuid()), options: AgentDefinitions.Create(model: \"gpt-4o\"))", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("agentName: \"d\", options: AgentDefinitions.Create(model: \"gpt-4o\"))", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("Console.WriteLine(a.GetName() == \"Order desk\");", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_OverSeveralLines_StayOverSeveral()
    {
        Rewrite rewrite = await MethodAsync("", """
            // Answers.
            client.CreateAssistant("gpt-4o", new AssistantCreationOptions
                {
                    // With care.
                    Instructions = "Answer questions about orders, "
                        + "and nothing else.",
                });
            """);

        Assert.Contains(
            "// With care.\nclient.Agents.CreateAgentVersion(\n    agentName: \"agent\",\n    options: AgentDefinitions.Create(\n"
            + "        model: \"gpt-4o\",\n        instructions: \"Answer questions about orders, \"\n",
            rewrite.Text(), StringComparison.Ordinal);
        Assert.Equal(2, rewrite.Text().Split("// With care.").Length);
    }

    [Fact]
    public async Task List_OfAgents_KeepsOrderAndPlace()
    {
        Rewrite rewrite = await MethodAsync("string last", """
            foreach (Assistant a in client.GetAssistants(new AssistantCollectionOptions { Order = AssistantCollectionOrder.Ascending, PageSizeLimit = 5, AfterId = last }))
                Console.WriteLine(a.Model);
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("foreach (ProjectsAgentVersion a in client.GetAgents(ascending: true, limit: 5, after: last)) Console.WriteLine(a.GetModel());", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IdFromConfiguration_IsLeftForAnAgentVersion()
    {
        Rewrite rewrite = await MethodAsync("string t", """
            client.CreateRun(t, Environment.GetEnvironmentVariable("ASSISTANT")!);
            """);

        Assert.StartsWith("give the id of an agent version, its name and version", Assert.Single(rewrite.Left).Left, StringComparison.Ordinal);
        Assert.Contains("client.ResponsesOf(Environment.GetEnvironmentVariable(\"ASSISTANT\")!, t)", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Func<AssistantCreationOptions> options", "client.CreateAssistant(\"gpt-4o\", options());", "write the settings of the assistant out in the call")]
    [InlineData("AssistantModificationOptions options", "client.ModifyAssistant(\"a\", options);", "write the changes of the assistant out in the call")]
    [InlineData("RunCreationOptions options", "client.CreateRun(\"t\", \"a\", options);", "give the options of a run in the call that starts it")]
    public async Task OptionsFromElsewhere_AreLeftAlone(string parameter, string body, string reason)
    {
        Rewrite rewrite = await MethodAsync(parameter, body);

        Assert.Contains(rewrite.Left, site => site.Left!.Contains(reason, StringComparison.Ordinal));
        Assert.Contains("AssistantClient client", rewrite.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai none", "reference version 2.0 or later of Azure.AI.Projects first")]
    [InlineData("openai too new", "version 2 of Azure.AI.Projects runs with the OpenAI package up to 2.10: reference these, or version 3 of Azure.AI.Projects")]
    [InlineData("openai newest", "no version of Azure.AI.Projects runs with this version of the OpenAI package: reference 2.10 of it beside 2.0, or 2.13 beside 3.0")]
    public async Task Packages_ThatDoNotGoTogether_AreNamed(string packages, string reason)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync(
            "class C { string Run(OpenAI.Assistants.AssistantClient client) => client.CreateThread().Value.Id; }", packages);

        Assert.All(rewrite.Sites, site => Assert.Equal(reason, site.Left));
    }

    private static Task<Rewrite> MethodAsync(string parameters, string body) => Rewrite.ToFoundryAsync($$"""
        using OpenAI.Assistants;

        class C
        {
            void Run(AssistantClient client{{(parameters.Length == 0 ? "" : ", " + parameters)}})
            {
                {{body}}
            }
        }
        """, "openai 2.0");
}
