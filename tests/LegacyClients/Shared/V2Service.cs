using System.Net;
using System.Text.Json;

namespace AgentsMigration.LegacyClients;

/// <summary>Looks into the service past the adapter: what is really there.</summary>
internal sealed class V2Service : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly Uri _resources;
    private readonly Uri? _agents;

    public V2Service(Uri resources, Uri? project, string? key)
    {
        _resources = resources;
        _agents = project is null ? null : new Uri(project + "/agents?api-version=v1");
        _http.DefaultRequestHeaders.Authorization = new("Bearer", key ?? "any");
    }

    /// <summary>How many files are stored.</summary>
    public async Task<int> CountFilesAsync() => Count(await GetAsync(new Uri(_resources, "files")));

    /// <summary>How many agents exist; a service without agents has none.</summary>
    public async Task<int> CountAgentsAsync() => _agents is null ? 0 : Count(await GetAsync(_agents));

    public async Task<bool> HasConversationAsync(string id)
    {
        using HttpResponseMessage response = await _http.GetAsync(
            new Uri(_resources, $"conversations/{id}"), TestContext.Current.CancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound
            ? false
            : response.EnsureSuccessStatusCode().IsSuccessStatusCode;
    }

    public void Dispose() => _http.Dispose();

    private static int Count(JsonElement list) => list.GetProperty("data").GetArrayLength();

    private async Task<JsonElement> GetAsync(Uri address) =>
        JsonElement.Parse(await _http.GetStringAsync(address, TestContext.Current.CancellationToken));
}
