using System.Globalization;
using System.Net;
using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;

namespace AgentsMigration.Adapter.Tenancy;

/// <summary>
/// Lists of the target, with a tenant's own objects only: pages are refilled until one is full or the list has ended, so that
/// they look as if the tenant were alone.
/// </summary>
internal sealed class OwnedPages(Ownership ownership)
{
    // The most that both kinds of list give at once.
    private const int UpstreamPage = 100;
    private const int DefaultLimit = 20;
    private const int MaxFiles = 10_000;

    public delegate Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken);

    public async Task<HttpResponseMessage> ReadAsync(
        HttpRequestMessage request, string resource, Send send, CancellationToken cancellationToken)
    {
        QueryParameters query = new(request.RequestUri!.Query);
        int limit = Limit(query["limit"], resource == V2Object.Files ? MaxFiles : DefaultLimit);
        // "before" is what follows in the opposite order, read backwards.
        bool reversed = query["before"] is { Length: > 0 } && query["after"] is null or "";
        bool ascending = query["order"] == "asc" != reversed;
        string? after = (reversed ? query["before"] : query["after"]) is { Length: > 0 } cursor ? cursor : null;
        string? until = reversed ? null : query["before"];
        string rest = query.ToForwardedQuery("limit", "order", "after", "before");

        List<JsonElement> own = [];
        bool hasMore = false;
        bool ended = false;
        while (!ended && !hasMore)
        {
            HttpResponseMessage answer = await send(Page(request, rest, ascending, after), cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                return answer;
            using (answer)
            {
                JsonElement page = JsonBytes.Parse(await answer.Content.ReadAsync(cancellationToken).ConfigureAwait(false));
                foreach (JsonElement item in page.GetItems("data"))
                {
                    after = item.GetText("id") ?? after;
                    ended |= until is { Length: > 0 } && after == until;
                    if (ended || hasMore || !await ownership.HasAsync(new V2Object(resource, after ?? ""), cancellationToken).ConfigureAwait(false))
                        continue;
                    hasMore = own.Count == limit;
                    if (!hasMore)
                        own.Add(item);
                }
                ended |= page.Get("has_more") is not { ValueKind: JsonValueKind.True } || page.GetItems("data").Any() is false;
            }
        }
        if (reversed)
            own.Reverse();
        return Respond(request, own, hasMore);
    }

    private static HttpRequestMessage Page(HttpRequestMessage original, string rest, bool ascending, string? after)
    {
        string query = $"{(rest.Length == 0 ? "?" : rest + "&")}limit={UpstreamPage}&order={(ascending ? "asc" : "desc")}"
            + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
        HttpRequestMessage request = new(HttpMethod.Get, original.RequestUri!.GetLeftPart(UriPartial.Path) + query);
        foreach (KeyValuePair<string, IEnumerable<string>> header in original.Headers)
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return request;
    }

    private static int Limit(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit > 0 ? limit : otherwise;

    private static HttpResponseMessage Respond(HttpRequestMessage request, List<JsonElement> items, bool hasMore) =>
        new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(JsonBytes.Write((items, hasMore), static (writer, page) =>
            {
                writer.WriteStartObject();
                writer.WriteString("object", "list");
                writer.WriteElements("data", page.items);
                writer.WriteString("first_id", page.items.Count == 0 ? null : page.items[0].GetText("id"));
                writer.WriteString("last_id", page.items.Count == 0 ? null : page.items[page.items.Count - 1].GetText("id"));
                writer.WriteBoolean("has_more", page.hasMore);
                writer.WriteEndObject();
            })),
        };
}
