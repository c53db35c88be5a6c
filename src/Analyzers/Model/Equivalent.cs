namespace AgentsMigration.Analyzers.Model;

/// <summary>What a legacy call or type becomes, for each of the two targets, and the rule that says so.</summary>
public sealed class Equivalent
{
    private Equivalent(LegacyRule rule, string foundry, string openAI, bool exists)
    {
        Rule = rule;
        Foundry = foundry;
        OpenAI = openAI;
        Exists = exists;
    }

    public LegacyRule Rule { get; }

    public string Foundry { get; }

    public string OpenAI { get; }

    /// <summary>False when v2 has nothing like it; the texts then say what to do instead.</summary>
    public bool Exists { get; }

    public string For(LegacyFamily family) => family == LegacyFamily.OpenAIAssistants ? OpenAI : Foundry;

    internal static Equivalent Becomes(LegacyRule rule, string foundry, string? openAI = null) =>
        new(rule, foundry, openAI ?? foundry, exists: true);

    internal static Equivalent Lost(LegacyRule rule, string instead) => new(rule, instead, instead, exists: false);

    /// <summary>For members whose value has a legacy type: lets unbound code be followed by name.</summary>
    internal LegacyMember Returning(string typeName) => new(this, typeName);
}
