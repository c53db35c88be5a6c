namespace AgentsMigration.Emulator.Http;

/// <summary>Error answers in the shapes of the service.</summary>
internal static class ErrorBody
{
    public static JsonObject Of(ApiException failure, string requestId) => failure switch
    {
        { Details: { } details } => Foundry(failure, details, requestId),
        { IsBare: true } => new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message },
        },
        _ => Of(failure.Message, failure.Type, failure.Param, failure.Code),
    };

    public static JsonObject Of(string message, string type, string? param, string? code) => new()
    {
        ["error"] = new JsonObject
        {
            ["message"] = message,
            ["type"] = type,
            ["param"] = param,
            ["code"] = code,
        },
    };

    private static JsonObject Foundry(ApiException failure, JsonArray details, string requestId) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = failure.Code,
            ["message"] = failure.Message,
            ["param"] = failure.Param,
            ["type"] = failure.Type,
            ["details"] = details.DeepClone(),
            ["additionalInfo"] = new JsonObject { ["request_id"] = requestId },
        },
    };
}
