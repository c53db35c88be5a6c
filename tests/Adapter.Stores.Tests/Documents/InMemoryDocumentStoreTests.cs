using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Documents;

public sealed class InMemoryDocumentStoreTests() : DocumentStoreSuite(time => new InMemoryDocumentStore(time));
