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
        Description = "The service that answers: foundry or openai. [Gateway:Target]",
        HelpName = "NAME",
    };

    public Option<string?> Endpoint { get; } = new("--endpoint")
    {
        Description = "The Foundry project's endpoint, or another base URL than https://api.openai.com/v1. [Gateway:Endpoint]",
        HelpName = "URL",
    };

    public Option<string?> ApiKey { get; } = new("--api-key")
    {
        Description = "The target's key. Foundry without a key: sign-in with Entra ID (DefaultAzureCredential). [Gateway:ApiKey]",
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
        Description = "A key that callers must send; may be given several times. Without one only this machine may call. [Gateway:Keys]",
        HelpName = "KEY",
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

    public Option<string?> DevCertificate { get; } = new("--dev-cert")
    {
        Description = "Serve https:// URLs with a self-signed certificate made now, and write it here for clients. [Gateway:DevCert]",
        HelpName = "FILE",
    };

    public IEnumerable<Option> All =>
        [Urls, Target, Endpoint, ApiKey, State, Files, Keys, RunExpiry, MaxRetries, DevCertificate];

    /// <summary>What the command line says, under the names of the settings.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Read(ParseResult parsed) =>
    [
        .. One(SettingNames.Urls, parsed.GetValue(Urls) is { Length: > 0 } urls ? string.Join(';', urls) : null),
        .. One(SettingNames.Target, parsed.GetValue(Target)),
        .. One(SettingNames.Endpoint, parsed.GetValue(Endpoint)),
        .. One(SettingNames.ApiKey, parsed.GetValue(ApiKey)),
        .. One(SettingNames.State, parsed.GetValue(State)),
        .. One(SettingNames.Files, parsed.GetValue(Files)),
        .. (parsed.GetValue(Keys) ?? []).Select((key, index) => KeyValuePair.Create($"{SettingNames.Keys}:{index}", (string?)key)),
        .. One(SettingNames.RunExpiry, parsed.GetValue(RunExpiry)),
        .. One(SettingNames.MaxRetries, parsed.GetValue(MaxRetries)),
        .. One(SettingNames.DevCertificate, parsed.GetValue(DevCertificate)),
    ];

    private static IEnumerable<KeyValuePair<string, string?>> One(string name, string? value) =>
        value is null ? [] : [KeyValuePair.Create(name, (string?)value)];
}
