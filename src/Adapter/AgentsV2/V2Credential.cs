using System.Net.Http.Headers;
using Azure.Core;

namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>Puts the target's own sign-in on a request; the legacy caller's never travels on.</summary>
internal interface IV2Credential
{
    ValueTask ApplyAsync(HttpRequestMessage request, TimeProvider time, CancellationToken cancellationToken);
}

internal sealed class KeyV2Credential : IV2Credential
{
    private readonly string _header;
    private readonly string _value;

    public KeyV2Credential(string header, string prefix, string key)
    {
        if (string.IsNullOrWhiteSpace(key))
            throw new ArgumentException("The API key is empty.", nameof(key));
        _header = header;
        _value = prefix + key;
    }

    public ValueTask ApplyAsync(HttpRequestMessage request, TimeProvider time, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation(_header, _value);
        return default;
    }
}

/// <summary>Stands where each caller brings its own: without one there is no call.</summary>
internal sealed class CallerV2Credential : IV2Credential
{
    public static readonly CallerV2Credential None = new();

    public ValueTask ApplyAsync(HttpRequestMessage request, TimeProvider time, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("the target has no credential but its callers'.");
}

/// <summary>Signs in nobody: asks only whether there is somebody at all.</summary>
internal sealed class NoV2Credential : IV2Credential
{
    public static readonly NoV2Credential Instance = new();

    public ValueTask ApplyAsync(HttpRequestMessage request, TimeProvider time, CancellationToken cancellationToken) => default;
}

internal sealed class TokenV2Credential(TokenCredential credential, string scope) : IV2Credential
{
    public const string FoundryScope = "https://ai.azure.com/.default";
    public const string AzureOpenAIScope = "https://cognitiveservices.azure.com/.default";

    private readonly TokenCredential _credential = credential ?? throw new ArgumentNullException(nameof(credential));
    private readonly string[] _scopes = [scope];
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private AccessToken _token;

    public async ValueTask ApplyAsync(HttpRequestMessage request, TimeProvider time, CancellationToken cancellationToken)
    {
        AccessToken token = _token;
        if (token.Token is null || token.ExpiresOn - RenewBefore <= time.GetUtcNow())
        {
            token = await _credential.GetTokenAsync(new TokenRequestContext(_scopes), cancellationToken).ConfigureAwait(false);
            _token = token;
        }
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
    }
}
