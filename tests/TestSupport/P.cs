namespace AgentsMigration.TestSupport; internal static class P { }
