using System.CommandLine;

namespace AgentsMigration.Tool.Serve;

/// <summary>The command's options; each has a setting of the same meaning (see <see cref="SettingNames"/>).</summary>
internal sealed class ServeOptions
{
    public Option<string[]> Urls { get; } = new("--urls")
    {
        Description = "Where to listen; several are separated by ';'. Default: http://127.0.0.1:8080. [Gateway:Urls]",
        HelpName = "URL",
        CustomParser = result => [.. result.Tokens.SelectMany(token => SettingText.Split(token.Value))],
    };

    public Option<string?> Target { get; } = new("--target")
    {
        Description = "The service that answers: foundry, openai, azure-openai, or responses for a server with that API alone. [Gateway:Target]",
        HelpName = "NAME",
    };

    public Option<string?> Endpoint { get; } = new("--endpoint")
    {
        Description = "The endpoint of the Foundry project or the Azure OpenAI resource, or another base URL than https://api.openai.com/v1. [Gateway:Endpoint]",
        HelpName = "URL",
    };

    public Option<string?> ApiKey { get; } = new("--api-key")
    {
        Description = "The target's key. Foundry and Azure OpenAI without one: sign-in with Entra ID (DefaultAzureCredential). [Gateway:ApiKey]",
        HelpName = "KEY",
    };

    public Option<string?> State { get; } = new("--state")
    {
        Description = "What v2 cannot hold: sqlite:PATH, postgres:CONNECTION for several instances, or memory. Default: sqlite:agents-migration.db. [Gateway:State]",
        HelpName = "STATE",
    };

    public Option<string?> Files { get; } = new("--files")
    {
        Description = "The directory of generated files. Default: beside the SQLite file, or in the database. [Gateway:Files]",
        HelpName = "DIR",
    };

    public Option<string[]> Keys { get; } = new("--gateway-key")
    {
        Description = "A key that callers must send, KEY or TENANT:KEY, or with sha256:HEX for the key ('serve key' makes one); may be "
            + "given several times. Without one only this machine may call. [Gateway:Keys]",
        HelpName = "KEY",
    };

    public Option<bool> ForwardCredentials { get; } = new("--forward-credentials")
    {
        Description = "Callers sign in to the target themselves: their own key or token goes on to it. [Gateway:ForwardCredentials]",
    };

    public Option<string?> RunExpiry { get; } = new("--run-expiry")
    {
        Description = "How long a run may take, such as 10m or 90s. Default: 10m. [Gateway:RunExpiry]",
        HelpName = "TIME",
    };

    public Option<string?> MaxRetries { get; } = new("--max-retries")
    {
        Description = "How often a call to the target is tried again. Default: 3. [Gateway:MaxRetries]",
        HelpName = "NUMBER",
    };

    public Option<string?> MaxJson { get; } = new("--max-json")
    {
        Description = "The longest JSON body, such as 4M. Default: 4M. [Gateway:MaxJson]",
        HelpName = "SIZE",
    };

    public Option<string?> MaxFile { get; } = new("--max-file")
    {
        Description = "The largest upload; files flow through and are never held. Default: 512M. [Gateway:MaxFile]",
        HelpName = "SIZE",
    };

    public Option<string?> DrainTime { get; } = new("--drain-time")
    {
        Description = "How long answers under way may take to end after a signal to stop. Default: the run expiry. [Gateway:DrainTime]",
        HelpName = "TIME",
    };

    public Option<string?> Certificate { get; } = new("--cert")
    {
        Description = "For https:// URLs: a PEM or PFX file; its password goes into the setting Gateway:CertPassword. [Gateway:Cert]",
        HelpName = "FILE",
    };

    public Option<string?> CertificateKey { get; } = new("--cert-key")
    {
        Description = "The certificate's private key, where it is not in the same PEM file. [Gateway:CertKey]",
        HelpName = "FILE",
    };

    public Option<string?> LogLevel { get; } = new("--log-level")
    {
        Description = "What is logged to stderr; 'information' has a line for each request. Default: warning. [Gateway:LogLevel]",
        HelpName = "LEVEL",
    };

    public Option<string?> LogFormat { get; } = new("--log-format")
    {
        Description = "text or json. Default: text. [Gateway:LogFormat]",
        HelpName = "FORMAT",
    };

    public Option<string?> DevCertificate { get; } = new("--dev-cert")
    {
        Description = "Serve https:// URLs with a self-signed certificate made now, and write it here for clients. [Gateway:DevCert]",
        HelpName = "FILE",
    };

    public IEnumerable<Option> All => [Urls, Keys, ForwardCredentials, .. Texts.Select(pair => pair.Option)];

    private IEnumerable<(string Name, Option<string?> Option)> Texts =>
    [
        (SettingNames.Target, Target),
        (SettingNames.Endpoint, Endpoint),
        (SettingNames.ApiKey, ApiKey),
        (SettingNames.State, State),
        (SettingNames.Files, Files),
        (SettingNames.RunExpiry, RunExpiry),
        (SettingNames.MaxRetries, MaxRetries),
        (SettingNames.MaxJson, MaxJson),
        (SettingNames.MaxFile, MaxFile),
        (SettingNames.DrainTime, DrainTime),
        (SettingNames.Certificate, Certificate),
        (SettingNames.CertificateKey, CertificateKey),
        (SettingNames.DevCertificate, DevCertificate),
        (SettingNames.LogLevel, LogLevel),
        (SettingNames.LogFormat, LogFormat),
    ];

    /// <summary>What the command line says, under the names of the settings.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Read(ParseResult parsed) =>
    [
        .. One(SettingNames.Urls, parsed.GetValue(Urls) is { Length: > 0 } urls ? string.Join(';', urls) : null),
        .. (parsed.GetValue(Keys) ?? []).Select((key, index) => KeyValuePair.Create($"{SettingNames.Keys}:{index}", (string?)key)),
        .. One(SettingNames.ForwardCredentials, parsed.GetValue(ForwardCredentials) ? bool.TrueString : null),
        .. Texts.SelectMany(pair => One(pair.Name, parsed.GetValue(pair.Option))),
    ];

    private static IEnumerable<KeyValuePair<string, string?>> One(string name, string? value) =>
        value is null ? [] : [KeyValuePair.Create(name, (string?)value)];
}
