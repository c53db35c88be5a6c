namespace AgentsMigration.Analyzers.Model;

/// <summary>The four generations of .NET SDKs whose service is switched off.</summary>
public enum LegacyFamily
{
    /// <summary><c>Azure.AI.OpenAI.Assistants</c> 1.0 previews.</summary>
    AzureAssistants,

    /// <summary><c>Azure.AI.Projects</c> 1.0 previews with their <c>AgentsClient</c>.</summary>
    AzureProjects,

    /// <summary><c>Azure.AI.Agents.Persistent</c>.</summary>
    AzurePersistent,

    /// <summary><c>OpenAI.Assistants</c> of the OpenAI package, also through Azure.AI.OpenAI 2.x.</summary>
    OpenAIAssistants,
}
