using Microsoft.Extensions.Configuration;

namespace AgentsMigration.Tool.Serve;

/// <summary>Where settings come from: the command line before the environment before <c>appsettings.json</c>.</summary>
internal static class SettingSources
{
    private const string FileName = "appsettings.json";

    /// <exception cref="InvalidDataException">The file is not JSON.</exception>
    public static IConfiguration Read(IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        KeyValuePair<string, string?>[] given =
            [.. commandLine.Select(pair => KeyValuePair.Create($"{SettingNames.Section}:{pair.Key}", pair.Value))];
        ConfigurationBuilder builder = new();
        builder.SetBasePath(Directory.GetCurrentDirectory());
        builder.AddJsonFile(FileName, optional: true);
        builder.AddEnvironmentVariables();
        // Lists of two sources would be merged item by item: a key of the file would stay open beside those given here.
        if (given.Any(pair => pair.Key.StartsWith(KeysPath, StringComparison.Ordinal)))
            return WithOwnKeys(builder, given);
        return builder.AddInMemoryCollection(given).Build().GetSection(SettingNames.Section);
    }

    private static string KeysPath => $"{SettingNames.Section}:{SettingNames.Keys}:";

    private static IConfigurationSection WithOwnKeys(ConfigurationBuilder builder, KeyValuePair<string, string?>[] given)
    {
        IEnumerable<KeyValuePair<string, string?>> others = builder.Build().AsEnumerable()
            .Where(pair => pair.Value is not null && !IsKeys(pair.Key));
        return new ConfigurationBuilder().AddInMemoryCollection(others).AddInMemoryCollection(given).Build()
            .GetSection(SettingNames.Section);
    }

    private static bool IsKeys(string path) =>
        path.StartsWith(KeysPath.TrimEnd(':'), StringComparison.OrdinalIgnoreCase);
}
