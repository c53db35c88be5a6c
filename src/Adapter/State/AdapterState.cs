namespace AgentsMigration.Adapter.State;

/// <summary>Everything the adapter remembers, by kind.</summary>
internal sealed class AdapterState(IDocumentStore documents, IBlobStore blobs)
{
    public Collection<AssistantRecord> Assistants { get; } = new(documents, "assistant", StateJson.Default.AssistantRecord);

    public Collection<ThreadRecord> Threads { get; } = new(documents, "thread", StateJson.Default.ThreadRecord);

    public Collection<MessageRecord> Messages { get; } = new(documents, "message", StateJson.Default.MessageRecord);

    public Collection<RunRecord> Runs { get; } = new(documents, "run", StateJson.Default.RunRecord);

    public Collection<StepListRecord> Steps { get; } = new(documents, "steps", StateJson.Default.StepListRecord);

    public Collection<CursorRecord> Cursors { get; } = new(documents, "cursor", StateJson.Default.CursorRecord);

    public Collection<GeneratedFileRecord> Files { get; } = new(documents, "file", StateJson.Default.GeneratedFileRecord);

    public Collection<ThreadLockRecord> Locks { get; } = new(documents, "lock", StateJson.Default.ThreadLockRecord);

    public Collection<ConversationRecord> Conversations { get; } =
        new(documents, "conversation", StateJson.Default.ConversationRecord);

    public Collection<TranscriptItemRecord> Items { get; } = new(documents, "item", StateJson.Default.TranscriptItemRecord);

    public IBlobStore Blobs => blobs;

    /// <summary>
    /// Adds a run and locks its thread for it in one step: a process that is killed leaves no lock without its run. Null where
    /// the thread is locked. What has begun is done: a caller that has gone does not end it.
    /// </summary>
    public async ValueTask<Entry<RunRecord>?> TryAddRunAsync(RunRecord run)
    {
        ThreadLockRecord threadLock = new() { ThreadId = run.ThreadId, RunId = run.Id };
        Document[] both = [Locks.ToDocument(run.ThreadId, "", threadLock), Runs.ToDocument(run.Id, run.ThreadId, run)];
        return await documents.TryAddTogetherAsync(both, CancellationToken.None).ConfigureAwait(false) is { } stored
            ? new Entry<RunRecord>(run, stored[1].Tag, stored[1].Sequence)
            : null;
    }
}
