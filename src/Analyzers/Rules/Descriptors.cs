namespace AgentsMigration.Analyzers.Rules;

/// <summary>The descriptors, one file for each area; they are what the release tracking files list.</summary>
public static partial class Descriptors
{
    private const string Format = "'{0}' {1}";
    private const string Description = "The service behind this is switched off; the page of the rule says what it becomes.";
    private const string Help = "https://github.com/AgentsMigration/AgentsMigration/blob/main/docs/rules/";
}
