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
}
