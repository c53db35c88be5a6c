namespace AgentsMigration.Comparison.Comparing;

/// <summary>
/// What may differ between two sessions that are called equal. Always free: ids, as long as one stands for one; times; how
/// often an app had to ask; how text came in pieces. Tighten or loosen with <c>with</c>.
/// </summary>
public sealed record ComparisonRules
{
    /// <summary>What the model says, writes as code and costs is free; all else must be the same.</summary>
    public static ComparisonRules Default { get; } = new();

    /// <summary>Everything that two runs can have in common must be the same; for scripted models.</summary>
    public static ComparisonRules Strict { get; } = new()
    {
        SameModelText = true,
        SameCode = true,
        SameToolResults = true,
        SameStreams = true,
    };

    /// <summary>Whether the assistant must use the same words.</summary>
    public bool SameModelText { get; init; }

    /// <summary>Whether an answer that says what the other one says and then breaks off, or says nothing, is a difference.</summary>
    public bool WholeText { get; init; } = true;

    /// <summary>Whether the user must use the same words.</summary>
    public bool SameUserText { get; init; } = true;

    /// <summary>Whether functions must be called with the same arguments; compared as JSON.</summary>
    public bool SameArguments { get; init; } = true;

    /// <summary>Whether functions must have answered the same.</summary>
    public bool SameOutputs { get; init; } = true;

    /// <summary>Whether the code interpreter must have run the same code.</summary>
    public bool SameCode { get; init; }

    /// <summary>Whether the service's own tools must have found and printed the same.</summary>
    public bool SameToolResults { get; init; }

    /// <summary>Whether the same tools of the service must be used, as often.</summary>
    public bool SameTools { get; init; } = true;

    /// <summary>Whether files must have the same bytes, or images the same pixels, where both sides show them.</summary>
    public bool SameFiles { get; init; } = true;

    /// <summary>Whether files must have the same names, where both sides show them.</summary>
    public bool SameFileNames { get; init; } = true;

    /// <summary>Whether links and sources must be the same in number, kind and place.</summary>
    public bool SameAnnotations { get; init; } = true;

    /// <summary>Whether streams must bring the same events; between legacy and v2 they cannot.</summary>
    public bool SameStreams { get; init; }

    /// <summary>Whether all fields of an object must be the same where both sides speak one language.</summary>
    public bool SameFields { get; init; } = true;

    /// <summary>Whether a field that is there and null may as well be absent.</summary>
    public bool NullMayBeAbsent { get; init; } = true;

    /// <summary>
    /// Whether lists of vector stores and of their files must show the same items in the same order. The services bring them
    /// up to date with a delay, and give files of one batch in any order.
    /// </summary>
    public bool SameStoreLists { get; init; }

    /// <summary>How far tokens may be apart: 0.1 for a tenth; null when they may be anything.</summary>
    public double? UsageTolerance { get; init; }

    /// <summary>How many times as long the right side's runs may take; null when they may take any time.</summary>
    public double? MaxSlowdown { get; init; }

    /// <summary>Differences that somebody has looked at and accepted, each with the reason.</summary>
    public IReadOnlyList<AcceptedDifference> Accepted { get; init; } = [];
}
