using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Steps;

/// <summary>The one thing that steps show on demand only: the text that a search found.</summary>
internal static class StepInclude
{
    private const string SearchContent = "step_details.tool_calls[*].file_search.results[*].content";

    public static bool HasSearchContent(QueryParameters query)
    {
        string? include = query["include[]"] ?? query["include"];
        return include switch
        {
            null or "" => false,
            SearchContent => true,
            _ => throw LegacyErrors.InvalidValue("include", $"'{include}'. Supported values are: '{SearchContent}'."),
        };
    }
}
