namespace AgentsMigration.Tool.Doctor;

/// <summary>What one check has found, and what to do about it.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Verdict">How it is.</param>
/// <param name="Says">What was found.</param>
/// <param name="Advice">What to do; null where there is nothing to do.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Says, string? Advice = null);

internal enum Verdict
{
    /// <summary>Works.</summary>
    Ok,

    /// <summary>Nothing to mend, but to know.</summary>
    Note,

    /// <summary>Could not be told.</summary>
    Unknown,

    /// <summary>Will not work.</summary>
    Problem,
}
