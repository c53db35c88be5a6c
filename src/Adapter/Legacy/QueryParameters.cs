namespace AgentsMigration.Adapter.Legacy;

/// <summary>
/// A query string, decoded. Some clients encode names (<c>api%2Dversion</c>) or encode them twice
/// (<c>include%255B%255D</c>): names are decoded until nothing changes (docs/wire.md, Requests).
/// </summary>
internal sealed class QueryParameters
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public QueryParameters(string query)
    {
        foreach (string part in query.TrimStart('?').Split('&'))
        {
            if (part.Length == 0)
                continue;
            int equals = part.IndexOf('=');
            string name = DecodeFully(equals < 0 ? part : part.Substring(0, equals));
            string value = equals < 0 ? "" : Decode(part.Substring(equals + 1));
            _pairs.Add(new(name, value));
        }
    }

    public string? this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, string> pair in _pairs)
            {
                if (string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase))
                    return pair.Value;
            }
            return null;
        }
    }

    /// <summary>Every pair but the API version and those named, encoded again: what a pass-through sends on.</summary>
    public string ToForwardedQuery(params string[] without)
    {
        string query = string.Join("&", _pairs
            .Where(pair => !string.Equals(pair.Key, "api-version", StringComparison.OrdinalIgnoreCase))
            .Where(pair => !without.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string DecodeFully(string text)
    {
        string decoded = Decode(text);
        return decoded == text ? text : DecodeFully(decoded);
    }
}
