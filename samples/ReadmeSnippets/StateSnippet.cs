using AgentsMigration.Adapter;
using AgentsMigration.Adapter.Stores;

namespace ReadmeSnippets;

public static class StateSnippet
{
    public static LegacyAgentsAdapter Create(string apiKey)
    {
        SqliteState state = SqliteState.Open("agents.db");
        LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI(apiKey))
        {
            Documents = state.Documents,
            Blobs = state.Blobs,
        });
        return adapter;
    }
}
