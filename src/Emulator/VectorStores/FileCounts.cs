namespace AgentsMigration.Emulator.VectorStores;

internal static class FileCounts
{
    public static JsonObject Of(IReadOnlyCollection<VectorStoreFile> files, DateTimeOffset now, int cancelled = 0) =>
        new()
        {
            ["in_progress"] = files.Count(file => file.Status(now) == "in_progress"),
            ["completed"] = files.Count(file => file.Status(now) == "completed"),
            ["failed"] = files.Count(file => file.Status(now) == "failed"),
            ["cancelled"] = cancelled,
            ["total"] = files.Count + cancelled,
        };
}
