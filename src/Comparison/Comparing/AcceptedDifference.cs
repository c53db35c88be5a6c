using System.Text.RegularExpressions;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>A difference that is right.</summary>
/// <param name="Session">The name of the session; <c>*</c> stands for any rest.</param>
/// <param name="Where">Where it is, as the report says it; <c>*</c> stands for any part.</param>
/// <param name="Reason">Why it is accepted; the report shows it.</param>
public sealed record AcceptedDifference(string Session, string Where, string Reason)
{
    internal bool Covers(string session, string where) => Fits(Session, session) && Fits(Where, where);

    private static bool Fits(string pattern, string text) => Regex.IsMatch(
        text, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
