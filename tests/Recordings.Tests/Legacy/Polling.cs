namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>
/// Asking again until something has come to its state: the clock is moved for what waits for it, and then it is only a
/// matter of code that really runs.
/// </summary>
internal sealed class Polling(int limit = 20_000)
{
    private const int Moves = 10;

    private int _count;

    public bool IsOver => _count >= limit;

    public void Next(ReplaySession session)
    {
        if (_count++ < Moves)
            session.MoveOn();
    }
}
