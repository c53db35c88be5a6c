namespace AgentsMigration.Adapter.Legacy;

/// <summary>Which generation of the legacy wire a caller speaks.</summary>
internal enum Dialect
{
    /// <summary>OpenAI or Azure OpenAI Assistants v2; also what a caller without any marker gets.</summary>
    AssistantsV2,

    /// <summary>OpenAI or Azure OpenAI Assistants v1 (<c>file_ids</c>, <c>retrieval</c>).</summary>
    AssistantsV1,

    /// <summary>Azure AI Agents (classic).</summary>
    AgentsClassic,
}
