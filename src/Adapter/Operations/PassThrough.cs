using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Routing;

namespace AgentsMigration.Adapter.Operations;

/// <summary>Vector stores, whose wire is the same on both sides but for the ids of generated files.</summary>
internal sealed class PassThrough(V2Client v2, FileReferences references)
{
    public LegacyOperation To(string template) => async (call, cancellationToken) =>
    {
        LegacyRequest request = call.Request;
        if (!v2.Features.ReadsStores && (template.EndsWith("/search") || template.EndsWith("/content")))
            throw LegacyErrors.UnsupportedOperation("The target reads vector stores by its file_search tool alone.");
        V2Route route = V2Route.Same(template, call.ResolvePath() + request.Query.ToForwardedQuery());
        JsonElement answer = request.Method switch
        {
            "GET" => await v2.GetAsync(route, cancellationToken).ConfigureAwait(false),
            "DELETE" => await v2.DeleteAsync(route, cancellationToken).ConfigureAwait(false),
            _ => await v2.CreateAsync(
                route, await ReadAsync(request, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
        };
        return LegacyResponse.Json(answer, static (writer, element) => element.WriteTo(writer));
    };

    private async Task<byte[]> ReadAsync(LegacyRequest request, CancellationToken cancellationToken)
    {
        RequestBody body = await request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        foreach (string name in DataSources.Names)
            DataSources.RefuseIn(body, name);
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string id in GeneratedIds(body.Root))
            names[id] = await references.ToUpstreamAsync(id, "assistants", cancellationToken).ConfigureAwait(false);

        return JsonBytes.Write((body.Root, names), static (writer, renamed) => Write(writer, renamed.Root, renamed.names));
    }

    /// <summary>The target knows a file that code interpreter made only once it has been uploaded.</summary>
    private static IEnumerable<string> GeneratedIds(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => GeneratedFileId.TryParse(element.GetString()!, out _, out _) ? [element.GetString()!] : [],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(GeneratedIds),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => GeneratedIds(property.Value)),
        _ => [],
    };

    private static void Write(Utf8JsonWriter writer, JsonElement element, Dictionary<string, string> names)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, names);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                    Write(writer, item, names);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when names.TryGetValue(element.GetString()!, out string? name):
                writer.WriteStringValue(name);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
