namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>The JavaScript clients beside the tests.</summary>
internal static class NodeProject
{
    private static readonly TestSupport.NodeProject Project =
        new("node", "openai", "@azure/openai-assistants", "@azure/ai-projects", "@azure/ai-agents");

    /// <summary>What the script printed; the test is skipped where there is no Node or no package registry.</summary>
    public static Task<string> RunAsync(params string[] arguments) => RunTrustingAsync(null, arguments);

    /// <summary>With one more authority that the script's clients know, from a PEM file.</summary>
    public static Task<string> RunTrustingAsync(string? authority, params string[] arguments) => Project.RunAsync(
        authority is null ? null : new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = authority },
        TestContext.Current.CancellationToken,
        arguments);
}
