using System.Globalization;

namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>
/// What is sent again. A create is repeated only where it cannot have happened: the target refused it for load, or was never
/// reached (docs/wire.md, Retries).
/// </summary>
internal sealed class RetryPolicy(int maxRetries, TimeProvider time)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(30);

    private readonly Random _jitter = new();

    /// <summary>How long to wait before the next attempt; null means give up.</summary>
    /// <param name="error">What the last attempt came to.</param>
    /// <param name="attempt">How many came before it.</param>
    /// <param name="canRepeat">Whether a second time changes nothing.</param>
    public TimeSpan? NextDelay(V2Exception error, int attempt, bool canRepeat)
    {
        if (attempt >= maxRetries || !(IsRefusal(error) || (canRepeat && IsPassing(error))))
            return null;
        if (RetryAfter(error) is { } asked)
            return asked <= LongestRetryAfter ? asked : null;

        double exponential = Math.Min(FirstDelay.TotalMilliseconds * Math.Pow(2, attempt), LongestDelay.TotalMilliseconds);
        lock (_jitter)
            return TimeSpan.FromMilliseconds(exponential * (0.5 + (_jitter.NextDouble() / 2)));
    }

    /// <summary>Nothing was done upstream, whatever the method.</summary>
    private static bool IsRefusal(V2Exception error) =>
        error.StatusCode is 429 && error.Code != "insufficient_quota"
        || error.StatusCode is 503
        || error.Code == "conversation_locked"
        || error.NeverSent;

    private static bool IsPassing(V2Exception error) => error.StatusCode is 0 or 408 or 500 or 502 or 504;

    private TimeSpan? RetryAfter(V2Exception error)
    {
        if (error.RetryAfter is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds))
            return TimeSpan.FromSeconds(Math.Max(0, seconds));
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
            return date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero;
        return null;
    }
}
