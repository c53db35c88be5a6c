using System.Net.Http.Headers;
using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>Files that a request names: that they exist, and what the target calls them.</summary>
internal sealed class FileReferences(V2Client v2, AdapterState state, GeneratedFiles generated)
{
    public async Task RequireFileAsync(string id, string parameter, CancellationToken cancellationToken)
    {
        if (await generated.FindAsync(id, cancellationToken).ConfigureAwait(false) is not null)
            return;
        try
        {
            await v2.GetAsync(V2Route.File(id), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.UnknownFileReference(id, parameter);
        }
    }

    /// <summary>The target's ids: a file that code interpreter made is uploaded first, once.</summary>
    public async Task<IReadOnlyList<string>> ToUpstreamAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        List<string> upstream = [];
        foreach (string id in ids)
            upstream.Add(await ToUpstreamAsync(id, "assistants", cancellationToken).ConfigureAwait(false));
        return upstream;
    }

    /// <summary>The target's id of a picture that the model is to look at.</summary>
    public Task<string> ToUpstreamImageAsync(string id, CancellationToken cancellationToken) =>
        ToUpstreamAsync(id, v2.Features.ImagePurpose, cancellationToken);

    public async Task<string> ToUpstreamAsync(string id, string purpose, CancellationToken cancellationToken)
    {
        if (await generated.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } file)
            return id;
        if (file.UploadedId is { } uploaded)
            return uploaded;

        using Stream content = await generated.OpenAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw LegacyErrors.UnknownFile(id);
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(purpose), "purpose");
        StreamContent part = new(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", file.Filename);
        JsonElement answer = await v2.SendStreamAsync(HttpMethod.Post, V2Route.Files, form, cancellationToken).ConfigureAwait(false);

        string uploadedId = answer.GetText("id") ?? throw new V2Exception(502, "The service gave a file without an id.");
        await state.Files.UpdateAsync(
            id, "", known => (known ?? file) with { UploadedId = uploadedId }, cancellationToken).ConfigureAwait(false);
        return uploadedId;
    }
}
