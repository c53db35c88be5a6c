using AgentsMigration.Adapter.AgentsV2;
using Azure.Core;

namespace AgentsMigration.Adapter;

/// <summary>
/// The service that answers in the legacy one's place: where it is, how to sign in, and where assistants live there.
/// </summary>
public abstract class V2Target
{
    private protected V2Target(Uri resourceBase, IV2Credential credential, V2Features features)
    {
        ResourceBase = resourceBase;
        Credential = credential;
        Features = features;
    }

    /// <summary>Ends with a slash; <c>responses</c>, <c>conversations</c> … are relative to it.</summary>
    internal Uri ResourceBase { get; }

    internal IV2Credential Credential { get; }

    internal V2Features Features { get; }

    /// <summary>A Microsoft Foundry project, signed in to with Entra ID.</summary>
    /// <param name="projectEndpoint">
    /// <c>https://{resource}.services.ai.azure.com/api/projects/{project}</c>.
    /// </param>
    /// <param name="credential">For the scope <c>https://ai.azure.com/.default</c>; tokens are kept until shortly
    /// before they expire.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL.</exception>
    public static V2Target Foundry(Uri projectEndpoint, TokenCredential credential) =>
        new FoundryTarget(projectEndpoint, new TokenV2Credential(credential, TokenV2Credential.FoundryScope));

    /// <summary>A Microsoft Foundry project, or the local emulator, with a key.</summary>
    /// <inheritdoc cref="Foundry(Uri, TokenCredential)" path="/param[@name='projectEndpoint']"/>
    /// <param name="projectEndpoint">The project's URL.</param>
    /// <param name="apiKey">Sent as <c>api-key</c> and never logged.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL, or the key is empty.</exception>
    public static V2Target Foundry(Uri projectEndpoint, string apiKey) =>
        new FoundryTarget(projectEndpoint, new KeyV2Credential("api-key", "", apiKey));

    /// <summary>OpenAI, or any server that speaks its Responses and Conversations APIs.</summary>
    /// <param name="apiKey">Sent as <c>Authorization: Bearer</c> and never logged.</param>
    /// <param name="endpoint">Default: <c>https://api.openai.com/v1</c>.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL, or the key is empty.</exception>
    public static V2Target OpenAI(string apiKey, Uri? endpoint = null) =>
        new OpenAITarget(endpoint ?? new Uri("https://api.openai.com/v1"), new KeyV2Credential("Authorization", "Bearer ", apiKey));

    /// <summary>
    /// A server that speaks the Responses API and none of Conversations: responses in the background that can be read again,
    /// continued by their id and deleted. Files, vector stores and containers work where it has them.
    /// </summary>
    /// <remarks>The adapter keeps what was said in its store, and sends it with each run.</remarks>
    /// <param name="endpoint">Its base URL; <c>responses</c> is relative to it.</param>
    /// <param name="apiKey">Sent as <c>Authorization: Bearer</c> and never logged.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL, or the key is empty.</exception>
    public static V2Target ResponsesOnly(Uri endpoint, string apiKey) =>
        new ResponsesTarget(endpoint, new KeyV2Credential("Authorization", "Bearer ", apiKey));

    /// <summary>
    /// A Microsoft Foundry project, signed in to by each caller of the gateway with the caller's own credential.
    /// </summary>
    /// <inheritdoc cref="Foundry(Uri, TokenCredential)" path="/param[@name='projectEndpoint']"/>
    /// <param name="projectEndpoint">The project's URL.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL.</exception>
    public static V2Target FoundryAsCaller(Uri projectEndpoint) => new FoundryTarget(projectEndpoint, CallerV2Credential.None);

    /// <summary>OpenAI, signed in to by each caller of the gateway with the caller's own key.</summary>
    /// <param name="endpoint">Default: <c>https://api.openai.com/v1</c>.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL.</exception>
    public static V2Target OpenAIAsCaller(Uri? endpoint = null) =>
        new OpenAITarget(endpoint ?? new Uri("https://api.openai.com/v1"), CallerV2Credential.None);

    /// <summary>An Azure OpenAI resource, by its v1 API, signed in to with Entra ID.</summary>
    /// <remarks>It has no conversations: the adapter keeps what was said in its store, and sends it with each run.</remarks>
    /// <param name="endpoint"><c>https://{resource}.openai.azure.com</c>, with or without <c>/openai/v1</c>.</param>
    /// <param name="credential">For the scope <c>https://cognitiveservices.azure.com/.default</c>; tokens are kept until
    /// shortly before they expire.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL.</exception>
    public static V2Target AzureOpenAI(Uri endpoint, TokenCredential credential) =>
        new AzureOpenAITarget(endpoint, new TokenV2Credential(credential, TokenV2Credential.AzureOpenAIScope));

    /// <summary>An Azure OpenAI resource, by its v1 API, with a key.</summary>
    /// <inheritdoc cref="AzureOpenAI(Uri, TokenCredential)" path="/param[@name='endpoint']"/>
    /// <param name="endpoint">The resource's URL.</param>
    /// <param name="apiKey">Sent as <c>api-key</c> and never logged.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL, or the key is empty.</exception>
    public static V2Target AzureOpenAI(Uri endpoint, string apiKey) =>
        new AzureOpenAITarget(endpoint, new KeyV2Credential("api-key", "", apiKey));

    /// <summary>An Azure OpenAI resource, signed in to by each caller of the gateway with the caller's own credential.</summary>
    /// <inheritdoc cref="AzureOpenAI(Uri, TokenCredential)" path="/param[@name='endpoint']"/>
    /// <param name="endpoint">The resource's URL.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL.</exception>
    public static V2Target AzureOpenAIAsCaller(Uri endpoint) => new AzureOpenAITarget(endpoint, CallerV2Credential.None);

    /// <summary>A server with the Responses API alone, signed in to by each caller of the gateway with the caller's own key.</summary>
    /// <inheritdoc cref="ResponsesOnly(Uri, string)" path="/param[@name='endpoint']"/>
    /// <param name="endpoint">Its base URL.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute http(s) URL.</exception>
    public static V2Target ResponsesOnlyAsCaller(Uri endpoint) => new ResponsesTarget(endpoint, CallerV2Credential.None);

    /// <summary>Whether it has no credential of its own.</summary>
    internal bool IsAsCaller => Credential is CallerV2Credential;

    internal abstract V2Target SignedInWith(IV2Credential credential);

    private protected static Uri Resolve(Uri endpoint, string path)
    {
        if (endpoint is null)
            throw new ArgumentNullException(nameof(endpoint));
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https"))
            throw new ArgumentException($"'{endpoint}' is not an absolute http(s) URL.", nameof(endpoint));
        return new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);
    }
}

internal sealed class OpenAITarget(Uri endpoint, IV2Credential credential)
    : V2Target(Resolve(endpoint, "/"), credential, V2Features.All)
{
    internal override V2Target SignedInWith(IV2Credential other) => new OpenAITarget(ResourceBase, other);
}

internal sealed class AzureOpenAITarget(Uri endpoint, IV2Credential credential)
    : V2Target(Base(endpoint), credential, V2Features.AzureOpenAI)
{
    internal override V2Target SignedInWith(IV2Credential other) => new AzureOpenAITarget(ResourceBase, other);

    /// <summary>Both forms are handed around: the resource's endpoint, and the base URL of its v1 API.</summary>
    private static Uri Base(Uri endpoint)
    {
        Uri given = Resolve(endpoint, "/");
        return given.AbsolutePath.EndsWith("/openai/v1/", StringComparison.OrdinalIgnoreCase) ? given : new Uri(given, "openai/v1/");
    }
}

internal sealed class ResponsesTarget(Uri endpoint, IV2Credential credential)
    : V2Target(Resolve(endpoint, "/"), credential, V2Features.ResponsesOnly)
{
    internal override V2Target SignedInWith(IV2Credential other) => new ResponsesTarget(ResourceBase, other);
}

internal sealed class FoundryTarget(Uri projectEndpoint, IV2Credential credential)
    : V2Target(Resolve(projectEndpoint, "/openai/v1/"), credential, V2Features.All)
{
    public Uri AgentsBase { get; } = Resolve(projectEndpoint, "/");

    internal override V2Target SignedInWith(IV2Credential other) => new FoundryTarget(AgentsBase, other);
}
