using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Gateway.Security;

/// <summary>The key or token that a caller sends.</summary>
internal static class CallerCredential
{
    private const string Bearer = "Bearer ";

    /// <exception cref="LegacyException">There is none.</exception>
    public static string Read(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        string given = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : request.Headers["api-key"].ToString();
        if (given.Length > 0)
            return given;
        throw new LegacyException(
            StatusCodes.Status401Unauthorized,
            "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth "
            + "(i.e. Authorization: Bearer YOUR_KEY), or in an api-key header.");
    }

    /// <summary>Without the key in it, unlike the legacy service's text: errors end up in logs.</summary>
    public static LegacyException Wrong() =>
        new(StatusCodes.Status401Unauthorized, "Incorrect API key provided.", code: "invalid_api_key");
}
