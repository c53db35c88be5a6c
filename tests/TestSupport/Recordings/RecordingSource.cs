namespace AgentsMigration.TestSupport.Recordings;

/// <summary>Where a recording was found: a file of a public repository at a commit.</summary>
public sealed record RecordingSource(string Repository, string Commit, string Path, string Note);
