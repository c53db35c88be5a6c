using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Routing;

namespace AgentsMigration.Adapter.Operations;

/// <summary>Resources whose wire is the same on both sides: vector stores, and the list of files.</summary>
internal sealed class PassThrough(V2Client v2)
{
    public LegacyOperation To(string template) => async (call, cancellationToken) =>
    {
        LegacyRequest request = call.Request;
        using Stream? body = request.OpenBody is null ? null : await request.OpenBody(cancellationToken).ConfigureAwait(false);
        using StreamContent? content = body is null ? null : new StreamContent(body);
        if (request.ContentType is not null)
            content?.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);

        V2Route route = V2Route.Same(template, request.Path + request.Query.ToForwardedQuery());
        JsonElement answer = await v2.SendStreamAsync(new HttpMethod(request.Method), route, content, cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(answer, static (writer, element) => element.WriteTo(writer));
    };
}
