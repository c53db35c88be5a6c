using Azure.Core;
using Azure.Core.Pipeline;

namespace AgentsMigration.Adapter;

/// <summary>
/// Puts the adapter into clients that build on Azure.Core: Azure.AI.OpenAI.Assistants, Azure.AI.Projects 1.0-beta and
/// Azure.AI.Agents.Persistent.
/// </summary>
public static class AzureCoreExtensions
{
    /// <inheritdoc cref="ClientModelExtensions.UseAgentsV2{TOptions}(TOptions, LegacyAgentsAdapter)"/>
    public static TOptions UseAgentsV2<TOptions>(this TOptions options, LegacyAgentsAdapter adapter)
        where TOptions : ClientOptions
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        if (adapter is null)
            throw new ArgumentNullException(nameof(adapter));
        options.Transport = new HttpClientTransport(Doors.AdapterHttpClient.Create(adapter));
        return options;
    }
}
