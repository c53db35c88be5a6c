using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.CodeFixes.Tests.Verification;

namespace AgentsMigration.CodeFixes.Tests.Adoption;

/// <summary>Families a, b and c, against declarations with the real names and signatures.</summary>
public sealed class AzureAdoptionTests
{
    [Fact]
    public async Task Assistants_EachWayToSignIn_Adopts()
    {
        using AppSolution app = AppSolution.Azure("""
            using Azure;
            using Azure.AI.OpenAI.Assistants;
            using Azure.Core;

            class C
            {
                void M(Uri endpoint, TokenCredential credential, string? key)
                {
                    AssistantsClient a = new AssistantsClient(endpoint, credential);
                    AssistantsClient b = new(endpoint, new AzureKeyCredential(key!));
                    AssistantsClient c = new(key, new AssistantsClientOptions());
                }
            }
            """);

        await Adopting.VerifyAsync(app, """
            using AgentsMigration.Adapter;
            using Azure;
            using Azure.AI.OpenAI.Assistants;
            using Azure.Core;

            class C
            {
                void M(Uri endpoint, TokenCredential credential, string? key)
                {
                    AssistantsClient a = new AssistantsClient(endpoint, credential,
                        new AssistantsClientOptions().UseAgentsV2(SharedAdapter.ForFoundry(credential)));
                    AssistantsClient b = new(endpoint, new AzureKeyCredential(key!),
                        new AssistantsClientOptions().UseAgentsV2(SharedAdapter.FromEnvironment()));
                    AssistantsClient c = new(key, new AssistantsClientOptions().UseAgentsV2(SharedAdapter.ForOpenAI(key)));
                }
            }
            """);
    }

    [Fact]
    public async Task Projects_ConnectionStringAndFactory_AdoptsAtTheProjectClient()
    {
        using AppSolution app = AppSolution.Azure("""
            using Azure.AI.Projects;
            using Azure.Core;

            class C
            {
                private readonly AIProjectClient _project;
                private readonly AgentsClient _agents;

                C(string connectionString, TokenCredential credential)
                {
                    _project = new AIProjectClient(connectionString, credential);
                    _agents = _project.GetAgentsClient();
                }

                AgentsClient Direct(string connectionString, TokenCredential credential) => new(connectionString, credential);
            }
            """);

        await Adopting.VerifyAsync(app, """
            using AgentsMigration.Adapter;
            using Azure.AI.Projects;
            using Azure.Core;

            class C
            {
                private readonly AIProjectClient _project;
                private readonly AgentsClient _agents;

                C(string connectionString, TokenCredential credential)
                {
                    _project = new AIProjectClient(connectionString, credential,
                        new AIProjectClientOptions().UseAgentsV2(SharedAdapter.ForFoundry(credential)));
                    _agents = _project.GetAgentsClient();
                }

                AgentsClient Direct(string connectionString, TokenCredential credential) => new(connectionString, credential,
                    new AIProjectClientOptions().UseAgentsV2(SharedAdapter.ForFoundry(credential)));
            }
            """);
    }

    [Fact]
    public async Task Persistent_InDependencyInjection_KeepsTheEndpoint()
    {
        using AppSolution app = AppSolution.Azure("""
            using Azure.AI.Agents.Persistent;
            using Azure.Core;
            using Microsoft.Extensions.DependencyInjection;

            static class Startup
            {
                public static void Add(IServiceCollection services, string endpoint, Func<TokenCredential> signIn)
                {
                    services.AddSingleton(provider => new PersistentAgentsClient(
                        endpoint,
                        provider.GetRequiredService<TokenCredential>()));
                    services.AddScoped<PersistentAgentsClient>(_ => new(endpoint, credential: signIn()));
                    services.AddSingleton<PersistentAgentsClient>();
                }

                public static PersistentAgentsAdministrationClient Administration(string endpoint, TokenCredential credential) =>
                    new(endpoint, credential);
            }
            """.Replace("new(endpoint, credential)", "new PersistentAgentsClient(endpoint, credential).Administration", StringComparison.Ordinal));

        IReadOnlyList<SiteOutcome> sites = await Adopting.VerifyAsync(app, """
            using AgentsMigration.Adapter;
            using Azure.AI.Agents.Persistent;
            using Azure.Core;
            using Microsoft.Extensions.DependencyInjection;

            static class Startup
            {
                public static void Add(IServiceCollection services, string endpoint, Func<TokenCredential> signIn)
                {
                    services.AddSingleton(provider => new PersistentAgentsClient(
                        endpoint,
                        provider.GetRequiredService<TokenCredential>(),
                        new PersistentAgentsAdministrationClientOptions().UseAgentsV2(SharedAdapter.FromEnvironment())));
                    services.AddScoped<PersistentAgentsClient>(_ => new(endpoint, credential: signIn(),
                        options: new PersistentAgentsAdministrationClientOptions().UseAgentsV2(SharedAdapter.FromEnvironment())));
                    services.AddSingleton<PersistentAgentsClient>();
                }

                public static PersistentAgentsAdministrationClient Administration(string endpoint, TokenCredential credential) =>
                    new PersistentAgentsClient(endpoint, credential,
                        new PersistentAgentsAdministrationClientOptions().UseAgentsV2(SharedAdapter.ForFoundry(endpoint, credential))).Administration;
            }
            """);
        Assert.Equal("it is registered without a factory", sites.Single(site => site.RuleId == "AGM1004").Left!.Split(';')[0]);
    }

    [Fact]
    public async Task NestedClients_AllAdopt()
    {
        using AppSolution app = AppSolution.Azure("""
            using Azure.AI.Agents.Persistent;
            using Azure.Core;

            class Pair
            {
                public Pair(PersistentAgentsClient first, PersistentAgentsClient second) { }

                static Pair Make(string endpoint, TokenCredential one) =>
                    new(new PersistentAgentsClient(endpoint, one), new PersistentAgentsClient(endpoint, one));
            }
            """);

        await Adopting.VerifyAsync(app, """
            using AgentsMigration.Adapter;
            using Azure.AI.Agents.Persistent;
            using Azure.Core;

            class Pair
            {
                public Pair(PersistentAgentsClient first, PersistentAgentsClient second) { }

                static Pair Make(string endpoint, TokenCredential one) =>
                    new(new PersistentAgentsClient(endpoint, one,
                        new PersistentAgentsAdministrationClientOptions().UseAgentsV2(SharedAdapter.ForFoundry(endpoint, one))), new PersistentAgentsClient(endpoint, one,
                        new PersistentAgentsAdministrationClientOptions().UseAgentsV2(SharedAdapter.ForFoundry(endpoint, one))));
            }
            """);
    }
}
