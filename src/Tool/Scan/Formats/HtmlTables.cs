using System.Globalization;
using System.Text;
using AgentsMigration.Analyzers.Rules;

namespace AgentsMigration.Tool.Scan.Formats;

internal static class HtmlTables
{
    public static void AppendByProject(StringBuilder page, ScanResult result)
    {
        Open(page, "By project", "Project", "SDK");
        foreach (var group in result.Sites.GroupBy(site => (site.Project, site.Family)).OrderBy(group => group.Key))
            Row(page, group, HtmlFormat.Text(group.Key.Project), HtmlFormat.Text(group.Key.Family));
        Close(page);
    }

    public static void AppendByRule(StringBuilder page, ScanResult result)
    {
        Dictionary<string, string> links = RuleTable.All.ToDictionary(rule => rule.Id, rule => rule.HelpLinkUri);
        Open(page, "By rule", "Rule", "What");
        foreach (var group in result.Sites.GroupBy(site => (site.RuleId, site.Title)).OrderBy(group => group.Key))
        {
            Row(page, group,
                $"<a href=\"{HtmlFormat.Text(links[group.Key.RuleId])}\">{group.Key.RuleId}</a>", HtmlFormat.Text(group.Key.Title));
        }

        Close(page);
    }

    public static void AppendPlaces(StringBuilder page, ScanResult result)
    {
        page.Append("<section><h2>Every place</h2>\n<p class=\"sub\">Files with the most work for a person first.</p>\n");
        bool isFirst = true;
        foreach (var file in result.Sites.GroupBy(site => site.File)
            .OrderByDescending(group => group.Count(site => !site.IsAutomatic)).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            int you = file.Count(site => !site.IsAutomatic);
            string open = isFirst ? " open" : "";
            isFirst = false;
            page.Append(CultureInfo.InvariantCulture, $"""
                <details{open}><summary><code>{HtmlFormat.Text(file.Key)}</code><span class="pill">{file.Count()}</span>{(you > 0 ? $"<span class=\"pill you\">{you} need you</span>" : "")}</summary>
                <table class="places"><tbody>

                """);
            foreach (ScanSite site in file) Place(page, site);
            page.Append("</tbody></table></details>\n");
        }

        page.Append("</section>\n");
    }

    private static void Place(StringBuilder page, ScanSite site) => page.Append(CultureInfo.InvariantCulture, $"""
        <tr class="{(site.IsAutomatic ? "auto" : "you")}"><td class="num">{site.Line}</td><td class="id">{site.RuleId}</td><td><code>{HtmlFormat.Text(site.Code)}</code><p>{Marked(site.Message)}</p></td><td class="state">{(site.IsAutomatic ? "automatic" : "needs you")}</td></tr>

        """);

    /// <summary>Names in quotes are code.</summary>
    private static string Marked(string message)
    {
        string[] parts = message.Split('\'');
        return string.Concat(parts.Select((part, index) =>
            index % 2 == 1 && index < parts.Length - 1 ? $"<code>{HtmlFormat.Text(part)}</code>" : HtmlFormat.Text(part)));
    }

    private static void Open(StringBuilder page, string title, string first, string second) => page.Append(
        CultureInfo.InvariantCulture,
        $"<section><h2>{title}</h2>\n<table><thead><tr><th>{first}</th><th>{second}</th><th class=\"num\">Sites</th><th class=\"num\">Automatic</th><th class=\"num\">Need you</th></tr></thead><tbody>\n");

    private static void Row(StringBuilder page, IEnumerable<ScanSite> group, string first, string second)
    {
        int all = group.Count(), automatic = group.Count(site => site.IsAutomatic);
        page.Append(CultureInfo.InvariantCulture,
            $"<tr><td>{first}</td><td>{second}</td><td class=\"num\">{all:N0}</td><td class=\"num\">{automatic:N0}</td><td class=\"num\">{all - automatic:N0}</td></tr>\n");
    }

    private static void Close(StringBuilder page) => page.Append("</tbody></table></section>\n");
}
