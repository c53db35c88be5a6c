namespace AgentsMigration.Adapter; internal static class P { }
