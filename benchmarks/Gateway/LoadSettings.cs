namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>How long it is measured.</summary>
/// <param name="WarmUp">Requests to each server before an operation is measured.</param>
/// <param name="Pairs">Single requests to each, in turn.</param>
/// <param name="Rounds">Rounds under load of each, in turn.</param>
/// <param name="Round">How long one of them is.</param>
/// <param name="Streams">How many are open at once.</param>
/// <param name="StreamTime">For how long all of them are.</param>
internal sealed record LoadSettings(int WarmUp, int Pairs, int Rounds, TimeSpan Round, int Streams, TimeSpan StreamTime)
{
    public static readonly LoadSettings Full = new(20_000, 5_000, 11, TimeSpan.FromSeconds(2), 2_000, TimeSpan.FromSeconds(15));

    /// <summary>Shows that it works; its numbers mean nothing.</summary>
    public static readonly LoadSettings Quick = new(20, 20, 1, TimeSpan.FromMilliseconds(100), 20, TimeSpan.FromSeconds(1));
}
