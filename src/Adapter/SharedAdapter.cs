using System.ClientModel;
using System.Collections.Concurrent;
using Azure.Core;

namespace AgentsMigration.Adapter;

/// <summary>
/// One adapter for each service in a process, however often its clients are made: what an adapter remembers must be found
/// again by the next client. State is in memory; construct a <see cref="LegacyAgentsAdapter"/> for any other.
/// </summary>
public static class SharedAdapter
{
    private const string ProjectEndpoint = "FOUNDRY_PROJECT_ENDPOINT";
    private const string ProjectKey = "FOUNDRY_API_KEY";
    private const string OpenAIKey = "OPENAI_API_KEY";
    private const string OpenAIEndpoint = "OPENAI_BASE_URL";

    private static readonly ConcurrentDictionary<(string Endpoint, string SignIn), Lazy<LegacyAgentsAdapter>> Adapters = new();

    /// <summary>The adapter in front of OpenAI.</summary>
    /// <param name="apiKey">Never logged.</param>
    /// <param name="endpoint">Default: <c>OPENAI_BASE_URL</c> of the environment, or <c>https://api.openai.com/v1</c>.</param>
    /// <exception cref="ArgumentException">The key is null or empty.</exception>
    public static LegacyAgentsAdapter ForOpenAI(string? apiKey, Uri? endpoint = null)
    {
        if (string.IsNullOrEmpty(apiKey))
            throw new ArgumentException("The API key is missing.", nameof(apiKey));
        endpoint ??= Setting(OpenAIEndpoint) is { } address ? new Uri(address) : null;
        return Get(endpoint?.AbsoluteUri ?? "", apiKey!, () => LegacyAgentsAdapter.ForOpenAI(apiKey!, endpoint));
    }

    /// <inheritdoc cref="ForOpenAI(string, Uri)"/>
    /// <param name="credential">The credential of the legacy client.</param>
    /// <param name="endpoint">Default: <c>OPENAI_BASE_URL</c> of the environment, or <c>https://api.openai.com/v1</c>.</param>
    public static LegacyAgentsAdapter ForOpenAI(ApiKeyCredential credential, Uri? endpoint = null)
    {
        if (credential is null)
            throw new ArgumentNullException(nameof(credential));
        credential.Deconstruct(out string apiKey);
        return ForOpenAI(apiKey, endpoint);
    }

    /// <summary>The adapter in front of a Microsoft Foundry project.</summary>
    /// <param name="projectEndpoint"><c>https://{resource}.services.ai.azure.com/api/projects/{project}</c>.</param>
    /// <param name="credential">Credentials of one type are taken for the same.</param>
    public static LegacyAgentsAdapter ForFoundry(Uri projectEndpoint, TokenCredential credential)
    {
        if (projectEndpoint is null)
            throw new ArgumentNullException(nameof(projectEndpoint));
        if (credential is null)
            throw new ArgumentNullException(nameof(credential));
        return Get(
            projectEndpoint.AbsoluteUri,
            credential.GetType().FullName!,
            () => LegacyAgentsAdapter.ForFoundry(projectEndpoint, credential));
    }

    /// <inheritdoc cref="ForFoundry(Uri, TokenCredential)"/>
    /// <exception cref="ArgumentException">The endpoint is no absolute URL.</exception>
    public static LegacyAgentsAdapter ForFoundry(string? projectEndpoint, TokenCredential credential) =>
        Uri.TryCreate(projectEndpoint, UriKind.Absolute, out Uri? address)
            ? ForFoundry(address, credential)
            : throw new ArgumentException($"'{projectEndpoint}' is not a project endpoint.", nameof(projectEndpoint));

    /// <summary>The adapter in front of the Foundry project that <c>FOUNDRY_PROJECT_ENDPOINT</c> of the environment names.</summary>
    /// <inheritdoc cref="ForFoundry(Uri, TokenCredential)" path="/param[@name='credential']"/>
    /// <param name="credential">Credentials of one type are taken for the same.</param>
    /// <exception cref="InvalidOperationException">The variable is not set.</exception>
    public static LegacyAgentsAdapter ForFoundry(TokenCredential credential) =>
        ForFoundry(Setting(ProjectEndpoint) ?? throw Missing($"{ProjectEndpoint} is not set."), credential);

    /// <summary>
    /// The adapter that the environment describes: <c>FOUNDRY_PROJECT_ENDPOINT</c> with <c>FOUNDRY_API_KEY</c>, or
    /// <c>OPENAI_API_KEY</c> with <c>OPENAI_BASE_URL</c> where it is not OpenAI's own.
    /// </summary>
    /// <exception cref="InvalidOperationException">Neither is set.</exception>
    public static LegacyAgentsAdapter FromEnvironment()
    {
        if (Setting(ProjectEndpoint) is { } project)
        {
            string key = Setting(ProjectKey) ?? throw Missing($"{ProjectKey} is not set beside {ProjectEndpoint}.");
            return Get(project, key, () => new(new AdapterOptions(V2Target.Foundry(new Uri(project), key))));
        }

        return ForOpenAI(Setting(OpenAIKey) ?? throw Missing($"Neither {ProjectEndpoint} nor {OpenAIKey} is set."));
    }

    private static LegacyAgentsAdapter Get(string endpoint, string signIn, Func<LegacyAgentsAdapter> create) =>
        Adapters.GetOrAdd((endpoint, signIn), _ => new Lazy<LegacyAgentsAdapter>(create)).Value;

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static InvalidOperationException Missing(string message) => new(message);
}
