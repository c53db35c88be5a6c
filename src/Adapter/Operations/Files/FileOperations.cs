using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Routing;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>Uploaded files are the target's own; generated ones are the adapter's.</summary>
internal sealed class FileOperations(V2Client v2, GeneratedFiles generated)
{
    private const string OctetStream = "application/octet-stream";

    public async Task<LegacyResponse> UploadAsync(RouteCall call, CancellationToken cancellationToken)
    {
        LegacyRequest request = call.Request;
        if (request.OpenBody is null || request.ContentType is not { } contentType)
            throw LegacyErrors.MissingParameter("file");
        if (MultipartScanner.BoundaryOf(contentType) is not { } boundary)
            throw LegacyErrors.InvalidValue("Content-Type", "expected multipart/form-data with a boundary.");

        using Stream body = await request.OpenBody(cancellationToken).ConfigureAwait(false);
        using UploadInspector inspected = new(body, new MultipartScanner(boundary));
        using StreamContent content = new(inspected);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        JsonElement file = await v2.SendForJsonAsync(HttpMethod.Post, V2Route.Files, content, cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(file, FileMapping.Write);
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string id = FileId(call);
        if (await generated.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } file)
            return LegacyResponse.Json(file, FileMapping.WriteGenerated);
        JsonElement uploaded = await v2.GetAsync(V2Route.File(id), cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(uploaded, FileMapping.Write);
    }

    public async Task<LegacyResponse> GetContentAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string id = FileId(call);
        if (await generated.FindAsync(id, cancellationToken).ConfigureAwait(false) is not null)
        {
            Stream stream = await generated.OpenAsync(id, cancellationToken).ConfigureAwait(false)
                ?? throw LegacyErrors.UnknownFile(id);
            return LegacyResponse.Content(stream, OctetStream);
        }

        HttpResponseMessage response = await v2.SendAsync(HttpMethod.Get, V2Route.FileContent(id), null, cancellationToken).ConfigureAwait(false);
        Stream content = await response.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Content(content, response.Content.Headers.ContentType?.ToString() ?? OctetStream);
    }

    public async Task<LegacyResponse> DeleteAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string id = FileId(call);
        if (await generated.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } file)
        {
            await generated.DeleteAsync(file, cancellationToken).ConfigureAwait(false);
            return LegacyResponse.Deleted(id, "file");
        }
        await v2.DeleteAsync(V2Route.File(id), cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Deleted(id, "file");
    }

    private static string FileId(RouteCall call)
    {
        string id = call["file_id"];
        return LegacyIds.IsWellFormed(id) ? id : throw LegacyErrors.UnknownFile(id);
    }
}
