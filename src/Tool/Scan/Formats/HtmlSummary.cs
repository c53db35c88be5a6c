using System.Globalization;
using System.Text;

namespace AgentsMigration.Tool.Scan.Formats;

/// <summary>What a manager reads: how much there is, how much of it is mechanical, how long it takes.</summary>
internal static class HtmlSummary
{
    public static void Append(StringBuilder page, ScanResult result)
    {
        if (result.Sites.Count == 0)
        {
            page.Append("<section class=\"done\"><h2>Nothing left</h2><p>No legacy call site was found.</p></section>\n");
            return;
        }

        double share = 100.0 * result.Automatic / result.Sites.Count;
        int files = result.Sites.Select(site => site.File).Distinct().Count();
        page.Append(CultureInfo.InvariantCulture, $"""
            <section class="cards">
            <div class="card"><b>{result.Sites.Count:N0}</b><span>legacy call sites in {HtmlFormat.Count(files, "file")}</span></div>
            <div class="card auto"><b>{result.Automatic:N0}</b><span>automatic: agents-migration fix rewrites them</span></div>
            <div class="card you"><b>{result.NeedsYou:N0}</b><span>need a person</span></div>
            <div class="card"><b>{result.Effort.ByHand:0.#} h</b><span>estimated work by hand; {result.Effort.WithFixes:0.#} h once the rewrite is there</span></div>
            </section>
            <section>
            <div class="bar" role="img" aria-label="{share:0} percent automatic"><i style="width:{share:0.##}%"></i></div>
            <p class="legend"><span class="dot auto"></span>{share:0} % automatic <span class="dot you"></span>{100 - share:0} % need a person</p>
            </section>

            """);
        AppendFamilies(page, result);
    }

    /// <summary>What makes the numbers less than the truth comes before them.</summary>
    public static void AppendWarnings(StringBuilder page, ScanResult result)
    {
        ScannedProject[] noted = [.. result.Projects.Where(project => project.Note is not null)];
        if (noted.Length == 0)
            return;
        page.Append("<section class=\"warnings\"><ul>\n");
        foreach (ScannedProject project in noted)
            page.Append(CultureInfo.InvariantCulture, $"<li><b>{HtmlFormat.Text(project.Name)}</b> {HtmlFormat.Text(project.Note!)}</li>\n");
        page.Append("</ul></section>\n");
    }

    public static void AppendNotes(StringBuilder page, ScanResult result)
    {
        page.Append("<section class=\"notes\"><h2>Notes</h2>\n<ul>\n");
        page.Append(CultureInfo.InvariantCulture, $"<li>{HtmlFormat.Text(Effort.Assumptions)}</li>\n");
        page.Append("<li>Automatic: the code binds and v2 has an equivalent. Loops that do more than wait, REST written by hand, settings and packages need a person.</li>\n");
        page.Append("</ul></section>\n");
    }

    private static void AppendFamilies(StringBuilder page, ScanResult result)
    {
        var families = result.Sites.GroupBy(site => site.Family).OrderByDescending(group => group.Count()).ToArray();
        int most = families[0].Count();
        page.Append("<section><h2>By SDK</h2>\n<div class=\"families\">\n");
        foreach (var family in families)
        {
            int automatic = family.Count(site => site.IsAutomatic);
            page.Append(CultureInfo.InvariantCulture, $"""
                <span class="name">{HtmlFormat.Text(family.Key)}</span>
                <span class="track"><i class="auto" style="width:{100.0 * automatic / most:0.##}%"></i><i class="you" style="width:{100.0 * (family.Count() - automatic) / most:0.##}%"></i></span>
                <span class="num">{family.Count():N0}</span>

                """);
        }

        page.Append("</div></section>\n");
    }
}
