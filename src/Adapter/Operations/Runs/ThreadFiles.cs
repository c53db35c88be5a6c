using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// What the code of a thread's runs has written. Legacy kept it in reach of the next run; v2 forgets it with the container,
/// so that it has to be handed in again (docs/wire.md, Generated files).
/// </summary>
internal sealed class ThreadFiles(AdapterState state, TimeProvider time)
{
    /// <summary>What a new container takes.</summary>
    private const int MaxFiles = 20;

    /// <summary>How long a container lasts without being used.</summary>
    private static readonly TimeSpan ContainerLife = TimeSpan.FromMinutes(20);

    public async Task RememberAsync(string threadId, IReadOnlyList<GeneratedFileRecord> written, CancellationToken cancellationToken)
    {
        long now = time.Seconds();
        string[] files = [.. written.Where(IsWritten).Select(file => file.Id)];
        await state.Threads.UpdateAsync(
            threadId,
            "",
            known =>
            {
                ThreadRecord thread = known ?? new ThreadRecord { Id = threadId };
                return thread with { ContainerUsedAt = now, WrittenFiles = [.. thread.WrittenFiles.Except(files).Concat(files)] };
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The files that a new run would not find any more, newest last; none while their container lives.</summary>
    public async Task<IReadOnlyList<string>> FindLostAsync(ThreadRecord? thread, int given, CancellationToken cancellationToken)
    {
        if (thread?.ContainerUsedAt is null || HasLiveContainer(thread))
            return [];
        List<string> lost = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (string id in thread.WrittenFiles.Reverse())
        {
            GeneratedFileRecord? file = (await state.Files.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Value;
            // Of a file that was written again, only the last.
            if (file is { Deleted: false } && lost.Count < MaxFiles - given && names.Add(file.Filename))
                lost.Add(id);
        }
        lost.Reverse();
        return lost;
    }

    public bool HasLiveContainer(ThreadRecord? thread) =>
        thread?.ContainerUsedAt is { } usedAt && time.Seconds() - usedAt < ContainerLife.TotalSeconds;

    /// <summary>Pictures that were only displayed are nobody's files.</summary>
    private static bool IsWritten(GeneratedFileRecord file) =>
        !file.Filename.StartsWith("cfile_", StringComparison.Ordinal)
        && GeneratedFileId.TryParse(file.Id, out _, out string name)
        && !name.StartsWith("displayed_", StringComparison.Ordinal);
}
