using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Agents;

/// <summary>Refusals of the agent layer, in its own shape with <c>details</c>.</summary>
internal static class AgentRefusal
{
    public static ApiException NotFound(string name, string? version = null) => new(
        StatusCodes.Status404NotFound,
        version is null ? $"Agent {name} doesn't exist" : $"Agent {name} with version {version} not found.",
        code: "not_found")
    {
        Details = [],
    };

    public static ApiException TooManyVersions(string name, int limit) => new(
        StatusCodes.Status400BadRequest,
        $"Agent {name} already has the maximum of {limit} versions. Delete versions that are no longer used.", code: "UserError")
    {
        Details = [],
    };

    public static ApiException Invalid(params IEnumerable<(string Param, string Message)> problems) => new(
        StatusCodes.Status400BadRequest, "Invalid payload", code: "invalid_payload")
    {
        Details = [.. problems.Select(problem => (JsonNode)new JsonObject
        {
            ["code"] = "ValidationError",
            ["message"] = problem.Message,
            ["param"] = problem.Param,
            ["type"] = "error",
        })],
    };
}
