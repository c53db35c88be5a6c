using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Http;

/// <summary>The wording of the service, one method per kind of refusal.</summary>
internal static class Refusal
{
    public static ApiException NotFound(string message, string? param = null, string? code = null) =>
        new(StatusCodes.Status404NotFound, message, param, code);

    public static ApiException Bad(string message, string? param = null, string? code = null) =>
        new(StatusCodes.Status400BadRequest, message, param, code);

    public static ApiException Unknown(string param) =>
        Bad($"Unknown parameter: '{param}'.", param, "unknown_parameter");

    public static ApiException Missing(string param) =>
        Bad($"Missing required parameter: '{param}'.", param, "missing_required_parameter");

    public static ApiException WrongType(string param, string expected, JsonNode? got) =>
        Bad($"Invalid type for '{param}': expected {expected}, but got {Name(got)} instead.", param, "invalid_type");

    public static ApiException WrongValue(string param, string value, IReadOnlyList<string> supported) =>
        Bad($"Invalid value: '{value}'. Supported values are: {Listed(supported)}.", param, "invalid_value");

    public static ApiException TooSmall(string param, int minimum, int value) =>
        Bad($"Invalid '{param}': integer below minimum value. Expected a value >= {minimum}, but got {value} instead.",
            param, "integer_below_min_value");

    public static ApiException TooLarge(string param, int maximum, int value) =>
        Bad($"Invalid '{param}': integer above maximum value. Expected a value <= {maximum}, but got {value} instead.",
            param, "integer_above_max_value");

    public static ApiException TooLong(string param, int maximum, int length) =>
        Bad($"Invalid '{param}': string too long. Expected a string with maximum length {maximum}, "
            + $"but got a string with length {length} instead.", param, "string_above_max_length");

    public static ApiException EmptyArray(string param) =>
        Bad($"Invalid '{param}': empty array. Expected an array with minimum length 1, but got an empty array instead.",
            param, "empty_array");

    public static ApiException ArrayTooLong(string param, int maximum, int length) =>
        Bad($"Invalid '{param}': array too long. Expected an array with maximum length {maximum}, "
            + $"but got an array with length {length} instead.", param, "array_above_max_length");

    /// <summary>A model of Azure that nobody has deployed.</summary>
    public static ApiException NoDeployment() => NotFound(
        "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, "
        + "please wait a moment and try again.", code: "DeploymentNotFound");

    /// <summary>A route that the service does not have; on OpenAI also the whole Assistants API since its end.</summary>
    public static ApiException NoRoute(HttpRequest request) => Surfaces.Of(request.Path) switch
    {
        Surface.OpenAI => NotFound($"Invalid URL ({request.Method} {request.Path})"),
        Surface.AzureOpenAI => new ApiException(StatusCodes.Status404NotFound, "Resource not found", code: "404") { IsBare = true },
        _ => new ApiException(StatusCodes.Status404NotFound, "Resource not found", code: "not_found") { Details = [] },
    };

    private static string Listed(IReadOnlyList<string> values) => values switch
    {
        [var only] => $"'{only}'",
        [var first, var second] => $"'{first}' and '{second}'",
        _ => string.Join(", ", values.Take(values.Count - 1).Select(v => $"'{v}'")) + $", and '{values[^1]}'",
    };

    private static string Name(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "an object",
        JsonArray => "an array",
        JsonValue value => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "a string",
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "a boolean",
            _ => value.ToJsonString().Contains('.') ? "a decimal" : "an integer",
        },
        _ => "an unknown value",
    };
}
