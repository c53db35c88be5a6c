namespace AgentsMigration.Comparison.Replaying;

/// <summary>Asking again until something has come to its state.</summary>
internal sealed class Polling(int limit)
{
    private int _count;

    public bool IsOver => _count >= limit;

    public Task NextAsync(ReplaySession session, CancellationToken cancellationToken) =>
        session.MoveOnAsync(_count++, cancellationToken);
}
