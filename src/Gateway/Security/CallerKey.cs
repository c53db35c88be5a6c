using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Gateway.Security;

/// <summary>Asks a caller for a key, where the gateway has any.</summary>
internal static class CallerKey
{
    private const string Bearer = "Bearer ";

    public static void Require(KeyRing keys, HttpRequest request)
    {
        if (keys.IsEmpty)
            return;
        string given = Read(request);
        if (given.Length == 0)
        {
            throw new LegacyException(
                StatusCodes.Status401Unauthorized,
                "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth "
                + "(i.e. Authorization: Bearer YOUR_KEY), or in an api-key header.");
        }
        if (!keys.Opens(given))
            // Without the key in it, unlike the legacy service's text: errors end up in logs.
            throw new LegacyException(StatusCodes.Status401Unauthorized, "Incorrect API key provided.", code: "invalid_api_key");
    }

    private static string Read(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : request.Headers["api-key"].ToString();
    }
}
