namespace AgentsMigration.Emulator; internal static class P { }
