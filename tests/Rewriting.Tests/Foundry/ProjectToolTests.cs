using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>Tools that only Foundry has, compiled against both generations: 3.0-beta has their names twice.</summary>
public sealed class ProjectToolTests
{
    public static TheoryData<string> Generations => [.. FoundryReferences.Generations];

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task WebSearch_UnderItsNewNames_KeepsWhatItWasGiven(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                private readonly BingGroundingToolDefinition _tool = new(bingGrounding: new BingGroundingSearchToolParameters(
                    [
                        // Two markets.
                        new BingGroundingSearchConfiguration(connectionId: "a") { Market = "en-us", SetLang = "en" },
                        new("b"),
                    ]));

                void Run() => client.Administration.CreateAgent("gpt-4o", tools: new List<ToolDefinition> { _tool, new CodeInterpreterToolDefinition() });
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("using Azure.AI.Projects.Agents;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Azure.AI.Extensions.OpenAI", text, StringComparison.Ordinal);
        Assert.Contains("BingGroundingTool _tool = new(searchToolOptions: new BingGroundingSearchToolOptions(", text, StringComparison.Ordinal);
        Assert.Contains(
            "// Two markets. new BingGroundingSearchConfiguration(projectConnectionId: \"a\") { Market = \"en-us\", BingUserInterfaceLanguage = \"en\" }, new(\"b\"),",
            text, StringComparison.Ordinal);
        Assert.Contains("new List<ResponseTool> { _tool, ResponseTool.CreateCodeInterpreterTool(", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task SearchIndex_BesideOtherResources_IsJoinedWithTheToolWhenTheVersionIsMade(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(string connection)
                {
                    ToolResources resources = new() { AzureAISearch = new(connection, "products", 5, null, AzureAISearchQueryType.Semantic) };
                    resources.CodeInterpreter = new CodeInterpreterToolResource();
                    client.Administration.CreateAgent("gpt-4o", tools: [new AzureAISearchToolDefinition()], toolResources: resources);
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("new AzureAISearchToolIndex { ProjectConnectionId = connection, IndexName = \"products\", TopK = 5, QueryType = AzureAISearchQueryType.Semantic }", text, StringComparison.Ordinal);
        Assert.Contains("tools: [new AzureAISearchTool(new AzureAISearchToolOptions([]))], files: resources", text, StringComparison.Ordinal);
        Assert.Contains("? new AzureAISearchTool(AzureAISearch) : tool;", rewrite.Flat("AgentSearchIndexes.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchIndex_Alone_IsInTheTool()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(AzureAISearchToolResource index)
                {
                    // Nothing else.
                    ToolResources resources = new() { AzureAISearch = index };
                    client.Administration.CreateAgent("gpt-4o", tools: [new AzureAISearchToolDefinition()], toolResources: resources);
                }
            }
            """, "2.0");

        Assert.Empty(rewrite.Left);
        Assert.Contains("// Nothing else. client.Agents", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("tools: [new AzureAISearchTool(index)])", rewrite.Flat(), StringComparison.Ordinal);
        Assert.DoesNotContain("AgentFiles", rewrite.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task ToolsWithinEachOther_AreMadeOfTheirNewParts(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                static ToolDefinition Make(string kind, string connection, BinaryData json) => kind switch
                {
                    "api" => new OpenApiToolDefinition("crm", "Customers.", json, new OpenApiManagedAuthDetails(new OpenApiManagedSecurityScheme("aud")), new[] { "a", "b" }),
                    "queue" => new AzureFunctionToolDefinition(
                        parameters: json,
                        name: "foo", description: null,
                        inputBinding: new AzureFunctionBinding(new AzureFunctionStorageQueue(connection, queueName: "in")),
                        outputBinding: new(new(storageServiceEndpoint: connection, queueName: "out"))),
                    "custom" => new BingCustomSearchToolDefinition(new BingCustomSearchToolParameters([new BingCustomSearchConfiguration(connection, "i") { Count = 3 }])),
                    "files" => new SharepointToolDefinition(sharepointGrounding: new(connection)),
                    _ => new BrowserAutomationToolDefinition(new BrowserAutomationToolParameters(connection: new BrowserAutomationToolConnectionParameters(id: connection))),
                };
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("DefaultParams = { \"a\", \"b\" }", text, StringComparison.Ordinal);
        Assert.Contains("function: new AzureFunctionDefinitionFunction(name: \"foo\", parameters: json), inputBinding:", text, StringComparison.Ordinal);
        Assert.Contains("new(new(queueServiceEndpoint: connection, queueName: \"out\"))", text, StringComparison.Ordinal);
        Assert.Contains("toolOptions: new() { ProjectConnections = { new ToolProjectConnection(connection) } }", text, StringComparison.Ordinal);
        Assert.Contains("toolConnectionParameters: new BrowserAutomationToolConnectionParameters(projectConnectionId: connection)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DefaultParametersThatAreNotWrittenOut_KeepTheProgram()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                ToolDefinition Make(BinaryData json, string[] names) =>
                    new OpenApiToolDefinition("crm", "Customers.", json, new OpenApiAnonymousAuthDetails(), names);
            }
            """, "2.0");

        Assert.Contains(rewrite.Left, site => site.Left == "write the default parameters of the tool out");
        Assert.Contains("new OpenApiToolDefinition(", rewrite.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task ArrayOfOneKindOfTool_IsAListOfTools(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(BingGroundingToolDefinition bing) => client.Administration.CreateAgent("gpt-4o", tools: new[] { bing });
            }
            """, generation);

        Assert.Empty(rewrite.Left);
        Assert.Contains("tools: new ResponseTool[] { bing }", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToolsOfAnAgent_AskedForByTheirClass_KeepTheProgram()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                bool SearchesTheWeb(PersistentAgent agent) => agent.Tools.OfType<BingGroundingToolDefinition>().Any();
            }
            """, "2.0");

        Assert.Contains(rewrite.Left, site => site.Left!.StartsWith("a tool of an agent version is a 'ResponseTool'", StringComparison.Ordinal));
        Assert.Contains("OfType<BingGroundingToolDefinition>()", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesOfTheAppItself_AreLeftAlone()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            record BingGroundingToolDefinition(string BingGrounding);

            class C(PersistentAgentsClient client)
            {
                BingGroundingToolDefinition Own() => new(BingGrounding: "own");

                string Run() => client.Threads.CreateThread().Value.Id;
            }
            """, "2.0");

        Assert.Empty(rewrite.Left);
        Assert.Contains("BingGroundingToolDefinition Own() => new(BingGrounding: \"own\");", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewOfProjects_KeepsItsTools()
    {
        Rewrite rewrite = await Rewrite.UpgradeRefusedAsync("""
            using Azure.AI.Projects;

            class C
            {
                ToolDefinition Make() => new BingGroundingToolDefinition(new ToolConnectionList { ConnectionList = { new ToolConnection("a") } });
            }
            """);

        Assert.Contains(rewrite.Left, site => site.Left == "make this tool with the classes of 'Azure.AI.Projects.Agents'");
        Assert.Contains("new BingGroundingToolDefinition(new ToolConnectionList", rewrite.Text(), StringComparison.Ordinal);
    }
}
