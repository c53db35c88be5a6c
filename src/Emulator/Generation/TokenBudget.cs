using AgentsMigration.Emulator.Responses;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Counts what is produced against <c>max_output_tokens</c>.</summary>
internal sealed class TokenBudget(int? maximum)
{
    public int Used { get; private set; }

    public int Reasoning { get; private set; }

    /// <summary>Takes as much of a text as the budget allows.</summary>
    /// <exception cref="OutOfTokensException">Nothing is left at all.</exception>
    public string Take(string text, out bool cut)
    {
        int left = maximum - Used ?? int.MaxValue / 8;
        if (left <= 0) throw new OutOfTokensException();
        string taken = TokenEstimate.Cut(text, left);
        Used += TokenEstimate.Of(taken);
        cut = taken.Length < text.Length;
        return taken;
    }

    /// <summary>Takes a text that is of no use when cut.</summary>
    public void TakeWhole(string text)
    {
        Take(text, out bool cut);
        if (cut) throw new OutOfTokensException();
    }

    public void TakeReasoning(string text)
    {
        TakeWhole(text);
        Reasoning += TokenEstimate.Of(text);
    }
}
