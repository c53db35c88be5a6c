namespace AgentsMigration.Tool.Serve;

/// <summary>The settings of the section <c>Gateway</c>, in files and, as <c>Gateway__Name</c>, in the environment.</summary>
internal static class SettingNames
{
    public const string Section = "Gateway";

    public const string Urls = "Urls";
    public const string Target = "Target";
    public const string Endpoint = "Endpoint";
    public const string ApiKey = "ApiKey";
    public const string State = "State";
    public const string Files = "Files";
    public const string Keys = "Keys";
    public const string RunExpiry = "RunExpiry";
    public const string MaxRetries = "MaxRetries";
    public const string DevCertificate = "DevCert";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        Urls, Target, Endpoint, ApiKey, State, Files, Keys, RunExpiry, MaxRetries, DevCertificate,
    };
}
