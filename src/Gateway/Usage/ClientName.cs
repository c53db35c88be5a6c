namespace AgentsMigration.Gateway.Usage;

/// <summary>Which program calls: its products and versions, without what they say of the machine.</summary>
internal static class ClientName
{
    private const int MaxLength = 80;
    private const string Unknown = "unknown";

    public static string Read(string? userAgent)
    {
        if (string.IsNullOrEmpty(userAgent))
            return Unknown;
        int comment = userAgent.IndexOf('(', StringComparison.Ordinal);
        string name = (comment < 0 ? userAgent : userAgent[..comment]).Trim();
        if (name.Length > MaxLength)
            name = name[..MaxLength];
        // It goes into tables and terminals.
        return name.Length > 0 && name.All(c => c is >= ' ' and <= '~') ? name : Unknown;
    }
}
