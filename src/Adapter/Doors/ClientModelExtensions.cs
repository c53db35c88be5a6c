using System.ClientModel.Primitives;

namespace AgentsMigration.Adapter;

/// <summary>Puts the adapter into clients that build on System.ClientModel: OpenAI and Azure.AI.OpenAI 2.x.</summary>
public static class ClientModelExtensions
{
    /// <summary>Sends this client's legacy calls to v2.</summary>
    /// <param name="options">The options the client is made with, before it is made.</param>
    /// <param name="adapter">Outlives the client.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TOptions UseAgentsV2<TOptions>(this TOptions options, LegacyAgentsAdapter adapter)
        where TOptions : ClientPipelineOptions
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        if (adapter is null)
            throw new ArgumentNullException(nameof(adapter));
        options.Transport = new HttpClientPipelineTransport(Doors.AdapterHttpClient.Create(adapter));
        return options;
    }
}
