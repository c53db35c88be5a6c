using Spectre.Console;

namespace AgentsMigration.Tool.Output;

/// <summary>Plain lines for scripts, colour for people; errors go to stderr.</summary>
internal static class Terminal
{
    private const int Failure = 1;

    // Not through the console's word wrap: whoever waits for this line wants it whole.
    public static void WriteLine(string text) => Console.Out.WriteLine(text);

    public static int Fail(string message)
    {
        IAnsiConsole errors = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        errors.Profile.Width = int.MaxValue / 4;
        errors.MarkupLineInterpolated($"[red]error:[/] {message}");
        return Failure;
    }
}
