using System.Net;
using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Tenancy;

/// <summary>
/// The last thing before the target, and the only way to it for a tenant among others: whatever operation makes a call, an
/// object of another tenant is one that does not exist (docs/gateway.md, Tenants).
/// </summary>
internal sealed class OwnershipHandler(V2Target target, Ownership ownership, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>As deep as our own writer goes: a schema from a request stands deeper in the v2 body than it did there.</summary>
    private const int MaxDepth = 1_000;

    private readonly OwnedPages _pages = new(ownership);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        V2Path? path = V2Path.TryRead(request.RequestUri!, target);
        if (path is null)
            throw new InvalidOperationException("A v2 call left its target.");
        if (await FindForeignAsync(path.Value, request, cancellationToken).ConfigureAwait(false) is { } refusal)
            return refusal;

        if (path.Value is { Id: null, Resource: V2Object.Files or V2Object.VectorStores } && request.Method == HttpMethod.Get)
            return await _pages.ReadAsync(request, path.Value.Resource, base.SendAsync, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? await NoteAsync(path.Value, request.Method, response, cancellationToken).ConfigureAwait(false)
            : response;
    }

    private async Task<HttpResponseMessage?> FindForeignAsync(
        V2Path path, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (path.Object is { } named && !await ownership.HasAsync(named, cancellationToken).ConfigureAwait(false))
            return Refuse(request, HttpStatusCode.NotFound, named);
        // Uploads flow through; what is JSON has been made here and is in memory.
        if (request.Content is not ByteArrayContent content)
            return null;
        byte[] body = await content.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (body.Length == 0)
            return null;
        foreach (V2Object what in BodyReferences.Read(Parse(body)).Distinct())
        {
            if (!await ownership.HasAsync(what, cancellationToken).ConfigureAwait(false))
                return Refuse(request, StatusOf(what, path), what);
        }
        return null;
    }

    /// <summary>What has just been made is this tenant's before anybody hears of it; what is gone is nobody's.</summary>
    private async Task<HttpResponseMessage> NoteAsync(
        V2Path path, HttpMethod method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (method == HttpMethod.Delete && path is { HasMore: false, Resource: V2Object.Conversations or V2Object.Agents, Object: { } gone })
            await ownership.ForgetAsync(gone, cancellationToken).ConfigureAwait(false);
        if (method != HttpMethod.Post || path.Id is not null || !V2Object.IsOwned(path.Resource))
            return response;

        byte[] body = await response.Content.ReadAsync(cancellationToken).ConfigureAwait(false);
        JsonElement made = TryParse(body);
        // Not with the caller's token: what was made must not stay nobody's because the caller has gone.
        if (made.GetText(path.Resource == V2Object.Agents ? "name" : "id") is { } id)
            await ownership.ClaimAsync(new V2Object(path.Resource, id), CancellationToken.None).ConfigureAwait(false);
        return response;
    }

    /// <summary>As the target has it; elsewhere a 404 would say that the conversation is not there.</summary>
    private static HttpStatusCode StatusOf(V2Object what, V2Path path) =>
        what.Resource == V2Object.Conversations || path.Resource == V2Object.VectorStores
            ? HttpStatusCode.NotFound
            : HttpStatusCode.BadRequest;

    private static JsonElement Parse(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return document.RootElement.Clone();
    }

    private static JsonElement TryParse(byte[] body)
    {
        try
        {
            return JsonBytes.Parse(body);
        }
        catch (JsonException)
        {
            // Whoever reads the answer says what is wrong with it.
            return default;
        }
    }

    private static HttpResponseMessage Refuse(HttpRequestMessage request, HttpStatusCode status, V2Object what) => new(status)
    {
        RequestMessage = request,
        Content = new ByteArrayContent(JsonBytes.Write(what, static (writer, named) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("message", named.NotFound);
            writer.WriteString("type", "invalid_request_error");
            writer.WriteNull("param");
            writer.WriteNull("code");
            writer.WriteEndObject();
            writer.WriteEndObject();
        })),
    };
}
