using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Compares two calls of one tool.</summary>
internal sealed class ToolCallComparer(SessionPair session, string name, List<TranscriptDifference> differences)
{
    private ComparisonRules Rules => session.Rules;

    public void Compare(ToolCallEntry left, ToolCallEntry right)
    {
        if (left.IsFunction)
            CompareArguments(left.Arguments, right.Arguments);
        else if (left.Arguments != right.Arguments)
            Add(DifferenceKind.OtherCode, "code", left.Arguments, right.Arguments, Rules.SameCode ? null : "a model's code may differ");
        CompareOutputs(left, right);
    }

    /// <summary>As JSON, argument by argument; a model may write anything, and then it is text.</summary>
    private void CompareArguments(string left, string right)
    {
        string? allowance = Rules.SameArguments ? null : "arguments may differ";
        if (Json.TryParse(left) is { ValueKind: JsonValueKind.Object } one && Json.TryParse(right) is { ValueKind: JsonValueKind.Object } other)
        {
            foreach (string argument in Names(one).Union(Names(other)))
            {
                JsonElement before = Member(one, argument), after = Member(other, argument);
                if (RequestMatch.FirstDifference(before, after, "$") is not null)
                    Add(DifferenceKind.OtherArgument, $"argument {argument}", Show(before), Show(after), allowance);
            }
        }
        else if (left != right)
        {
            Add(DifferenceKind.OtherArgument, "arguments", left, right, allowance);
        }
    }

    private void CompareOutputs(ToolCallEntry left, ToolCallEntry right)
    {
        if (left.Output is { } one && right.Output is { } other && one != other)
        {
            bool isCounted = left.IsFunction ? Rules.SameOutputs : Rules.SameToolResults;
            (string cutOne, string cutOther) = TextCut.AtFirstDifference(one, other);
            Add(DifferenceKind.OtherOutput, "output", cutOne, cutOther, isCounted ? null : "what tools find and print may differ");
        }
        foreach ((FileReference before, FileReference after) in left.Images.Zip(right.Images))
            FileComparer.Compare(Rules, $"{name}: image", before, after, differences, isImage: true);
    }

    private void Add(DifferenceKind kind, string place, string left, string right, string? allowance) =>
        differences.Add(new TranscriptDifference(kind, $"{name}: {place}", EntryText.Cut(left), EntryText.Cut(right), allowance));

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static JsonElement Member(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) ? value : default;

    private static string Show(JsonElement element) => element.ValueKind == JsonValueKind.Undefined ? "absent" : element.OnOneLine();
}
