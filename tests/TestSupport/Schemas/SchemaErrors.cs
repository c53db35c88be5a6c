namespace AgentsMigration.TestSupport.Schemas;

internal static class SchemaErrors
{
    public static void Report(this List<SchemaError> errors, JsonPath path, string message) =>
        errors.Add(new SchemaError(path.ToString(), message, path.Depth));
}
