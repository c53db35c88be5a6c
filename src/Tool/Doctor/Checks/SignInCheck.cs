using System.Buffers.Text;
using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using Azure.Core;
using Azure.Identity;

namespace AgentsMigration.Tool.Doctor.Checks;

/// <summary>A credential, and whether the service takes it.</summary>
internal static class SignInCheck
{
    private const string Name = "sign-in";

    /// <summary>A token where no key was given.</summary>
    public static async Task<(Finding Finding, string? Token)> AcquireAsync(DoctorSettings settings, CancellationToken cancellationToken)
    {
        if (settings.ApiKey is { } key)
        {
            return settings.Target != DoctorTarget.OpenAI && AudienceOf(key) is { } audience
                ? (new Finding(Name, Verdict.Note, $"The key looks like a token, for {audience}.", Advice.TokenAsKey), key)
                : (new Finding(Name, Verdict.Ok, "A key is given."), null);
        }
        string scope = settings.Target == DoctorTarget.Foundry ? TokenV2Credential.FoundryScope : TokenV2Credential.AzureOpenAIScope;
        try
        {
            AccessToken token = await settings.Credential!.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken).ConfigureAwait(false);
            return (new Finding(Name, Verdict.Ok, $"Entra ID gives a token for {scope}."), token.Token);
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or CredentialUnavailableException)
        {
            string reason = failure.Message.Split('\n')[0].Trim();
            return (new Finding(Name, Verdict.Problem, $"Entra ID gives no token for {scope}: {reason}", Advice.NoToken), null);
        }
    }

    public static async Task<Finding> TryAsync(DoctorSettings settings, ServiceClient service, CancellationToken cancellationToken)
    {
        ServiceAnswer answer = await service.GetAsync("files?limit=1", cancellationToken).ConfigureAwait(false);
        string said = $"The service says {answer.Status}: {answer.Message}";
        bool audience = answer.Message.Contains("audience", StringComparison.OrdinalIgnoreCase)
            || answer.Message.Contains("scope", StringComparison.OrdinalIgnoreCase);
        return answer.Status switch
        {
            401 or 403 when audience => new Finding(Name, Verdict.Problem, said, Advice.WrongAudience),
            401 when settings.ApiKey is not null => new Finding(Name, Verdict.Problem, said, Advice.WrongKey),
            401 or 403 => new Finding(Name, Verdict.Problem, said, Advice.Forbidden),
            >= 500 => new Finding(Name, Verdict.Problem, said, Advice.Unstable),
            _ when answer.Body is null => new Finding(Name, Verdict.Problem, $"HTTP {answer.Status} with {answer.Message}.", Advice.NotTheService),
            _ => new Finding(Name, Verdict.Ok, "The service takes the credential."),
        };
    }

    /// <summary>Whom a token is for; null where the text is no token.</summary>
    private static string? AudienceOf(string text)
    {
        string[] parts = text.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
            return null;
        try
        {
            JsonElement claims = JsonElement.Parse(Base64Url.DecodeFromChars(parts[1]));
            return claims.TryGetProperty("aud", out JsonElement audience) ? audience.ToString() : "nobody";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
