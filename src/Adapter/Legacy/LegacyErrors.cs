namespace AgentsMigration.Adapter.Legacy;

/// <summary>The legacy service's error texts, verbatim: clients match on them (docs/wire.md, Errors).</summary>
internal static class LegacyErrors
{
    public static LegacyException NotFound(string noun, string id) => new(404, $"No {noun} found with id '{id}'.");

    public static LegacyException UnknownFile(string id) => new(404, $"No such File object: {id}", "id");

    public static LegacyException UnknownFileReference(string id, string parameter) =>
        new(400, $"No file found with id '{id}'.", parameter);

    public static LegacyException MessageWhileRunning(string threadId, string runId) =>
        new(400, $"Can't add messages to {threadId} while a run {runId} is active.");

    public static LegacyException ActiveRun(string threadId, string runId) =>
        new(400, $"Thread {threadId} already has an active run {runId}.");

    public static LegacyException NothingToAnswer() =>
        new(400, "Run creation requires a Thread with a user message or an assistant with instructions.", code: "invalid_thread");

    public static LegacyException MissingParameter(string name) =>
        new(400, $"Missing required parameter: '{name}'.", name, "missing_required_parameter");

    public static LegacyException UnknownParameter(string name) =>
        new(400, $"Unknown parameter: '{name}'.", name, "unknown_parameter");

    public static LegacyException InvalidType(string name, string expected, string actual) =>
        new(400, $"Invalid type for '{name}': expected {expected}, but got {actual} instead.", name, "invalid_type");

    public static LegacyException InvalidValue(string name, string message) =>
        new(400, $"Invalid value for '{name}': {message}", name, "invalid_value");

    public static LegacyException Unsupported(string name, string message) =>
        new(400, message, name, "unsupported_parameter");

    /// <summary>What the target has no counterpart for.</summary>
    public static LegacyException UnsupportedOperation(string message) => new(400, message, code: "unsupported_operation");

    public static LegacyException UnsupportedFileType(string extension) =>
        new(400,
            $"Invalid extension {extension}. Supported formats: {SupportedFileTypes.Listing}",
            "file",
            "unsupported_file");

    public static LegacyException InvalidJson() =>
        new(400, "We could not parse the JSON body of your request. The API expects a JSON payload.");

    public static LegacyException UnknownRoute(string method, string path) =>
        new(404, $"Invalid URL ({method} {path})");

    public static LegacyException MethodNotAllowed(string method, string path) =>
        new(405, $"Not allowed to {method} on {path}.", code: "method_not_supported");
}
