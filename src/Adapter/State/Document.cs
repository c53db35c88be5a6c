namespace AgentsMigration.Adapter.State;

/// <summary>Names one document: its kind (<c>assistant</c>, <c>run</c> …) and its id within the kind.</summary>
public readonly record struct DocumentKey(string Kind, string Id);

/// <summary>A document to store.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Parent">The id that lists group it by, such as a run's thread; empty where there is none.</param>
/// <param name="Content">UTF-8 JSON.</param>
/// <param name="ExpiresAt">When the store may forget it; null means never.</param>
public sealed record Document(DocumentKey Key, string Parent, ReadOnlyMemory<byte> Content, DateTimeOffset? ExpiresAt = null);

/// <summary>A document as it is stored.</summary>
/// <param name="Document">What was put.</param>
/// <param name="Tag">Changes with every put; names this version in a compare-and-set.</param>
/// <param name="Sequence">Given at the first put and never reused: the order of lists.</param>
public sealed record StoredDocument(Document Document, string Tag, long Sequence);

/// <summary>A page of the documents of one kind and parent.</summary>
/// <param name="Kind">The kind of document.</param>
/// <param name="Parent">Only documents of this parent; null means of any.</param>
/// <param name="Ascending">Oldest first; otherwise newest first.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="AfterSequence">Only what follows this sequence in the order asked for.</param>
public sealed record DocumentQuery(string Kind, string? Parent, bool Ascending, int Limit, long? AfterSequence = null);
