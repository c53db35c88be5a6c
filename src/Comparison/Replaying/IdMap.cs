using System.Text.RegularExpressions;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>Which id of ours stands for which id of a recording, learnt from the answers.</summary>
internal sealed partial class IdMap
{
    private readonly Dictionary<string, string> _ours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _recorded = new(StringComparer.Ordinal);

    public bool Knows(string recorded) => _ours.ContainsKey(recorded);

    public string? Find(string recorded) => _ours.GetValueOrDefault(recorded);

    /// <summary>What one of our ids stands for.</summary>
    public string? FindRecorded(string ours) => _recorded.GetValueOrDefault(ours);

    public void Bind(string recorded, string ours)
    {
        _ours[recorded] = ours;
        _recorded[ours] = recorded;
    }

    /// <summary>A recorded text with every known id in it replaced by ours.</summary>
    public string Rewrite(string text) => Ids().Replace(text, id => Find(id.Value) ?? id.Value);

    public static IEnumerable<string> In(string text) => Ids().Matches(text).Select(id => id.Value);

    /// <summary>A text without the bodies of its ids.</summary>
    public static string Mask(string text) => Ids().Replace(text, id => KindOf(id.Value));

    public static bool IsId(string text) => Ids().Match(text) is { Success: true } id && id.Length == text.Length;

    /// <summary>What kind of thing an id names: <c>thread_</c>, <c>file-</c> … Azure's files are called <c>assistant-</c>.</summary>
    public static string KindOf(string id) => id[..(id.IndexOfAny(['_', '-']) + 1)] switch
    {
        "assistant-" => "file-",
        var prefix => prefix,
    };

    // step_123 and the like, made up by a test's author, are no ids: they are sent as they are.
    [GeneratedRegex(@"\b(?:(?:asst|thread|msg|run|step|call|vs|vsfb|conv|resp|fc|ci|fs|rs|ws|mcp|cntr|cfile)_|(?:file|assistant)-)[A-Za-z0-9_]{16,}(?![A-Za-z0-9_])")]
    private static partial Regex Ids();
}
