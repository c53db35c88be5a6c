using System.Text.Json;
using AgentsMigration.Comparison.Comparing;

namespace AgentsMigration.Tool.Compare;

/// <summary>Rules out of words.</summary>
internal static class RuleSettings
{
    private static readonly Dictionary<string, Func<ComparisonRules, bool, ComparisonRules>> Aspects = new(StringComparer.Ordinal)
    {
        ["text"] = (rules, same) => rules with { SameModelText = same },
        ["whole"] = (rules, same) => rules with { WholeText = same },
        ["code"] = (rules, same) => rules with { SameCode = same },
        ["tools"] = (rules, same) => rules with { SameTools = same },
        ["arguments"] = (rules, same) => rules with { SameArguments = same },
        ["outputs"] = (rules, same) => rules with { SameOutputs = same },
        ["results"] = (rules, same) => rules with { SameToolResults = same },
        ["files"] = (rules, same) => rules with { SameFiles = same },
        ["names"] = (rules, same) => rules with { SameFileNames = same },
        ["annotations"] = (rules, same) => rules with { SameAnnotations = same },
        ["streams"] = (rules, same) => rules with { SameStreams = same },
        ["fields"] = (rules, same) => rules with { SameFields = same },
        ["lists"] = (rules, same) => rules with { SameStoreLists = same },
        ["nulls"] = (rules, same) => rules with { NullMayBeAbsent = !same },
    };

    public static bool IsKnown(string aspect) => Aspects.ContainsKey(aspect);

    public static ComparisonRules Read(string[] same, string[] allow, double? usage, double? slowdown, FileInfo? accepted)
    {
        ComparisonRules rules = ComparisonRules.Default with { UsageTolerance = usage, MaxSlowdown = slowdown, Accepted = ReadAccepted(accepted) };
        rules = same.Aggregate(rules, (before, aspect) => Aspects[aspect](before, true));
        return allow.Aggregate(rules, (before, aspect) => Aspects[aspect](before, false));
    }

    private static IReadOnlyList<AcceptedDifference> ReadAccepted(FileInfo? file)
    {
        if (file is null)
            return [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            return [.. document.RootElement.EnumerateArray().Select(one => new AcceptedDifference(
                Text(one, "session"), Text(one, "where"), Text(one, "reason")))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"'{file}' is no list of accepted differences: {problem.Message}", problem);
        }

        string Text(JsonElement one, string name) =>
            one.TryGetProperty(name, out JsonElement value) && value.GetString() is { Length: > 0 } text
                ? text
                : throw new InvalidDataException($"'{file}': an accepted difference has no '{name}'.");
    }
}
