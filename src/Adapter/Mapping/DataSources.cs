using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Azure assets in place of files: Agents (classic) read them from blob storage, v2 does not.</summary>
internal static class DataSources
{
    /// <summary>The fields of a vector store, its files and batches that name them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["data_source", "data_sources", "configuration"];

    public static LegacyException Refuse(string path) => LegacyErrors.Unsupported(
        path,
        $"'{path}' is not supported: v2 reads no Azure assets. Upload the asset's file (POST /files, purpose 'assistants') "
        + "and give its id in 'file_ids', or 'file_id' of an attachment, instead.");

    public static void RefuseIn(RequestBody? body, string name)
    {
        if (body?.Optional(name) is not null)
            throw Refuse(body.Path(name));
    }
}
