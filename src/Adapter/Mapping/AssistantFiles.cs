using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>The files of an assistant itself (Assistants v1): each of its tools sees them all.</summary>
internal static class AssistantFiles
{
    public const int Max = 20;

    /// <summary>Null where the request leaves them as they are.</summary>
    public static IReadOnlyList<string>? Read(RequestBody body) =>
        body.Has("file_ids") ? [.. (body.OptionalIds("file_ids", Max) ?? []).Distinct()] : null;

    /// <summary>What v1 shows of an assistant, one made by v2 included.</summary>
    public static IReadOnlyList<AssistantFile> ShownOf(AssistantSettings settings) =>
    [
        .. settings.Files,
        .. (settings.ToolResources?.CodeInterpreterFiles ?? [])
            .Where(id => settings.Files.All(file => file.Id != id))
            .Select(id => new AssistantFile(id, null)),
    ];

    /// <summary>The same files as v2 has them: by tool.</summary>
    public static ToolResources? ResourcesOf(AssistantSettings settings)
    {
        ToolResources? given = settings.ToolResources;
        if (settings.Files.Count == 0)
            return given;
        return (given ?? new ToolResources()) with
        {
            CodeInterpreterFiles = LegacyTools.Has(settings.Tools, "code_interpreter")
                ? [.. (given?.CodeInterpreterFiles ?? []).Union(settings.Files.Select(file => file.Id))]
                : given?.CodeInterpreterFiles,
            VectorStores = settings.FilesStore is { } store ? [.. (given?.VectorStores ?? []).Append(store)] : given?.VectorStores,
        };
    }
}
