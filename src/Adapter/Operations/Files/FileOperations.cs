using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>Uploaded files are the target's own; generated ones are the adapter's.</summary>
internal sealed class FileOperations(V2Client v2, AdapterState state, GeneratedFiles generated)
{
    private const string OctetStream = "application/octet-stream";
    private const string GeneratedPurpose = "assistants_output";
    private const int MaxListed = 10_000;

    public async Task<LegacyResponse> UploadAsync(RouteCall call, CancellationToken cancellationToken)
    {
        LegacyRequest request = call.Request;
        if (request.OpenBody is null || request.ContentType is not { } contentType)
            throw LegacyErrors.MissingParameter("file");
        if (MultipartScanner.BoundaryOf(contentType) is not { } boundary)
            throw LegacyErrors.InvalidValue("Content-Type", "expected multipart/form-data with a boundary.");

        using Stream body = await request.OpenBody(cancellationToken).ConfigureAwait(false);
        MultipartScanner scanner = new(boundary, v2.Features.ImagePurpose == V2Features.Vision ? null : v2.Features.ImagePurpose);
        using Stream passed = scanner.Translates ? new UploadTranslator(body, scanner) : new UploadInspector(body, scanner);
        using StreamContent content = new(passed);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        JsonElement file = await v2.SendStreamAsync(HttpMethod.Post, V2Route.Files, content, cancellationToken).ConfigureAwait(false);
        string? given = scanner.Purpose == V2Features.Vision ? V2Features.Vision : null;
        return LegacyResponse.Json((file, given), static (writer, uploaded) => FileMapping.Write(writer, uploaded.file, uploaded.given));
    }

    /// <summary>The target's files first, then the generated ones, so that paging never meets one twice.</summary>
    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        QueryParameters query = call.Request.Query;
        string? after = query["after"] is { Length: > 0 } given ? given : null;
        int limit = Limit(query);
        bool ascending = query["order"] == "asc";
        bool fromGenerated = after is not null && await state.Files.FindSequenceAsync(after, cancellationToken).ConfigureAwait(false) is not null;

        List<JsonElement> files = [];
        bool hasMore = false;
        if (!fromGenerated && query["purpose"] != GeneratedPurpose)
        {
            JsonElement page = await v2.GetAsync(V2Route.FileList(query.ToForwardedQuery()), cancellationToken).ConfigureAwait(false);
            files.AddRange(page.GetItems("data").Select(file => JsonBytes.Parse(JsonBytes.Write(file, FileMapping.Write))));
            hasMore = page.Get("has_more") is { ValueKind: JsonValueKind.True };
            after = null;
        }
        if (!hasMore && query["purpose"] is null or "" or GeneratedPurpose)
            hasMore = await AddGeneratedAsync(files, after, limit, ascending, cancellationToken).ConfigureAwait(false);
        return LegacyList.Respond(files, hasMore, file => file.GetText("id") ?? "", static (writer, file) => file.WriteTo(writer));
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

        HttpResponseMessage response = await v2.OpenAsync(V2Route.FileContent(id), cancellationToken).ConfigureAwait(false);
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

    private async Task<bool> AddGeneratedAsync(
        List<JsonElement> files, string? after, int limit, bool ascending, CancellationToken cancellationToken)
    {
        long? sequence = after is null ? null : await state.Files.FindSequenceAsync(after, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            IReadOnlyList<Entry<GeneratedFileRecord>> page = await state.Files.ListAsync(
                null, ascending, 100, sequence, cancellationToken).ConfigureAwait(false);
            foreach (Entry<GeneratedFileRecord> file in page.Where(file => !file.Value.Deleted))
            {
                if (files.Count == limit)
                    return true;
                files.Add(JsonBytes.Parse(JsonBytes.Write(file.Value, FileMapping.WriteGenerated)));
            }
            if (page.Count == 0)
                return false;
            sequence = page[page.Count - 1].Sequence;
        }
    }

    private static int Limit(QueryParameters query)
    {
        if (query["limit"] is not { Length: > 0 } text)
            return MaxListed;
        return int.TryParse(text, out int limit) && limit is >= 1 and <= MaxListed
            ? limit
            : throw LegacyErrors.InvalidValue("limit", $"expected an integer from 1 to {MaxListed}, got '{text}'.");
    }

    private static string FileId(RouteCall call)
    {
        string id = call["file_id"];
        return LegacyIds.IsWellFormed(id) ? id : throw LegacyErrors.UnknownFile(id);
    }
}
