using System.Text.Json;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>
/// How many tokens an input is about, for a service that does not count them: one for every four characters, the usual rule
/// of thumb, and a flat number for a picture (docs/fidelity.md, Targets).
/// </summary>
internal static class InputEstimate
{
    private const int CharactersPerToken = 4;
    private const int Picture = 765 * CharactersPerToken;

    public static long Of(JsonElement request) => (Characters(request) + CharactersPerToken - 1) / CharactersPerToken;

    private static long Characters(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!.Length,
        JsonValueKind.Array => element.EnumerateArray().Sum(Characters),
        JsonValueKind.Object => element.EnumerateObject().Sum(property => property.Name switch
        {
            "image_url" or "file_id" => Picture,
            _ => Characters(property.Value),
        }),
        _ => 0,
    };
}
