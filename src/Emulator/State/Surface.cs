namespace AgentsMigration.Emulator.State;

/// <summary>The services that the emulator stands in for; each has its own base, routes and refusals.</summary>
[Flags]
internal enum Surface
{
    OpenAI = 1,

    /// <summary>Azure OpenAI v1, which has no conversations, cancels no response and counts no input.</summary>
    AzureOpenAI = 2,

    Foundry = 4,

    All = OpenAI | AzureOpenAI | Foundry,
}

internal static class Surfaces
{
    private const string AzureBase = "/openai";
    private const string FoundryBase = "/api/projects";

    /// <summary>The service that a path belongs to, known to it or not.</summary>
    public static Surface Of(PathString path) => path switch
    {
        _ when path.StartsWithSegments(FoundryBase) => Surface.Foundry,
        _ when path.StartsWithSegments(AzureBase) => Surface.AzureOpenAI,
        _ => Surface.OpenAI,
    };
}
