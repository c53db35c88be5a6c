using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace AgentsMigration.Tool.Doctor;

/// <summary>The report for people and for programs.</summary>
internal static class DoctorOutput
{
    private const int PlainWidth = 160;

    public static void WriteTable(DoctorReport report, TextWriter writer, bool isScreen)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isScreen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isScreen) console.Profile.Width = PlainWidth;
        console.MarkupLineInterpolated($"[bold]{report.Target}[/] {report.Endpoint}");
        Table table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn("Check").AddColumn("Found").AddColumn("What to do");
        foreach (Finding finding in report.Findings)
            table.AddRow(Mark(finding.Verdict), Markup.Escape(finding.Check), Markup.Escape(finding.Says), Markup.Escape(finding.Advice ?? ""));
        console.Write(table);
        console.MarkupLine(report.Problems == 0 ? "[green]Ready.[/]" : $"[red]{report.Problems} to mend before the migration.[/]");
    }

    public static void WriteJson(DoctorReport report, Stream output)
    {
        using Utf8JsonWriter writer = new(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("target", report.Target);
        writer.WriteString("endpoint", report.Endpoint);
        writer.WriteString("region", report.Region);
        writer.WriteNumber("problems", report.Problems);
        writer.WriteStartArray("findings");
        foreach (Finding finding in report.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("check", finding.Check);
            writer.WriteString("verdict", Word(finding.Verdict));
            writer.WriteString("says", finding.Says);
            writer.WriteString("advice", finding.Advice);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Note => "note",
        Verdict.Unknown => "unknown",
        _ => "problem",
    };

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "[green]ok[/]",
        Verdict.Note => "[blue]note[/]",
        Verdict.Unknown => "[yellow]unknown[/]",
        _ => "[red]problem[/]",
    };
}
