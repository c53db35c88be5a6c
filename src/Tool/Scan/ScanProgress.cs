using Spectre.Console;

namespace AgentsMigration.Tool.Scan;

/// <summary>Says on stderr what is being done, so that stdout holds the report alone.</summary>
internal static class ScanProgress
{
    public static async Task<ScanResult> ShowAsync(Func<Action<string>, Task<ScanResult>> work)
    {
        if (Console.IsErrorRedirected) return await work(Console.Error.WriteLine);

        IAnsiConsole errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await errors.Status().StartAsync("Loading", context => work(step => context.Status(Markup.Escape(step))));
    }
}
