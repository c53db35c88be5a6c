using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class ClientEquivalents
{
    private const string Foundry = "'AIProjectClient' with a project endpoint and a TokenCredential";
    private const string OpenAI = "'ResponsesClient' and 'ConversationClient' of the same OpenAI client";

    public static readonly Equivalent Construction = Becomes(LegacyRule.ClientConstruction, Foundry, OpenAI);
    public static readonly Equivalent Factory = Becomes(
        LegacyRule.ClientFactory,
        "'AIProjectClient.ProjectOpenAIClient' and 'AgentAdministrationClient'",
        "'GetResponsesClient()' and 'GetConversationClient()'");
    public static readonly Equivalent SubClient = Becomes(
        LegacyRule.ClientFactory, "a client of 'AIProjectClient.ProjectOpenAIClient'");
    public static readonly Equivalent Held = Becomes(LegacyRule.ClientHeld, Foundry, OpenAI);
    public static readonly Equivalent Registration = Becomes(LegacyRule.ClientRegistration, Foundry, OpenAI);
    public static readonly Equivalent Options = Becomes(
        LegacyRule.ClientOptions, "'AIProjectClientOptions'", "'OpenAIClientOptions' of the OpenAI client");
    public static readonly Equivalent ConnectionString = Lost(
        LegacyRule.ConnectionString, "give 'AIProjectClient' the project endpoint instead of a connection string");
    public static readonly Equivalent ChatClient = Lost(
        LegacyRule.ChatClientAdapter, "use Microsoft.Agents.AI, or 'ResponsesClient.AsIChatClient()'");
    public static readonly Equivalent Signature = Becomes(
        LegacyRule.TypeInSignature, "the v2 type of the calls it comes from");
    public static readonly Equivalent Paging = Becomes(
        LegacyRule.Paging, "'CollectionResult<T>', enumerated or read with 'GetRawPages()'");
}
