using System.Text.RegularExpressions;
using Spectre.Console;

namespace QuarterlyChart;

internal static partial class CallTable
{
    private const int RedirectedWidth = 100;

    public static void Print(CallLog log)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = RedirectedWidth;
        }

        Table table = new Table().RoundedBorder().AddColumns("What the app called", "What it became");
        foreach (LegacyCall call in log.Calls())
        {
            IEnumerable<string> became = call.Became.CountBy(name => name).Select(one => Describe(one.Key, one.Value));
            table.AddRow(
                Markup.Escape(Describe(call.Name, call.Count)),
                call.Became.Count == 0 ? "(answered by the adapter)" : Markup.Escape(string.Join('\n', became)));
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
    }

    private static string Describe(string call, int count)
    {
        string name = IdName().Replace(call, "{id}");
        string shown = name.EndsWith(" 200", StringComparison.Ordinal) ? name[..^4] : name;
        return count > 1 ? $"{shown}  x {count}" : shown;
    }

    [GeneratedRegex(@"\{\w+_id\}")]
    private static partial Regex IdName();
}
