using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AgentsMigration.Tool.Serve;

/// <summary>Checks settings, and collects every problem so that one start names them all.</summary>
internal sealed class SettingsReader(IConfiguration section)
{
    private const string DefaultUrl = "http://127.0.0.1:8080";
    private const string DefaultState = "sqlite:agents-migration.db";
    private const string Memory = "memory";
    private const string Sqlite = "sqlite:";
    private const string Postgres = "postgres:";
    private const int DefaultRetries = 3;
    private const int MostRetries = 20;

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The settings, or null where there are problems.</summary>
    public ServeSettings? Read()
    {
        foreach (string unknown in section.GetChildren().Select(child => child.Key).Where(key => !SettingNames.All.Contains(key)))
            _problems.Add($"There is no setting {SettingNames.Section}:{unknown}. There are: {string.Join(", ", SettingNames.All)}.");

        TargetKind? target = ReadTarget();
        string state = ReadState();
        ServeSettings settings = new()
        {
            Urls = SettingText.Split(Text(SettingNames.Urls) ?? DefaultUrl),
            Target = target ?? default,
            Endpoint = ReadEndpoint(target),
            ApiKey = ReadApiKey(target),
            StateFile = Behind(Sqlite, state),
            StateDatabase = Behind(Postgres, state),
            FilesDirectory = ReadFiles(state),
            Keys = ReadKeys(),
            RunExpiry = ReadRunExpiry(),
            MaxRetries = ReadRetries(),
            DevCertificate = Text(SettingNames.DevCertificate),
        };
        return _problems.Count == 0 ? settings : null;
    }

    private TargetKind? ReadTarget()
    {
        switch (Text(SettingNames.Target)?.ToUpperInvariant())
        {
            case "FOUNDRY":
                return TargetKind.Foundry;
            case "OPENAI":
                return TargetKind.OpenAI;
            case null:
                _problems.Add("--target is missing: foundry or openai.");
                return null;
            default:
                _problems.Add($"--target must be foundry or openai, not '{Text(SettingNames.Target)}'.");
                return null;
        }
    }

    private Uri? ReadEndpoint(TargetKind? target)
    {
        if (Text(SettingNames.Endpoint) is not { } text)
        {
            if (target == TargetKind.Foundry)
                _problems.Add("--endpoint is missing: https://{resource}.services.ai.azure.com/api/projects/{project}.");
            return null;
        }
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is "http" or "https" && endpoint!.UserInfo.Length == 0)
            return endpoint;
        _problems.Add($"--endpoint must be an absolute http(s) URL, not '{text}'.");
        return null;
    }

    private string? ReadApiKey(TargetKind? target)
    {
        string? key = Text(SettingNames.ApiKey);
        if (key is null && target == TargetKind.OpenAI)
            _problems.Add("--api-key is missing: OpenAI has no other sign-in.");
        return key;
    }

    private string ReadState()
    {
        string state = Text(SettingNames.State) ?? DefaultState;
        // Without the value: a connection string may hold a password.
        if (state != Memory && Behind(Sqlite, state) is null && Behind(Postgres, state) is null)
            _problems.Add("--state must be memory, sqlite:PATH or postgres:CONNECTION.");
        return state;
    }

    private static string? Behind(string prefix, string state) =>
        state.StartsWith(prefix, StringComparison.Ordinal) && state.Length > prefix.Length ? state[prefix.Length..] : null;

    private string? ReadFiles(string state)
    {
        string? directory = Text(SettingNames.Files);
        if (directory is not null && state == Memory)
            _problems.Add("--files needs --state sqlite:PATH or postgres:CONNECTION: what names the files would be lost with the process.");
        return directory;
    }

    private string[] ReadKeys()
    {
        IConfigurationSection keys = section.GetSection(SettingNames.Keys);
        IEnumerable<string?> values = keys.Value is { } list ? SettingText.Split(list) : keys.GetChildren().Select(key => key.Value);
        if (values.Any(string.IsNullOrWhiteSpace))
            _problems.Add("--gateway-key must not be empty.");
        return [.. values.OfType<string>()];
    }

    private TimeSpan ReadRunExpiry()
    {
        if (Text(SettingNames.RunExpiry) is not { } text)
            return TimeSpan.FromMinutes(10);
        if (SettingText.ParseTime(text) is { } time)
            return time;
        _problems.Add($"--run-expiry must be a time such as 10m, 90s or 00:10:00, at most seven days, not '{text}'.");
        return default;
    }

    private int ReadRetries()
    {
        if (Text(SettingNames.MaxRetries) is not { } text)
            return DefaultRetries;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int retries) && retries <= MostRetries)
            return retries;
        _problems.Add($"--max-retries must be a number from 0 to {MostRetries}, not '{text}'.");
        return default;
    }

    // An empty value is how a shell or a compose file writes "not set".
    private string? Text(string name) => section[name] is { Length: > 0 } text ? text : null;
}
