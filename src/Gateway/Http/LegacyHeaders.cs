using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Gateway.Http;

/// <summary>The headers that the legacy services put on every answer.</summary>
internal static class LegacyHeaders
{
    /// <returns>The request's id.</returns>
    public static string Add(HttpResponse response, ServiceFamily family, TimeProvider time, long start)
    {
        string id = "req_" + RandomText.Base36(32);
        IHeaderDictionary headers = response.Headers;
        headers["x-request-id"] = id;
        if (family != ServiceFamily.OpenAI)
        {
            headers["apim-request-id"] = id;
            headers["x-ms-request-id"] = id;
        }
        headers["openai-version"] = "2020-10-01";
        response.OnStarting(() =>
        {
            headers["openai-processing-ms"] = ((long)time.GetElapsedTime(start).TotalMilliseconds).ToString();
            return Task.CompletedTask;
        });
        return id;
    }
}
