using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Blobs;

public sealed class InMemoryBlobStoreTests() : BlobStoreSuite(new InMemoryBlobStore());
