using AgentsMigration.Emulator.Agents;
using AgentsMigration.Emulator.Containers;
using AgentsMigration.Emulator.Conversations;
using AgentsMigration.Emulator.Files;
using AgentsMigration.Emulator.Responses;
using AgentsMigration.Emulator.VectorStores;

namespace AgentsMigration.Emulator.State;

/// <summary>All state of one service, or of one Foundry project. Nothing is shared between two of them.</summary>
internal sealed class Workspace
{
    public Workspace(Surface surface, string folder, EmulatorOptions options)
    {
        Surface = surface;
        Folder = Directory.CreateDirectory(folder).FullName;
        Time = options.TimeProvider;
        Ids = new Ids(Time);
        Files = new FileStore(this);
        Conversations = new ConversationStore(this);
        Containers = new ContainerStore(this, options);
        Responses = new ResponseStore();
        Agents = new AgentStore(this, options.AgentVersionLimit);
        VectorStores = new VectorStoreCollection(this, options.IngestDelay);
    }

    /// <summary>Guards every store of this workspace. Never held across an await.</summary>
    public Lock Gate { get; } = new();

    public Surface Surface { get; }

    public bool IsFoundry => Surface is Surface.Foundry;

    /// <summary>Models are deployments there, and uploaded files have names of their own.</summary>
    public bool IsAzure => Surface is not Surface.OpenAI;

    public string Folder { get; }

    public TimeProvider Time { get; }

    public Ids Ids { get; }

    public FileStore Files { get; }

    public ConversationStore Conversations { get; }

    public ContainerStore Containers { get; }

    public ResponseStore Responses { get; }

    public AgentStore Agents { get; }

    public VectorStoreCollection VectorStores { get; }

    public long Now => Time.GetUtcNow().ToUnixTimeSeconds();
}
