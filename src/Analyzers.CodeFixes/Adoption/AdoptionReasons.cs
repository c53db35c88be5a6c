namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>Why a client stays without the adapter.</summary>
internal static class AdoptionReasons
{
    /// <summary>Not a reason: the adapter is there already, so that the site is none any more.</summary>
    public const string Done = "";

    public const string OwnTransport =
        "its options carry a transport of their own; give that to AdapterOptions.Transport and call UseAgentsV2 by hand";

    public const string NoOptions = "no constructor of this client takes options";
    public const string MadeElsewhere = "the client it is taken from is made outside this solution";
    public const string Registered = "it is registered without a factory; register one that constructs the client";
    public const string Unbound = "the legacy package is not referenced any more; put it back to adopt the adapter";
}
