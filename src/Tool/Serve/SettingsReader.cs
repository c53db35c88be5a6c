using System.Security.Cryptography.X509Certificates;
using AgentsMigration.Gateway.Hosting;
using AgentsMigration.Gateway.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Tool.Serve;

/// <summary>Makes settings out of what was given, or a list of what is wrong with it.</summary>
internal sealed class SettingsReader(IConfiguration section)
{
    private const string DefaultUrl = "http://127.0.0.1:8080";
    private const int DefaultRetries = 3;
    private const int MostRetries = 20;
    private const long DefaultMaxJson = 4L << 20;
    private const long DefaultMaxFile = 512L << 20;

    private readonly SettingSection _section = new(section);

    public IReadOnlyList<string> Problems => _section.Problems;

    /// <summary>The settings, or null where there are problems.</summary>
    public ServeSettings? Read()
    {
        _section.RefuseUnknown();
        TargetKind? target = ReadTarget();
        bool forward = _section.Flag(SettingNames.ForwardCredentials, "--forward-credentials");
        TimeSpan runExpiry = _section.Time(SettingNames.RunExpiry, "--run-expiry", TimeSpan.FromMinutes(10));
        X509Certificate2[] certificates = ReadCertificates();
        ServeSettings settings = new()
        {
            Urls = SettingText.Split(_section.Text(SettingNames.Urls) ?? DefaultUrl),
            Target = target ?? default,
            Endpoint = ReadEndpoint(target),
            ApiKey = ReadApiKey(target, forward),
            State = ReadState(),
            Keys = ReadKeys(forward),
            ForwardCredentials = forward,
            RunExpiry = runExpiry,
            MaxRetries = _section.Number(SettingNames.MaxRetries, "--max-retries", DefaultRetries, MostRetries),
            MaxJsonBytes = _section.Size(SettingNames.MaxJson, "--max-json", DefaultMaxJson),
            MaxFileBytes = _section.Size(SettingNames.MaxFile, "--max-file", DefaultMaxFile),
            DrainTime = _section.Time(SettingNames.DrainTime, "--drain-time", runExpiry),
            Certificate = certificates.Length == 0 ? null : certificates[0],
            CertificateChain = [.. certificates.Skip(1)],
            DevCertificate = _section.Text(SettingNames.DevCertificate),
            LogLevel = _section.Choice(SettingNames.LogLevel, "--log-level", LogLevel.Warning),
            JsonLogs = _section.Choice(SettingNames.LogFormat, "--log-format", LogFormat.Text) == LogFormat.Json,
        };
        RequireBindable(settings);
        return Problems.Count == 0 ? settings : null;
    }

    private TargetKind? ReadTarget()
    {
        switch (_section.Text(SettingNames.Target)?.ToUpperInvariant())
        {
            case "FOUNDRY":
                return TargetKind.Foundry;
            case "OPENAI":
                return TargetKind.OpenAI;
            case "AZURE-OPENAI":
                return TargetKind.AzureOpenAI;
            case "RESPONSES":
                return TargetKind.Responses;
            case null:
                _section.Add("--target is missing: foundry, openai, azure-openai or responses.");
                return null;
            default:
                _section.Add($"--target must be foundry, openai, azure-openai or responses, not '{_section.Text(SettingNames.Target)}'.");
                return null;
        }
    }

    private Uri? ReadEndpoint(TargetKind? target)
    {
        if (_section.Text(SettingNames.Endpoint) is not { } text)
        {
            if (target == TargetKind.Foundry)
                _section.Add("--endpoint is missing: https://{resource}.services.ai.azure.com/api/projects/{project}.");
            else if (target == TargetKind.AzureOpenAI)
                _section.Add("--endpoint is missing: https://{resource}.openai.azure.com.");
            else if (target == TargetKind.Responses)
                _section.Add("--endpoint is missing: the base URL below which /responses is.");
            return null;
        }
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is "http" or "https" && endpoint!.UserInfo.Length == 0)
            return endpoint;
        _section.Add($"--endpoint must be an absolute http(s) URL, not '{text}'.");
        return null;
    }

    private string? ReadApiKey(TargetKind? target, bool forward)
    {
        string? key = _section.Text(SettingNames.ApiKey);
        if (key is null && target is (TargetKind.OpenAI or TargetKind.Responses) && !forward)
            _section.Add("--api-key is missing: this target has no other sign-in.");
        if (key is not null && forward)
            _section.Add("--api-key and --forward-credentials exclude each other: with the second, callers bring the target's credential.");
        return key;
    }

    private StateSettings ReadState()
    {
        StateSettings? state = StateSettings.TryParse(_section.Text(SettingNames.State) ?? StateSettings.Default);
        if (state is null)
            _section.Add("--state must be memory, sqlite:PATH or postgres:CONNECTION.");
        string? directory = _section.Text(SettingNames.Files);
        if (directory is not null && state?.IsInMemory == true)
            _section.Add("--files needs --state sqlite:PATH or postgres:CONNECTION: what names the files would be lost with the process.");
        return (state ?? new StateSettings()) with { FilesDirectory = directory };
    }

    private List<GatewayKey> ReadKeys(bool forward)
    {
        List<GatewayKey> keys = [];
        foreach (string? text in _section.Texts(SettingNames.Keys))
        {
            try
            {
                keys.Add(GatewayKey.Parse(text ?? ""));
            }
            catch (FormatException failure)
            {
                _section.Add($"--gateway-key: {failure.Message}.");
            }
        }
        if (forward && keys.Count > 0)
            _section.Add("--gateway-key and --forward-credentials exclude each other: a caller has one credential.");
        return keys;
    }

    private X509Certificate2[] ReadCertificates()
    {
        string? file = _section.Text(SettingNames.Certificate);
        string? key = _section.Text(SettingNames.CertificateKey);
        string? password = _section.Text(SettingNames.CertificatePassword);
        if (file is null)
        {
            if (key is not null || password is not null)
                _section.Add("--cert-key and Gateway:CertPassword need --cert.");
            return [];
        }
        if (_section.Text(SettingNames.DevCertificate) is not null)
            _section.Add("--cert and --dev-cert exclude each other.");
        try
        {
            return GivenCertificate.Load(file, key, password);
        }
        catch (GivenCertificateException failure)
        {
            _section.Add($"--cert: {failure.Message}");
            return [];
        }
    }

    private void RequireBindable(ServeSettings settings)
    {
        bool asksCallers = settings.ForwardCredentials || _section.Texts(SettingNames.Keys).Count > 0;
        bool hasCertificate = _section.Text(SettingNames.Certificate) is not null || settings.DevCertificate is not null;
        foreach (string problem in BindRules.FindProblems(settings.Urls, asksCallers, hasCertificate))
            _section.Add(problem);
    }
}

/// <summary>How logs are written.</summary>
internal enum LogFormat
{
    Text,
    Json,
}
