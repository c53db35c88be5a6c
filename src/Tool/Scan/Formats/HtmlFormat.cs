using System.Globalization;
using System.Net;
using System.Text;

namespace AgentsMigration.Tool.Scan.Formats;

/// <summary>One file that needs nothing else: numbers first, then tables, then every place.</summary>
internal static class HtmlFormat
{
    public static string Render(ScanResult result, DateTimeOffset now)
    {
        StringBuilder page = new();
        string name = Path.GetFileName(result.Root.TrimEnd(Path.DirectorySeparatorChar));
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Agents migration: {Text(name)}</title>
            <style>{Style()}</style>
            </head>
            <body>
            <header>
            <p class="kicker">Migration to Responses, Conversations and Foundry agents</p>
            <h1>{Text(name)}</h1>
            <p class="sub">Scanned {now:yyyy-MM-dd HH:mm} UTC · {Count(result.Projects.Count, "project")} · {result.Projects.Sum(project => project.Files):N0} files</p>
            </header>
            <main>

            """);
        HtmlSummary.AppendWarnings(page, result);
        HtmlSummary.Append(page, result);
        if (result.Sites.Count > 0)
        {
            HtmlTables.AppendByProject(page, result);
            HtmlTables.AppendByRule(page, result);
            HtmlTables.AppendPlaces(page, result);
        }

        HtmlSummary.AppendNotes(page, result);
        return page.Append("</main>\n</body>\n</html>").ToString();
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    internal static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Style()
    {
        using Stream stream = typeof(HtmlFormat).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The style of the report is missing.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
