using System.Text.Json;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Tool.Scan.Formats;

/// <summary>SARIF 2.1.0: one result for each site, with its whole span; paths relative to what was scanned.</summary>
internal static class SarifFormat
{
    private const string Base = "SRCROOT";

    private static readonly string Version = typeof(SarifFormat).Assembly.GetName().Version!.ToString(3);

    public static string Render(ScanResult result)
    {
        DiagnosticDescriptor[] rules = [.. RuleTable.All];
        Dictionary<string, int> indexes = rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index);
        Dictionary<string, object?> log = new()
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new { driver = new { name = "agents-migration", version = Version, rules = rules.Select(Rule) } },
                    columnKind = "utf16CodeUnits",
                    originalUriBaseIds = new Dictionary<string, object>
                    {
                        [Base] = new { description = new { text = "The folder that was scanned." } },
                    },
                    results = result.Sites.Select(site => Result(site, indexes[site.RuleId])),
                },
            },
        };
        return JsonSerializer.Serialize(log, JsonFormat.Options);
    }

    private static object Rule(DiagnosticDescriptor rule) => new
    {
        id = rule.Id,
        shortDescription = new { text = rule.Title.ToString() },
        fullDescription = new { text = rule.Description.ToString() },
        helpUri = rule.HelpLinkUri,
        defaultConfiguration = new { level = rule.DefaultSeverity == DiagnosticSeverity.Warning ? "warning" : "note" },
        properties = new { category = rule.Category },
    };

    private static object Result(ScanSite site, int ruleIndex) => new
    {
        ruleId = site.RuleId,
        ruleIndex,
        level = site.IsWarning ? "warning" : "note",
        message = new { text = site.Message },
        locations = new[]
        {
            new
            {
                physicalLocation = new
                {
                    artifactLocation = new { uri = Uri.EscapeDataString(site.File).Replace("%2F", "/"), uriBaseId = Base },
                    region = new
                    {
                        startLine = site.Line,
                        startColumn = site.Column,
                        endLine = site.EndLine,
                        endColumn = site.EndColumn,
                        snippet = new { text = site.Code },
                    },
                },
            },
        },
        properties = new { project = site.Project, family = site.Family, automatic = site.IsAutomatic },
    };
}
