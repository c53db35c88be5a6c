using System.Net.Http.Json;
using System.Text.Json;

namespace AgentsMigration.Comparison.Tests.Support;

internal static class Http
{
    public static async Task<JsonElement> PostAsync(this HttpClient client, string path, object body)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync(path, body, World.Cancelled);
        return await ReadAsync(response);
    }

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path)
    {
        using HttpResponseMessage response = await client.GetAsync(path, World.Cancelled);
        return await ReadAsync(response);
    }

    public static string Id(this JsonElement answer) => answer.GetProperty("id").GetString()!;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync(World.Cancelled);
        return JsonElement.Parse(text);
    }
}
