namespace AgentsMigration.Gateway.Http;

/// <summary>What legacy clients put before the resource, and what that says about them.</summary>
internal sealed record LegacyPrefix(string Prefix, ServiceFamily Family)
{
    public const string Rest = "rest";

    public static readonly IReadOnlyList<LegacyPrefix> All =
    [
        new("/v1", ServiceFamily.OpenAI),
        new("/openai", ServiceFamily.AzureOpenAI),
        new("/openai/v1", ServiceFamily.AzureOpenAI),
        new("/api/projects/{project}", ServiceFamily.Agents),
        new("/agents/v1.0/subscriptions/{subscription}/resourceGroups/{group}/providers"
            + "/Microsoft.MachineLearningServices/workspaces/{project}", ServiceFamily.Agents),
    ];

    public string Pattern => $"{Prefix}/{{**{Rest}}}";
}

/// <summary>Whose clients call a path: it decides the headers, and the dialect where the API version leaves it open.</summary>
internal enum ServiceFamily
{
    OpenAI,
    AzureOpenAI,
    Agents,
}
