using System.Globalization;
using Spectre.Console;

namespace AgentsMigration.Tool.Scan.Formats;

/// <summary>Tables by project and family, by rule, and the places that need a person.</summary>
internal static class TableFormat
{
    private const int PlainWidth = 140;
    private const int MaxPlaces = 20;

    public static void Write(ScanResult result, TextWriter writer, bool isScreen)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isScreen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isScreen) console.Profile.Width = PlainWidth;

        foreach (ScannedProject project in result.Projects.Where(project => project.Note is not null))
            console.MarkupLineInterpolated($"[yellow]{project.Name}[/] {project.Note}");
        if (result.Sites.Count == 0)
        {
            console.MarkupLineInterpolated($"[green]Nothing left.[/] {result.Projects.Count} projects, no legacy call site.");
            return;
        }

        console.Write(ByProject(result));
        console.Write(ByRule(result));
        WritePlaces(console, result);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"[bold]{result.Sites.Count}[/] sites: [green]{result.Automatic} automatic[/], [yellow]{result.NeedsYou} need you[/]. By hand about {result.Effort.ByHand:0.#} h, with fixes about {result.Effort.WithFixes:0.#} h.");
        console.MarkupLineInterpolated($"[dim]{Effort.Assumptions}[/]");
    }

    private static Table ByProject(ScanResult result)
    {
        Table table = Numbers("Project", "SDK");
        foreach (var group in result.Sites.GroupBy(site => (site.Project, site.Family)).OrderBy(group => group.Key))
            AddRow(table, group, group.Key.Project, group.Key.Family);
        return table;
    }

    private static Table ByRule(ScanResult result)
    {
        Table table = Numbers("Rule", "What");
        foreach (var group in result.Sites.GroupBy(site => (site.RuleId, site.Title)).OrderBy(group => group.Key))
            AddRow(table, group, group.Key.RuleId, group.Key.Title);
        return table;
    }

    private static void WritePlaces(IAnsiConsole console, ScanResult result)
    {
        ScanSite[] places = [.. result.Sites.Where(site => !site.IsAutomatic)];
        if (places.Length == 0) return;

        console.MarkupLine("[bold]Need you[/]");
        foreach (ScanSite site in places.Take(MaxPlaces))
            console.WriteLine($"  {site.File}:{site.Line}  {site.RuleId}  {site.Message}");
        if (places.Length > MaxPlaces)
            console.MarkupLineInterpolated($"  and {places.Length - MaxPlaces} more: --format html, json or sarif lists all");
        console.WriteLine();
    }

    private static Table Numbers(string first, string second) => new Table()
        .Border(TableBorder.Simple)
        .AddColumn(first)
        .AddColumn(second)
        .AddColumn(new TableColumn("Sites").RightAligned())
        .AddColumn(new TableColumn("Automatic").RightAligned())
        .AddColumn(new TableColumn("Need you").RightAligned());

    private static void AddRow(Table table, IEnumerable<ScanSite> group, string first, string second)
    {
        int all = group.Count(), automatic = group.Count(site => site.IsAutomatic);
        table.AddRow(
            Markup.Escape(first), Markup.Escape(second),
            all.ToString(CultureInfo.InvariantCulture),
            automatic.ToString(CultureInfo.InvariantCulture),
            (all - automatic).ToString(CultureInfo.InvariantCulture));
    }
}
