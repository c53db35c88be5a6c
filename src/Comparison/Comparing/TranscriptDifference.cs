namespace AgentsMigration.Comparison.Comparing;

/// <summary>One thing that is not the same on both sides.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Where">The entry and the place in it, such as <c>message 2: image 1</c>.</param>
/// <param name="Left">What the left side has.</param>
/// <param name="Right">What the right side has.</param>
/// <param name="Allowance">Why it does not count; null when it does.</param>
public sealed record TranscriptDifference(DifferenceKind Kind, string Where, string Left, string Right, string? Allowance = null)
{
    /// <summary>Whether it makes the sessions different.</summary>
    public bool Counts => Allowance is null;

    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {DifferenceNames.Of(Kind)}\n  left:  {Left}\n  right: {Right}";
}

/// <summary>What a difference is.</summary>
public enum DifferenceKind
{
    /// <summary>The right side lacks what the left side has.</summary>
    Missing,

    /// <summary>The right side has what the left side lacks.</summary>
    Additional,

    /// <summary>Both have it, at another place.</summary>
    Moved,

    /// <summary>An image of the left side is not there.</summary>
    LostImage,

    /// <summary>An image that the left side does not have.</summary>
    AdditionalImage,

    /// <summary>Another image.</summary>
    OtherImage,

    /// <summary>A link or source of the left side is not there.</summary>
    LostAnnotation,

    /// <summary>A link or source that the left side does not have.</summary>
    AdditionalAnnotation,

    /// <summary>A link or source that is or names something else.</summary>
    OtherAnnotation,

    /// <summary>Other bytes under the same reference.</summary>
    OtherFile,

    /// <summary>Another name.</summary>
    OtherName,

    /// <summary>Another text.</summary>
    OtherText,

    /// <summary>An answer that breaks off where the left one goes on.</summary>
    CutText,

    /// <summary>Other kinds of parts, or in another order.</summary>
    OtherContent,

    /// <summary>A function's argument has another value.</summary>
    OtherArgument,

    /// <summary>A tool gave something else.</summary>
    OtherOutput,

    /// <summary>Other code.</summary>
    OtherCode,

    /// <summary>Another status.</summary>
    OtherStatus,

    /// <summary>Another error.</summary>
    OtherError,

    /// <summary>A field has another value.</summary>
    OtherField,

    /// <summary>Other tokens.</summary>
    OtherUsage,

    /// <summary>It took longer.</summary>
    OtherDuration,

    /// <summary>Other events.</summary>
    OtherStream,
}

/// <summary>The names of differences in reports.</summary>
internal static class DifferenceNames
{
    public static string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Missing => "missing",
        DifferenceKind.Additional => "not there before",
        DifferenceKind.Moved => "reordered",
        DifferenceKind.LostImage => "lost image",
        DifferenceKind.AdditionalImage => "additional image",
        DifferenceKind.OtherImage => "other image",
        DifferenceKind.LostAnnotation => "missing annotation",
        DifferenceKind.AdditionalAnnotation => "additional annotation",
        DifferenceKind.OtherAnnotation => "changed annotation",
        DifferenceKind.OtherFile => "swapped file",
        DifferenceKind.OtherName => "other file name",
        DifferenceKind.OtherText => "other text",
        DifferenceKind.CutText => "truncated text",
        DifferenceKind.OtherContent => "other content",
        DifferenceKind.OtherArgument => "changed tool argument",
        DifferenceKind.OtherOutput => "other tool output",
        DifferenceKind.OtherCode => "other code",
        DifferenceKind.OtherStatus => "other status",
        DifferenceKind.OtherError => "other error",
        DifferenceKind.OtherField => "changed field",
        DifferenceKind.OtherUsage => "other token usage",
        DifferenceKind.OtherDuration => "slower",
        _ => "other events",
    };
}
