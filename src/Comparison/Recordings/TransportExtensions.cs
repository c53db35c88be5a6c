using System.ClientModel.Primitives;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>Puts a recorder or a playback into a client with one line.</summary>
public static class ClientModelTransport
{
    /// <summary>Sends the client's calls through a handler. For clients of System.ClientModel: OpenAI, Azure.AI.OpenAI 2.x.</summary>
    /// <param name="options">The options the client is made with, before it is made.</param>
    /// <param name="handler">A <see cref="TrafficRecorder"/>, a <see cref="PlaybackHandler"/>; it outlives the client.</param>
    /// <returns>The same options.</returns>
    public static TOptions SendThrough<TOptions>(this TOptions options, HttpMessageHandler handler)
        where TOptions : ClientPipelineOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Transport = new HttpClientPipelineTransport(HandlerClient.Create(handler));
        return options;
    }
}

/// <inheritdoc cref="ClientModelTransport"/>
public static class AzureCoreTransport
{
    /// <inheritdoc cref="ClientModelTransport.SendThrough{TOptions}(TOptions, HttpMessageHandler)"/>
    /// <remarks>For clients of Azure.Core: Azure.AI.OpenAI.Assistants, Azure.AI.Agents.Persistent.</remarks>
    public static TOptions SendThrough<TOptions>(this TOptions options, HttpMessageHandler handler)
        where TOptions : ClientOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Transport = new HttpClientTransport(HandlerClient.Create(handler));
        return options;
    }
}

internal static class HandlerClient
{
    /// <summary>Without a timeout of its own: the client's pipeline and the caller's token decide.</summary>
    public static HttpClient Create(HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
