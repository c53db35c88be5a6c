using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.CodeFixes.Tests.Verification;

namespace AgentsMigration.CodeFixes.Tests.Adoption;

/// <summary>Family d: the real package.</summary>
public sealed class OpenAIAdoptionTests
{
    [Fact]
    public async Task Construction_WithoutOptions_GetsThem()
    {
        using AppSolution app = AppSolution.OpenAI("""
            using System.ClientModel;
            using OpenAI.Assistants;

            class C
            {
                // The one client of this class.
                private readonly AssistantClient _client = new(new ApiKeyCredential("key")); // stays

                AssistantClient Other(ApiKeyCredential credential) => new AssistantClient(credential);
            }
            """);

        IReadOnlyList<SiteOutcome> sites = await Adopting.VerifyAsync(app, """
            using System.ClientModel;
            using AgentsMigration.Adapter;
            using OpenAI.Assistants;

            class C
            {
                // The one client of this class.
                private readonly AssistantClient _client = new(new ApiKeyCredential("key"),
                    new AssistantClientOptions().UseAgentsV2(SharedAdapter.ForOpenAI("key"))); // stays

                AssistantClient Other(ApiKeyCredential credential) => new AssistantClient(credential,
                    new AssistantClientOptions().UseAgentsV2(SharedAdapter.ForOpenAI(credential)));
            }
            """);
        Assert.Equal(["AGM1001", "AGM1001"], sites.Select(site => site.RuleId));
        Assert.All(sites, site => Assert.Null(site.Left));
    }

    [Fact]
    public async Task Construction_FromAKey_WrapsTheKey()
    {
        using AppSolution app = AppSolution.OpenAI("""
            namespace App;

            class C
            {
                OpenAI.Assistants.AssistantClient Create() =>
                    new(apiKey: Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
            }
            """);

        await Adopting.VerifyAsync(app, """
            using System.ClientModel;
            using AgentsMigration.Adapter;
            using OpenAI.Assistants;

            namespace App;

            class C
            {
                OpenAI.Assistants.AssistantClient Create() =>
                    new(credential: new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
                        options: new AssistantClientOptions().UseAgentsV2(SharedAdapter.ForOpenAI(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!)));
            }
            """);
    }

    [Fact]
    public async Task Factory_AdoptsWhereItsClientIsConstructed()
    {
        using AppSolution app = AppSolution.OpenAI("""
            using System.ClientModel;
            using OpenAI;
            using OpenAI.Assistants;

            // program
            string endpoint = args[0];
            OpenAIClient openAI = new(new ApiKeyCredential(args[1]), new() { Endpoint = new Uri(endpoint) });
            AssistantClient assistants = openAI.GetAssistantClient();
            AssistantClient inline = new OpenAIClient("key").GetAssistantClient();
            """);

        await Adopting.VerifyAsync(app, """
            using System.ClientModel;
            using AgentsMigration.Adapter;
            using OpenAI;
            using OpenAI.Assistants;

            // program
            string endpoint = args[0];
            OpenAIClient openAI = new(new ApiKeyCredential(args[1]), new OpenAIClientOptions() { Endpoint = new Uri(endpoint) }.UseAgentsV2(SharedAdapter.ForOpenAI(args[1], new Uri(endpoint))));
            AssistantClient assistants = openAI.GetAssistantClient();
            AssistantClient inline = new OpenAIClient(new ApiKeyCredential("key"),
                new OpenAIClientOptions().UseAgentsV2(SharedAdapter.ForOpenAI("key"))).GetAssistantClient();
            """);
    }

    [Fact]
    public async Task Factory_ClientFromAnotherFile_AdoptsThere()
    {
        using AppSolution app = AppSolution.OpenAI(
            """
            using Microsoft.Extensions.DependencyInjection;
            using OpenAI;

            static class Startup
            {
                public static void Add(IServiceCollection services, string key)
                {
                    services.AddSingleton(_ => new OpenAIClient(key));
                    services.AddSingleton(provider => provider.GetRequiredService<OpenAIClient>().GetAssistantClient());
                }
            }
            """,
            """
            using OpenAI;
            using OpenAI.Assistants;

            class Service(OpenAIClient client)
            {
                private readonly AssistantClient _assistants = client.GetAssistantClient();
            }
            """);

        await Adopting.VerifyAsync(
            app,
            """
            using System.ClientModel;
            using AgentsMigration.Adapter;
            using Microsoft.Extensions.DependencyInjection;
            using OpenAI;

            static class Startup
            {
                public static void Add(IServiceCollection services, string key)
                {
                    services.AddSingleton(_ => new OpenAIClient(new ApiKeyCredential(key),
                        new OpenAIClientOptions().UseAgentsV2(SharedAdapter.ForOpenAI(key))));
                    services.AddSingleton(provider => provider.GetRequiredService<OpenAIClient>().GetAssistantClient());
                }
            }
            """,
            """
            using OpenAI;
            using OpenAI.Assistants;

            class Service(OpenAIClient client)
            {
                private readonly AssistantClient _assistants = client.GetAssistantClient();
            }
            """);
    }

    [Fact]
    public async Task Factory_ClientMadeOutOfReach_ConstructsOneOfItsOwn()
    {
        using AppSolution app = AppSolution.OpenAI("""
            using OpenAI;
            using OpenAI.Assistants;

            class Service
            {
                AssistantClient Assistants(OpenAIClient client) => client.GetAssistantClient();
            }
            """);

        await Adopting.VerifyAsync(app, """
            using System.ClientModel;
            using AgentsMigration.Adapter;
            using OpenAI;
            using OpenAI.Assistants;

            class Service
            {
                AssistantClient Assistants(OpenAIClient client) => new AssistantClient(new ApiKeyCredential("unused"), new AssistantClientOptions().UseAgentsV2(SharedAdapter.FromEnvironment()));
            }
            """);
    }

    [Fact]
    public async Task Construction_WithOptionsByName_ExtendsThem()
    {
        using AppSolution app = AppSolution.OpenAI("""
            using System.ClientModel;
            using OpenAI;
            using OpenAI.Assistants;

            class C
            {
                OpenAIClient Create(ApiKeyCredential key, OpenAIClientOptions given, OpenAIClientOptions? maybe, bool isFast)
                {
                    _ = new OpenAIClient(key, given).GetAssistantClient();
                    _ = new OpenAIClient(key, maybe).GetAssistantClient();
                    _ = new OpenAIClient(key, isFast ? given : new OpenAIClientOptions()).GetAssistantClient();
                    _ = new OpenAIClient(key, null).GetAssistantClient();
                    return new OpenAIClient(
                        key,
                        options: new OpenAIClientOptions
                        {
                            OrganizationId = "org",
                        });
                }

                AssistantClient Taken(ApiKeyCredential key) => Create(key, new(), null, false).GetAssistantClient();
            }
            """);

        await Adopting.VerifyAsync(app, """
            using System.ClientModel;
            using AgentsMigration.Adapter;
            using OpenAI;
            using OpenAI.Assistants;

            class C
            {
                OpenAIClient Create(ApiKeyCredential key, OpenAIClientOptions given, OpenAIClientOptions? maybe, bool isFast)
                {
                    _ = new OpenAIClient(key, given.UseAgentsV2(SharedAdapter.ForOpenAI(key, given.Endpoint))).GetAssistantClient();
                    _ = new OpenAIClient(key, (maybe ?? new OpenAIClientOptions()).UseAgentsV2(SharedAdapter.ForOpenAI(key, maybe?.Endpoint))).GetAssistantClient();
                    _ = new OpenAIClient(key, (isFast ? given : new OpenAIClientOptions()).UseAgentsV2(SharedAdapter.ForOpenAI(key))).GetAssistantClient();
                    _ = new OpenAIClient(key, new OpenAIClientOptions().UseAgentsV2(SharedAdapter.ForOpenAI(key))).GetAssistantClient();
                    return new OpenAIClient(
                        key,
                        options: new OpenAIClientOptions
                        {
                            OrganizationId = "org",
                        }.UseAgentsV2(SharedAdapter.ForOpenAI(key)));
                }

                AssistantClient Taken(ApiKeyCredential key) => Create(key, new(), null, false).GetAssistantClient();
            }
            """);
    }

    [Fact]
    public async Task LookAlikes_AreLeftAlone()
    {
        string source = """
            using System.ClientModel;
            using System.ClientModel.Primitives;
            using AgentsMigration.Adapter;
            using OpenAI;
            using OpenAI.Assistants;
            using OpenAI.Chat;

            class Assistants
            {
                public Assistants(string key) { }
                public object GetAssistantClient() => this;
            }

            class C
            {
                AssistantClient Adopted(LegacyAgentsAdapter adapter)
                {
                    OpenAIClientOptions options = new();
                    options.UseAgentsV2(adapter);
                    OpenAIClient client = new(new ApiKeyCredential("key"), options);
                    return client.GetAssistantClient();
                }

                AssistantClient OwnTransport(HttpClient http) => new(
                    new ApiKeyCredential("key"), new AssistantClientOptions { Transport = new HttpClientPipelineTransport(http) });

                object OwnType() => new Assistants("key").GetAssistantClient();

                ChatClient Chat() => new("gpt-4o", "key");
            }
            """.Replace("using OpenAI.Chat;", "using OpenAI.Chat;\nusing System.Net.Http;", StringComparison.Ordinal);
        using AppSolution app = AppSolution.OpenAI(source);

        IReadOnlyList<SiteOutcome> sites = await Adopting.VerifyAsync(app, source);

        Assert.Equal(
            [("its options carry a transport of their own", "AGM1001")],
            sites.Select(site => (site.Left?.Split(';')[0], site.RuleId)));
    }
}
