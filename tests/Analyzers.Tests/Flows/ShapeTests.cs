using AgentsMigration.Analyzers.Tests.Verification;

namespace AgentsMigration.Analyzers.Tests.Flows;

/// <summary>The shapes that real code has.</summary>
public sealed class ShapeTests
{
    [Fact]
    public Task InjectedClients_AreFound() => VerifyAsync("""
        using Microsoft.Extensions.DependencyInjection;
        using OpenAI.Assistants;

        static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddSingleton<AssistantClient>(_ => new("k")); //: AGM1001 AGM1004
                services.AddSingleton(_ => new AssistantClient("k")); //: AGM1001
                services.AddScoped(typeof(AssistantClient)); //: AGM1004
                services.AddKeyedSingleton<AssistantClient, Own>("x"); //: AGM1004
            }

            public static void Use(IServiceProvider provider) => provider.GetRequiredService<AssistantClient>().DeleteThread("t"); //: AGM1004 AGM3004
        }

        class Own : AssistantClient; //: AGM1003

        class Controller
        {
            private readonly AssistantClient _client; //: AGM1003

            public Controller(AssistantClient client) => _client = client; //: AGM1003

            public AssistantClient Client { get; init; } = null!; //: AGM1003

            public void Run() => _client.CreateThread(); //: AGM3001
        }

        class Primary(AssistantClient client, ILogger<Primary> logger) //: AGM1003
        {
            public string Run() => client.CreateThread().Value.Id + logger; //: AGM3001 AGM3013
        }

        record Deps(AssistantClient Client, Lazy<AssistantClient> Later); //: AGM1003 AGM1003

        interface ILogger<T>;
        """);

    [Fact]
    public Task AzureOpenAIClient_IsRecognised() => VerifyAsync("""
        using OpenAI.Assistants;

        namespace Azure.AI.OpenAI
        {
            public class AzureOpenAIClient(Uri endpoint) : global::OpenAI.OpenAIClient
            {
                public Uri Address => endpoint;
                public override AssistantClient GetAssistantClient() => throw new NotSupportedException(); //: AGM1003
            }
        }

        class C
        {
            void Run()
            {
                var client = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri("https://x")).GetAssistantClient(); //: AGM1002
                client.CreateThread(); //: AGM3001
            }
        }
        """);

    [Fact]
    public Task TopLevelStatements_AndVarEverywhere_AreFound() => VerifyAsync("""
        // program
        using OpenAI;

        var client = new OpenAIClient("k").GetAssistantClient(); //: AGM1002
        var agent = (await client.CreateAssistantAsync("gpt-4o")).Value; //: AGM2001
        var thread = client.CreateThread().Value; //: AGM3001
        var run = client.CreateRun(thread.Id, agent.Id).Value; //: AGM2009 AGM3013 AGM4001
        Console.WriteLine(run.Status); //: AGM4014
        """);

    [Fact]
    public Task StatusAsText_IsFound() => VerifyAsync("""
        using OpenAI.Assistants;

        class C
        {
            bool Done(ThreadRun run) => run.Status.ToString() == "completed" //: AGM1007 AGM4015
                || run.Status == "failed" //: AGM4015
                || "expired" == run.Status.ToString().ToLowerInvariant() //: AGM4015
                || run.Status.ToString().Equals("cancelled", StringComparison.OrdinalIgnoreCase) //: AGM4015
                || run.Status.ToString() is "incomplete" or "failed"; //: AGM4015

            int Code(ThreadRun run) => run.Status.ToString() switch { "completed" => 0, _ => 1 }; //: AGM1007 AGM4015

            string Show(ThreadRun run) => "status " + run.Status.ToString(); //: AGM1007 AGM4014
        }
        """);

    [Fact]
    public Task LinqOverMessages_IsFound() => VerifyAsync("""
        using OpenAI.Assistants;

        class C(AssistantClient client) //: AGM1003
        {
            string? Last(string threadId) => client.GetMessages(threadId) //: AGM3007
                .Where(m => m.Role == MessageRole.Assistant) //: AGM3012 AGM3013
                .OrderBy(m => m.CreatedAt) //: AGM3013
                .SelectMany(m => m.Content) //: AGM5001
                .Select(part => part.Text) //: AGM5002
                .FirstOrDefault(text => text is not null);

            IEnumerable<string> Images(string threadId) =>
                from message in client.GetMessages(threadId) //: AGM3007
                from part in message.Content //: AGM5001
                where part.ImageFileId != null //: AGM5003
                select part.ImageFileId; //: AGM5003
        }
        """);

    [Fact]
    public Task Aliases_AreFollowed() => VerifyAsync("""
        using A = OpenAI.Assistants;
        using Client = OpenAI.Assistants.AssistantClient;
        using static OpenAI.Assistants.StreamingUpdateReason;

        class C
        {
            Client Make() => new Client("k"); //: AGM1001 AGM1003

            void Run(A.ThreadRun run, A.StreamingUpdate update) //: AGM1007 AGM1007
            {
                _ = run.Id; //: AGM4018
                _ = new A.ToolOutput("c", "o"); //: AGM4017
                _ = update.UpdateKind is RunCompleted or Error; //: AGM4020 AGM4020 AGM4020
            }
        }
        """);

    [Fact]
    public Task Wrappers_AndExtensions_AreFound() => VerifyAsync("""
        using OpenAI.Assistants;

        static class Extensions
        {
            public static async Task<string> AskAsync(this AssistantClient client, string thread) //: AGM1003
            {
                ThreadRun run = await client.CreateRunAsync(thread, "a"); //: AGM4001
                return run.Id; //: AGM4018
            }
        }

        class Mock : AssistantClient //: AGM1003
        {
            public override System.ClientModel.ClientResult<AssistantThread> GetThread(string threadId, CancellationToken cancellationToken = default) => base.GetThread(threadId, cancellationToken); //: AGM1007 AGM3002
        }

        class User(Mock mock)
        {
            void Run()
            {
                mock.GetThread("t"); //: AGM3002
                mock.AskAsync("t");
            }

            Func<string, CancellationToken, Task> Group() => mock.DeleteThreadAsync; //: AGM3004
        }
        """);

    [Fact]
    public Task ResponseShells_ImplicitAndByValue_AreFound() => Lines.VerifyAsync("""
        using Azure;
        using Azure.AI.Agents.Persistent;

        class C(PersistentAgentsClient client) //: AGM1003
        {
            async Task Run()
            {
                Response<ThreadRun> response = await client.Runs.CreateRunAsync("t", "a"); //: AGM4001
                ThreadRun run = response;
                _ = run.Id; //: AGM4018
                _ = response.Value.Id; //: AGM4018
                PersistentThreadMessage message = client.Messages.GetMessage("t", "m"); //: AGM3006
                _ = message?.ContentItems; //: AGM5001
                await foreach (PersistentThreadMessage each in client.Messages.GetMessagesAsync("t")) _ = each.Role; //: AGM3007 AGM3013
            }
        }
        """, LegacyReferences.Azure);

    [Fact]
    public Task Locals_Usings_AndNameof_AreNoSites() => VerifyAsync("""
        using OpenAI.Assistants;

        class C
        {
            void Run()
            {
                AssistantClient client = null!;
                List<ToolOutput> outputs = new List<ToolOutput>();
                Console.WriteLine(nameof(AssistantClient) + nameof(RunStatus) + client + outputs);
            }

            /// <summary>Uses <see cref="AssistantClient"/>.</summary>
            string Name => "AssistantClient.CreateRun";
        }
        """);

    private static Task VerifyAsync(string source) => Lines.VerifyAsync(source, LegacyReferences.OpenAI());
}
