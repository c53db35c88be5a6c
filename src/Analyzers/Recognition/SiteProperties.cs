namespace AgentsMigration.Analyzers.Recognition;

/// <summary>Keys of <c>Diagnostic.Properties</c>: what a code fix or a report needs to know of a site.</summary>
public static class SiteProperties
{
    /// <summary>The name of a <see cref="Model.LegacyFamily"/>; absent where a rule is of no family.</summary>
    public const string Family = nameof(Family);

    public const string Type = nameof(Type);

    public const string Member = nameof(Member);

    /// <summary>What it becomes on a Foundry project.</summary>
    public const string Foundry = nameof(Foundry);

    /// <summary>What it becomes with the OpenAI package alone.</summary>
    public const string OpenAI = nameof(OpenAI);

    public const string HasEquivalent = nameof(HasEquivalent);

    public const string IsBound = nameof(IsBound);

    /// <summary>On loops: true when the loop does nothing but wait and refresh, so that it can go.</summary>
    public const string IsPlain = nameof(IsPlain);

    internal const string True = "true";
    internal const string False = "false";
}
