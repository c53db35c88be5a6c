using System.Globalization;
using System.Text;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Rules;
using AgentsMigration.Analyzers.Tables;
using AgentsMigration.TestSupport;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Tests.Rules;

/// <summary>Renders what the pages of the rules say of the descriptors and the name tables.</summary>
internal static class RulePages
{
    private static readonly (string Prefix, string Area)[] Areas =
    [
        ("AGM1", "clients, construction and injection"), ("AGM2", "agents and assistants, tools"),
        ("AGM3", "threads and messages"), ("AGM4", "runs, polling, tool outputs, streaming, steps"),
        ("AGM5", "content, annotations, files, vector stores"), ("AGM6", "REST, settings and packages"),
    ];

    public static string Folder { get; } = Path.Combine(SharedFolder.RepositoryRoot, "docs", "rules");

    public static string Members(LegacyRule rule)
    {
        StringBuilder table = new();
        foreach (LegacyTable sdk in LegacyTable.All)
        {
            bool isOpenAI = sdk.Family == LegacyFamily.OpenAIAssistants;
            string[] rows =
            [
                .. sdk.Types.Values.SelectMany(type => Rows(type, rule, isOpenAI)).Distinct().Order(StringComparer.Ordinal),
            ];
            if (rows.Length == 0) continue;

            table.Append(CultureInfo.InvariantCulture, $"\n{sdk.Namespace}:\n\n| Legacy | v2 |\n|---|---|\n");
            foreach (string row in rows) table.Append(row).Append('\n');
        }

        return table.ToString();
    }

    public static string Index()
    {
        StringBuilder table = new("\n| Rule | Severity | Status | What it finds |\n|---|---|---|---|\n");
        foreach (DiagnosticDescriptor rule in RuleTable.All)
        {
            table.Append(CultureInfo.InvariantCulture,
                $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | In place | {rule.Title} |\n");
        }

        return table.ToString();
    }

    public static string Summary()
    {
        StringBuilder table = new("\n| Rules | Area | Count |\n|---|---|---:|\n");
        foreach ((string prefix, string area) in Areas)
        {
            string[] ids = [.. RuleTable.All.Select(rule => rule.Id).Where(id => id.StartsWith(prefix, StringComparison.Ordinal))];
            table.Append(CultureInfo.InvariantCulture, $"| {ids[0]} to {ids[^1]} | {area} | {ids.Length} |\n");
        }

        return table.ToString();
    }

    private static IEnumerable<string> Rows(LegacyType type, LegacyRule rule, bool isOpenAI)
    {
        if (type.Equivalent.Rule == rule && type.Role != TypeRole.Companion) yield return Row(type.Name, type.Equivalent, isOpenAI);
        foreach ((string name, LegacyMember member) in type.Members)
        {
            if (member.Equivalent.Rule == rule) yield return Row($"{type.Name}.{name}", member.Equivalent, isOpenAI);
        }
    }

    private static string Row(string legacy, Equivalent equivalent, bool isOpenAI)
    {
        string text = (isOpenAI ? equivalent.OpenAI : equivalent.Foundry).Replace('\'', '`');
        return $"| `{legacy}` | {(equivalent.Exists ? "" : "no equivalent: ")}{text} |";
    }
}
