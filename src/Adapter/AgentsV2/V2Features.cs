namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>What a service has of v2; what it lacks the adapter does itself, or refuses (docs/fidelity.md, Targets).</summary>
internal sealed record V2Features
{
    /// <summary>The purpose of pictures, where a service has one for them.</summary>
    public const string Vision = "vision";

    public static V2Features All { get; } = new();

    /// <summary>What Azure OpenAI's description of its v1 API has.</summary>
    public static V2Features AzureOpenAI { get; } = new()
    {
        Conversations = false,
        Cancel = false,
        CountsInput = false,
        StreamOptions = false,
        ReadsStores = false,
        ImagePurpose = "assistants",
    };

    /// <summary>What the Responses API itself has, and no more.</summary>
    public static V2Features ResponsesOnly { get; } = AzureOpenAI with { ImagePurpose = Vision };

    /// <summary>Without conversations the adapter keeps the transcript.</summary>
    public bool Conversations { get; private init; } = true;

    /// <summary>Without a cancel a response is deleted, and nothing of it counts.</summary>
    public bool Cancel { get; private init; } = true;

    /// <summary>Without a count the size of an input is estimated.</summary>
    public bool CountsInput { get; private init; } = true;

    public bool StreamOptions { get; private init; } = true;

    /// <summary>Whether a vector store can be searched, and its files read, without a model.</summary>
    public bool ReadsStores { get; private init; } = true;

    /// <summary>The purpose under which the adapter uploads a picture for the model.</summary>
    public string ImagePurpose { get; private init; } = Vision;
}
