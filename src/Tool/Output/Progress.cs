using Spectre.Console;

namespace AgentsMigration.Tool.Output;

/// <summary>Says on stderr what is being done, so that stdout holds the report alone.</summary>
internal static class Progress
{
    public static async Task<T> ShowAsync<T>(Func<Action<string>, Task<T>> work)
    {
        if (Console.IsErrorRedirected) return await work(Console.Error.WriteLine);

        IAnsiConsole errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await errors.Status().StartAsync("Loading", context => work(step => context.Status(Markup.Escape(step))));
    }
}
