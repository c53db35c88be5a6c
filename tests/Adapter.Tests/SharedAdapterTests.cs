using System.ClientModel;
using Azure.Core;

namespace AgentsMigration.Adapter.Tests;

/// <summary>What a process has one of.</summary>
public sealed class SharedAdapterTests
{
    private static readonly TokenCredential Credential =
        DelegatedTokenCredential.Create((_, _) => new AccessToken("token", DateTimeOffset.MaxValue));

    [Fact]
    public void ForOpenAI_SameKey_IsTheSameAdapter()
    {
        LegacyAgentsAdapter one = SharedAdapter.ForOpenAI("shared-one");

        Assert.Same(one, SharedAdapter.ForOpenAI(new ApiKeyCredential("shared-one")));
        Assert.NotSame(one, SharedAdapter.ForOpenAI("shared-two"));
        Assert.NotSame(one, SharedAdapter.ForOpenAI("shared-one", new Uri("http://localhost/v1")));
    }

    [Fact]
    public void ForFoundry_SameProject_IsTheSameAdapter()
    {
        LegacyAgentsAdapter one = SharedAdapter.ForFoundry("https://a.example/api/projects/p", Credential);

        Assert.Same(one, SharedAdapter.ForFoundry(new Uri("https://a.example/api/projects/p"), Credential));
        Assert.NotSame(one, SharedAdapter.ForFoundry("https://a.example/api/projects/q", Credential));
    }

    [Fact]
    public void MissingSettings_AreNamed()
    {
        Assert.StartsWith("The API key is missing.", Assert.Throws<ArgumentException>(() => SharedAdapter.ForOpenAI("")).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "'region;id;group;project' is not a project endpoint.",
            Assert.Throws<ArgumentException>(() => SharedAdapter.ForFoundry("region;id;group;project", Credential)).Message,
            StringComparison.Ordinal);
        Assert.SkipWhen(Environment.GetEnvironmentVariable("FOUNDRY_PROJECT_ENDPOINT") is not null, "The variable is set here.");
        Assert.Equal(
            "FOUNDRY_PROJECT_ENDPOINT is not set.",
            Assert.Throws<InvalidOperationException>(() => SharedAdapter.ForFoundry(Credential)).Message);
    }
}
