using System.Reflection;
using OpenAI;

namespace AgentsMigration.LegacyClients;

public sealed class VersionTests
{
    /// <summary>Another reference could lift the version in silence, and three projects would test the same one.</summary>
    [Fact]
    public void Client_OfThisProject_IsTheVersionInItsName()
    {
        string project = typeof(VersionTests).Assembly.GetName().Name!; // OpenAI213.Tests
        string expected = $"2.{project["OpenAI2".Length..project.IndexOf('.')]}.0";
        string actual = typeof(OpenAIClient).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.StartsWith(expected, actual, StringComparison.Ordinal);
    }
}
