using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Recordings.Tests.Legacy;

internal enum SkipReason
{
    /// <summary>A notebook printed a part of an object, or of a list: no request gives that alone.</summary>
    Part,

    /// <summary>A message being written: the emulator writes it at one go, so that no request falls into its midst.</summary>
    Moment,
}

/// <param name="File">The recording.</param>
/// <param name="Reason">Why it cannot be replayed here.</param>
/// <param name="Exchanges">Which exchanges of it.</param>
internal sealed record Skipped(string File, SkipReason Reason, params int[] Exchanges)
{
    /// <summary>Whether the exchange can be what the reason says.</summary>
    public bool IsTrueOf(RecordedExchange exchange) => Reason switch
    {
        SkipReason.Moment => exchange.Response!.Value.GetProperty("data")[0].GetProperty("status").ValueEquals("in_progress"),
        _ => exchange.Method == "(sdk object)",
    };
}

/// <summary>What of the legacy recordings is not replayed. All else is.</summary>
internal static class SkippedExchanges
{
    public static IReadOnlyList<Skipped> All { get; } =
    [

        new("alexrudall__ruby-openai__run_steps_list.json", SkipReason.Moment, 1),

        // The end of a list, the details of two steps without their steps, and a run whose outputs no cell shows.
        new(NotebookObjects.File, SkipReason.Part, 6, 8, 9, 13),
    ];

    public static bool Covers(string file, int exchange) =>
        All.Any(skipped => skipped.File == file && skipped.Exchanges.Contains(exchange));
}
