using System.Text.RegularExpressions;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>A place where the real service does not keep to its own description.</summary>
/// <param name="Path">Where, with <c>[*]</c> for any index; an event's <c>$.response</c> counts as <c>$</c>.</param>
/// <param name="Message">The message of the <see cref="SchemaError"/>.</param>
/// <param name="Reason">Why it is accepted.</param>
public sealed partial record SchemaDeviation(string Path, string Message, string Reason)
{
    public bool Covers(SchemaError error) => error.Message == Message && Normalize(error.Path) == Path;

    private static string Normalize(string path)
    {
        string ofResponse = path.StartsWith("$.response.", StringComparison.Ordinal) ? "$" + path["$.response".Length..] : path;
        return Index().Replace(ofResponse, "[*]");
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
