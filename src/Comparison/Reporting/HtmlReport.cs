using System.Security.Cryptography;
using System.Text;
using AgentsMigration.Comparison.Reporting.Html;

namespace AgentsMigration.Comparison.Reporting;

/// <summary>
/// One page that needs nothing else: the sessions side by side as chats, images shown, differences marked, the wire behind
/// each bubble. Its own policy forbids it to load anything or to run any script but its own.
/// </summary>
public static class HtmlReport
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");
    private static readonly string ScriptHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));

    /// <summary>Makes the page.</summary>
    public static string Render(ComparisonReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Markup page = new();
        page.AddOwn("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{ScriptHash}'\">\n")
            .AddOwn("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Add($"<title>{VerdictHeader.Title(report)}: {report.Left} beside {report.Right}</title>\n")
            .AddOwn("<style>").AddOwn(Style).AddOwn("</style>\n</head>\n<body>\n");
        VerdictHeader.Add(page, report);
        page.AddOwn("<main>\n");
        SessionIndex.Add(page, report);
        for (int index = 0; index < report.Sessions.Count; index++)
            SessionSection.Add(page, report, index);
        return page.AddOwn("</main>\n<script>").AddOwn(Script).AddOwn("</script>\n</body>\n</html>\n").ToString();
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"comparison.{name}")
            ?? throw new InvalidOperationException($"The report's {name} is missing.");
        using StreamReader reader = new(stream);
        // The hash in the policy is of what the browser sees, whatever the checkout made of the line ends.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
