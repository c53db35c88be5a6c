using System.Text.RegularExpressions;
using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Rest;

/// <summary>Headers, versions and connection strings of the retired services.</summary>
internal static class LegacyTexts
{
    public const string HeaderMark = "assistants=v";
    public const string ConnectionMark = ".api.azureml.ms;";

    public static readonly Equivalent Header = Becomes(LegacyRule.BetaHeader, "no header: the paths of v2 take none");
    public static readonly Equivalent Version = Becomes(
        LegacyRule.ApiVersion, "no api-version on /openai/v1 paths, and 'v1' on agent paths");
    public static readonly Equivalent ConnectionString = Lost(
        LegacyRule.ConnectionString, "use the project endpoint https://<resource>.services.ai.azure.com/api/projects/<project>");

    private static readonly Regex LegacyVersion = new(
        @"(?:^|=)(?:2024-(?:02-15|03-01|05-01|07-01|08-01|09-01|10-01|12-01)|2025-(?:01-01|02-01|03-01|04-01|05-15))-preview(?:$|&)",
        RegexOptions.CultureInvariant);

    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal)
    {
        "PROJECT_CONNECTION_STRING", "AIPROJECT_CONNECTION_STRING", "AZURE_AI_CONNECTION_STRING",
        "AZURE_AI_PROJECT_CONNECTION_STRING", "AZURE_AI_PROJECTS_CONNECTION_STRING", "PROJECT_CONN_STRING",
    };

    public static bool IsLegacyVersion(string text) => LegacyVersion.IsMatch(text);

    /// <summary>Names under which the samples of the previews kept the connection string.</summary>
    public static bool IsConnectionSetting(string text) => Settings.Contains(text);
}
