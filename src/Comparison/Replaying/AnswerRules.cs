namespace AgentsMigration.Comparison.Replaying;

/// <summary>What of an answer need not be as recorded.</summary>
/// <param name="NullMayBeAbsent">Whether a field that is null may be left out.</param>
/// <param name="Except">Fields of the outermost object that are not compared.</param>
internal sealed record AnswerRules(bool NullMayBeAbsent, IReadOnlyCollection<string> Except);
