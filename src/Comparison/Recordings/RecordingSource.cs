namespace AgentsMigration.Comparison.Recordings;

/// <summary>Where a recording comes from.</summary>
/// <param name="Repository">The public repository that has it.</param>
/// <param name="Commit">The commit there.</param>
/// <param name="Path">The file there, or what was recorded.</param>
/// <param name="Note">What else is to say.</param>
public sealed record RecordingSource(string Repository, string Commit, string Path, string Note);
