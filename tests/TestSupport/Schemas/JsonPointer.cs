using System.Globalization;
using System.Text.Json;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>Resolves references within a document: <c>#/components/schemas/Response</c>.</summary>
internal static class JsonPointer
{
    public static JsonElement Resolve(JsonElement document, string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new NotSupportedException($"Reference to another document: '{reference}'.");
        }

        JsonElement found = document;
        foreach (string escaped in reference[2..].Split('/'))
        {
            string segment = Uri.UnescapeDataString(escaped)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            if (found.ValueKind == JsonValueKind.Array)
            {
                found = found[int.Parse(segment, CultureInfo.InvariantCulture)];
            }
            else if (!found.TryGetProperty(segment, out found))
            {
                throw new KeyNotFoundException($"'{reference}' is not in the document.");
            }
        }

        return found;
    }
}
