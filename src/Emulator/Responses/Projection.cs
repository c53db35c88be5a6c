using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>
/// What a client sees of a stored item or response: data it did not ask for with <c>include</c> is left out.
/// </summary>
internal static class Projection
{
    public static JsonObject Item(JsonObject stored, IncludeSet include)
    {
        JsonObject item = (JsonObject)stored.DeepClone();
        switch (item["type"]?.GetValue<string>())
        {
            case "code_interpreter_call" when !include.CodeOutputs:
                item["outputs"] = null;
                break;
            case "file_search_call" when !include.SearchResults:
                item["results"] = null;
                break;
            case "reasoning" when !include.EncryptedReasoning:
                item.Remove("encrypted_content");
                break;
            case "message" when !include.ImageUrls:
                foreach (JsonNode? part in (JsonArray)item["content"]!)
                    if (part is JsonObject image && image["type"]?.GetValue<string>() == "input_image")
                        image["image_url"] = null;
                break;
        }

        return item;
    }

    public static JsonObject Response(JsonObject stored, IncludeSet include)
    {
        JsonObject response = (JsonObject)stored.DeepClone();
        response["output"] = new JsonArray(
            [.. ((JsonArray)stored["output"]!).Select(item => Item((JsonObject)item!, include))]);
        return response;
    }
}
