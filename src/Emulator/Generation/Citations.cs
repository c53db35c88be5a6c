using System.Text.RegularExpressions;
using AgentsMigration.Emulator.Containers;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Finds what a message has to cite: images displayed before it, and files that it links to.</summary>
internal static partial class Citations
{
    public static IEnumerable<JsonObject> Of(RunState state, string text)
    {
        foreach (ContainerFile image in state.Images.ToList()) yield return Citation(image, 0, 0);
        state.Images.Clear();
        foreach (Match link in Link().Matches(text))
        {
            ContainerFile? file = state.Container?.Files.Values.LastOrDefault(known =>
                known.Path == link.Groups["path"].Value);
            if (file is null) continue;

            // Offsets count code points, as the service's own strings do.
            int start = CodePoints(text.AsSpan(0, link.Index));
            yield return Citation(file, start, start + CodePoints(link.ValueSpan));
        }
    }

    /// <summary>Cites the best search result at the end of what has been written.</summary>
    public static JsonObject OfSearch(RunState state, string written) => new()
    {
        ["type"] = "file_citation",
        ["file_id"] = state.Hits[0].File.FileId,
        ["filename"] = state.Hits[0].File.FileName,
        ["index"] = CodePoints(written),
    };

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
            if (!char.IsLowSurrogate(c))
                count++;
        return count;
    }

    private static JsonObject Citation(ContainerFile file, int start, int end) => new()
    {
        ["type"] = "container_file_citation",
        ["container_id"] = file.ContainerId,
        ["end_index"] = end,
        ["file_id"] = file.Id,
        ["filename"] = file.FileName,
        ["start_index"] = start,
    };

    [GeneratedRegex(@"sandbox:(?<path>/mnt/data/[^\s)\]""'<>]+)")]
    private static partial Regex Link();
}
