namespace AgentsMigration.Analyzers.CodeFixes.Migration;

/// <summary>What a fix turns a legacy site into.</summary>
public enum MigrationGoal
{
    /// <summary>The call stays; its client is constructed over the adapter.</summary>
    Adapter,

    /// <summary>Code against <c>OpenAI.Responses</c>, <c>.Conversations</c>, <c>.Containers</c> and <c>.Files</c>.</summary>
    OpenAI,

    /// <summary>Code against <c>Azure.AI.Projects</c> 2.x.</summary>
    Foundry,
}
