namespace AgentsMigration.Adapter.Tenancy;

/// <summary>Something that the target holds for one tenant.</summary>
/// <param name="Resource">Its collection on the v2 wire.</param>
/// <param name="Id">Its id there; an agent's name.</param>
internal readonly record struct V2Object(string Resource, string Id)
{
    public const string Agents = "agents";
    public const string Containers = "containers";
    public const string Conversations = "conversations";
    public const string Files = "files";
    public const string VectorStores = "vector_stores";

    /// <summary>Responses are not among them: their ids come out of the tenant's own run records only.</summary>
    public static bool IsOwned(string resource) =>
        resource is Agents or Containers or Conversations or Files or VectorStores;

    /// <summary>What the target says of an id that it does not know: nobody learns that there is such an object.</summary>
    public string NotFound => Resource switch
    {
        Files => $"No such File object: {Id}",
        VectorStores => $"Vector store with id '{Id}' not found.",
        Conversations => $"Conversation with id '{Id}' not found.",
        Containers => $"Container with id '{Id}' not found.",
        _ => $"Agent {Id} doesn't exist",
    };
}
