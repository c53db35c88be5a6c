namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>What options carry before a fix touches them.</summary>
internal enum OptionsState
{
    Plain,

    /// <summary>The adapter is there: nothing is to be done.</summary>
    Adopted,

    /// <summary>A transport of the app's own, which the adapter's would replace.</summary>
    HasTransport,
}
