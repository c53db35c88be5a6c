using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Doors;
using AgentsMigration.Adapter.Operations.Runs.Streams;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Tenancy;
using Azure.Core;

namespace AgentsMigration.Adapter;

/// <summary>
/// Answers the Assistants API and Agents (classic) in process, out of Responses, Conversations and Containers. One adapter
/// serves any number of clients; it is thread-safe and lives as long as they do.
/// </summary>
/// <example>
/// <code>
/// var options = new OpenAIClientOptions().UseAgentsV2(LegacyAgentsAdapter.ForFoundry(projectEndpoint, credential));
/// var client = new OpenAIClient(new ApiKeyCredential("unused"), options).GetAssistantClient();
/// </code>
/// </example>
public sealed class LegacyAgentsAdapter : IDisposable
{
    private readonly HttpMessageHandler? _ownTransport;
    private readonly HttpMessageInvoker _http;
    private readonly AdapterOptions _options;
    private readonly TenantContexts _tenants;
    private readonly StreamPumps _pumps = new();

    /// <param name="options">Where to, and with what.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public LegacyAgentsAdapter(AdapterOptions options)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        _options = options;
        _ownTransport = options.Transport is null ? DefaultTransport.Create() : null;
        HttpMessageHandler transport = options.Transport ?? _ownTransport!;
        _http = new HttpMessageInvoker(transport, disposeHandler: false);
        _tenants = new TenantContexts(
            options.Target,
            transport,
            options.Documents ?? new InMemoryDocumentStore(options.TimeProvider),
            options.Blobs ?? new InMemoryBlobStore());
        Routes = Composition.BuildRoutes(options, _tenants.Only(_http), _pumps);
    }

    internal RouteTable Routes { get; }

    /// <summary>An adapter in front of a Microsoft Foundry project.</summary>
    /// <param name="projectEndpoint"><c>https://{resource}.services.ai.azure.com/api/projects/{project}</c>.</param>
    /// <param name="credential">Such as <c>DefaultAzureCredential</c>.</param>
    public static LegacyAgentsAdapter ForFoundry(Uri projectEndpoint, TokenCredential credential) =>
        new(new AdapterOptions(V2Target.Foundry(projectEndpoint, credential)));

    /// <summary>An adapter in front of an Azure OpenAI resource.</summary>
    /// <param name="endpoint"><c>https://{resource}.openai.azure.com</c>.</param>
    /// <param name="credential">Such as <c>DefaultAzureCredential</c>.</param>
    public static LegacyAgentsAdapter ForAzureOpenAI(Uri endpoint, TokenCredential credential) =>
        new(new AdapterOptions(V2Target.AzureOpenAI(endpoint, credential)));

    /// <summary>An adapter in front of OpenAI.</summary>
    /// <param name="apiKey">Never logged.</param>
    /// <param name="endpoint">Default: <c>https://api.openai.com/v1</c>.</param>
    public static LegacyAgentsAdapter ForOpenAI(string apiKey, Uri? endpoint = null) =>
        new(new AdapterOptions(V2Target.OpenAI(apiKey, endpoint)));

    /// <summary>
    /// The door for any <see cref="HttpClient"/>: legacy calls are answered here, every other call goes on to where it was
    /// addressed.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new LegacyAgentsHandler(Routes, _http);

    /// <summary>The routes of one tenant among others, who share the target and the state and do not see each other.</summary>
    internal RouteTable CreateRoutes(string tenant, IV2Credential? credential = null) =>
        Composition.BuildRoutes(_options, _tenants.Among(tenant, credential), _pumps);

    /// <summary>Whether the target takes the credential.</summary>
    /// <exception cref="V2Exception">It does not, or it cannot be asked.</exception>
    internal Task TryAsync(IV2Credential credential, CancellationToken cancellationToken) =>
        ProbeAsync(_options.Target.SignedInWith(credential), cancellationToken);

    /// <summary>Whether the target can be reached and takes its own credential; where it has none, any answer will do.</summary>
    /// <exception cref="V2Exception">It cannot be reached, or it refuses.</exception>
    internal Task ProbeAsync(CancellationToken cancellationToken) =>
        ProbeAsync(_options.Target.IsAsCaller ? _options.Target.SignedInWith(NoV2Credential.Instance) : _options.Target, cancellationToken);

    private async Task ProbeAsync(V2Target target, CancellationToken cancellationToken)
    {
        V2Client v2 = new(target, _http, _options.TimeProvider, new RetryPolicy(0, _options.TimeProvider));
        await v2.GetAsync(V2Route.FileList("?limit=1"), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Ends the streams that are open and closes the adapter's own connections; clients that still use it fail from then
    /// on. Runs go on in the service.
    /// </summary>
    public void Dispose()
    {
        _pumps.Dispose();
        _http.Dispose();
        _ownTransport?.Dispose();
    }
}
