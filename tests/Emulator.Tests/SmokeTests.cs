namespace AgentsMigration.Emulator.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Assembly_Loads_Runs() => Assert.True(true);
}
