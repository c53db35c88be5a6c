namespace AgentsMigration.Recordings.Tests;

public enum Target
{
    OpenAI,
    Foundry,
}
