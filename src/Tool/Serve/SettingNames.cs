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
    public const string ForwardCredentials = "ForwardCredentials";
    public const string Certificate = "Cert";
    public const string CertificateKey = "CertKey";
    public const string CertificatePassword = "CertPassword";
    public const string MaxJson = "MaxJson";
    public const string MaxFile = "MaxFile";
    public const string DrainTime = "DrainTime";
    public const string LogLevel = "LogLevel";
    public const string LogFormat = "LogFormat";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        Urls, Target, Endpoint, ApiKey, State, Files, Keys, ForwardCredentials, RunExpiry, MaxRetries, MaxJson, MaxFile, DrainTime,
        Certificate, CertificateKey, CertificatePassword, DevCertificate, LogLevel, LogFormat,
    };
}
