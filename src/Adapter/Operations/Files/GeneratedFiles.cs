using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Tenancy;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>
/// Files that code interpreter made. Their container dies after minutes without use, legacy files stayed: they are copied
/// when their run ends (docs/wire.md, Generated files).
/// </summary>
internal sealed class GeneratedFiles(V2Client v2, AdapterState state, Ownership? ownership, TimeProvider time)
{
    private const string ListQuery = "?limit=100&order=asc";

    /// <summary>Copies what the container's code has written and the store does not hold yet; returns all of it.</summary>
    public async Task<IReadOnlyList<GeneratedFileRecord>> CopyAsync(string containerId, CancellationToken cancellationToken)
    {
        // Named by a response of the tenant's own, and therefore the tenant's.
        if (ownership is not null)
            await ownership.ClaimAsync(new V2Object(V2Object.Containers, containerId), cancellationToken).ConfigureAwait(false);
        List<GeneratedFileRecord> files = [];
        foreach (JsonElement file in await ListAsync(containerId, cancellationToken).ConfigureAwait(false))
        {
            if (file.GetText("source") != "assistant" || file.GetText("id") is not { } fileId)
                continue;
            string id = GeneratedFileId.Create(containerId, fileId);
            Entry<GeneratedFileRecord>? known = await state.Files.FindAsync(id, cancellationToken).ConfigureAwait(false);
            GeneratedFileRecord? record = known?.Value
                ?? await CopyAsync(id, containerId, fileId, file, cancellationToken).ConfigureAwait(false);
            if (record is not null)
                files.Add(record);
        }
        return files;
    }

    /// <summary>
    /// The file of an image that code displayed: v2 gives its bytes once as a data URL and once as a container file. Where
    /// the container no longer has it, the bytes of the URL are kept.
    /// </summary>
    public async Task<string?> FindImageAsync(
        string url, string containerId, IReadOnlyList<GeneratedFileRecord> candidates, CancellationToken cancellationToken)
    {
        if (DataUrl.TryDecode(url) is not { } image)
            return null;
        // Displayed files are named after their own id; a file that the code saved may have the same bytes.
        foreach (GeneratedFileRecord file in candidates.Where(file => file.Bytes == image.Length)
            .OrderBy(file => file.Filename.StartsWith("cfile_", StringComparison.Ordinal) ? 0 : 1))
        {
            if (await HasBytesAsync(file.Id, image, cancellationToken).ConfigureAwait(false))
                return file.Id;
        }

        string id = GeneratedFileId.Create(containerId, "displayed_" + DataUrl.Fingerprint(image));
        if (await state.Files.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
        {
            using MemoryStream content = new(image);
            await state.Blobs.PutAsync(id, content, cancellationToken).ConfigureAwait(false);
            GeneratedFileRecord record = new() { Id = id, Filename = "image.png", Bytes = image.Length, CreatedAt = time.Seconds() };
            await state.Files.TryAddAsync(id, "", record, cancellationToken).ConfigureAwait(false);
        }
        return id;
    }

    /// <summary>From the store, or from the container while it lives; null where the id is none of a generated file.</summary>
    public async Task<GeneratedFileRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await state.Files.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } known)
            return known.Value.Deleted ? null : known.Value;
        if (!GeneratedFileId.TryParse(id, out string containerId, out string fileId))
            return null;
        try
        {
            JsonElement file = await v2.GetAsync(V2Route.ContainerFile(containerId, fileId), cancellationToken).ConfigureAwait(false);
            return await CopyAsync(id, containerId, fileId, file, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            return null;
        }
    }

    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken) =>
        state.Blobs.OpenAsync(id, cancellationToken);

    /// <summary>The record stays as a mark: a container that still lives must not bring the file back.</summary>
    public async Task DeleteAsync(GeneratedFileRecord file, CancellationToken cancellationToken)
    {
        await state.Files.UpdateAsync(
            file.Id, "", known => (known ?? file) with { Deleted = true }, cancellationToken).ConfigureAwait(false);
        await state.Blobs.DeleteAsync(file.Id, cancellationToken).ConfigureAwait(false);
        if (file.UploadedId is { } uploaded)
            await DeleteUploadAsync(uploaded, cancellationToken).ConfigureAwait(false);
    }

    private async Task<GeneratedFileRecord?> CopyAsync(
        string id, string containerId, string fileId, JsonElement file, CancellationToken cancellationToken)
    {
        long bytes;
        V2Route route = V2Route.ContainerFileContent(containerId, fileId);
        try
        {
            bytes = await v2.ReadAsync(
                route, (content, token) => state.Blobs.PutAsync(id, content, token), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            // Overwritten or deleted by later code: there is nothing left to keep.
            return null;
        }

        GeneratedFileRecord record = new()
        {
            Id = id,
            Filename = NameOf(file.GetText("path") ?? fileId),
            Bytes = bytes,
            CreatedAt = file.GetSeconds("created_at") ?? time.Seconds(),
        };
        await state.Files.TryAddAsync(id, "", record, cancellationToken).ConfigureAwait(false);
        return record;
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string containerId, CancellationToken cancellationToken)
    {
        List<JsonElement> files = [];
        string query = ListQuery;
        try
        {
            while (true)
            {
                JsonElement page = await v2.GetAsync(V2Route.ContainerFiles(containerId, query), cancellationToken).ConfigureAwait(false);
                files.AddRange(page.GetItems("data"));
                if (page.Get("has_more") is not { ValueKind: JsonValueKind.True } || page.GetText("last_id") is not { } last)
                    return files;
                query = $"{ListQuery}&after={Uri.EscapeDataString(last)}";
            }
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            // The container has expired: what was not copied in time is gone on both sides.
            return files;
        }
    }

    private async Task<bool> HasBytesAsync(string id, byte[] bytes, CancellationToken cancellationToken)
    {
        using Stream? stored = await state.Blobs.OpenAsync(id, cancellationToken).ConfigureAwait(false);
        if (stored is null)
            return false;
        using MemoryStream buffer = new();
        await stored.CopyToAsync(buffer, 81_920, cancellationToken).ConfigureAwait(false);
        return buffer.GetBuffer().AsSpan(0, (int)buffer.Length).SequenceEqual(bytes);
    }

    private async Task DeleteUploadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await v2.DeleteAsync(V2Route.File(id), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
