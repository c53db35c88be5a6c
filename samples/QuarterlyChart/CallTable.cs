using Spectre.Console;

namespace QuarterlyChart;

internal static class CallTable
{
    public static void Print(CallLog log)
    {
        Table table = new Table().RoundedBorder().AddColumns("What the app called", "What it became");
        table.ShowRowSeparators = true;
        foreach (LegacyCall call in log.Calls())
        {
            string times = call.Count > 1 ? $"  x {call.Count}" : "";
            string became = call.Became.Count == 0 ? "-" : string.Join('\n', call.Became);
            table.AddRow(Markup.Escape(call.Name + times), Markup.Escape(became));
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
    }
}
