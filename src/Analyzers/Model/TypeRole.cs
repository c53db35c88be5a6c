namespace AgentsMigration.Analyzers.Model;

/// <summary>Decides at which places in the code a legacy type is a site of its own.</summary>
public enum TypeRole
{
    /// <summary>Has the calls: constructing, injecting and passing it on are sites.</summary>
    Client,

    /// <summary>A part of a client, such as the messages of Azure.AI.Agents.Persistent.</summary>
    SubClient,

    /// <summary>Written by the app: its construction is a site.</summary>
    Options,

    /// <summary>Given by the service: a site in signatures only, its calls and properties are sites already.</summary>
    Model,

    /// <summary>Carries a meaning where it is named, as a content kind in a pattern does.</summary>
    Piece,

    /// <summary>Lives on in v2: only its listed members count, and only in files that use the legacy SDK.</summary>
    Companion,

    /// <summary>Lives on in v2: only its construction from a connection string counts.</summary>
    ConnectionString,
}
