namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>What the files that are rewritten together use: decides between the short form of a rewriting and the full one.</summary>
internal sealed class UnitFacts
{
    /// <summary>Functions are called: a response that has completed may still wait for their outputs.</summary>
    public bool UsesFunctions { get; set; }

    /// <summary>Files that code wrote are read: their id alone does not fetch them.</summary>
    public bool UsesGeneratedFiles { get; set; }

    /// <summary>Images are looked for among the parts of messages.</summary>
    public bool UsesImages { get; set; }

    /// <summary>False where conversations are brought along: then the token tells their calls from those with raw JSON.</summary>
    public bool HasTypedConversations { get; set; } = true;

    /// <summary>The namespace of the types that the rewritten code brings along.</summary>
    public string SupportNamespace { get; set; } = "";
}
