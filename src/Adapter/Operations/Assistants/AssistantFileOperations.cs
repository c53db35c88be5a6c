using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Assistants;

/// <summary>The files of an assistant as objects of their own (Assistants v1).</summary>
internal sealed class AssistantFileOperations(AssistantCatalog catalog, AssistantWriter writer)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        string fileId = body.RequiredString("file_id");
        body.RefuseUnread();
        if (!LegacyIds.IsWellFormed(fileId))
            throw LegacyErrors.UnknownFileReference(fileId, "file_id");
        AssistantRecord assistant = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        string[] files = [.. AssistantFiles.ShownOf(assistant.Settings).Select(file => file.Id)];
        if (!files.Contains(fileId))
        {
            if (files.Length == AssistantFiles.Max)
                throw LegacyErrors.InvalidValue("file_id", $"an assistant has at most {AssistantFiles.Max} files.");
            assistant = await writer.ModifyAsync(
                assistant, new NewAssistant(assistant.Settings, null, [.. files, fileId]), cancellationToken).ConfigureAwait(false);
        }
        return Respond(assistant, fileId);
    }

    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        PageRequest page = PageRequest.Read(call.Request.Query);
        AssistantRecord assistant = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        StorePage<AssistantFile> files = ListPaging.Read(AssistantFiles.ShownOf(assistant.Settings), file => file.Id, "file", page);
        return LegacyList.Respond(
            files.Items, files.HasMore, file => file.Id, (json, file) => FileLinkMapping.Write(json, assistant, file));
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        AssistantRecord assistant = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        return Respond(assistant, call["file_id"]);
    }

    /// <summary>The file itself stays.</summary>
    public async Task<LegacyResponse> DeleteAsync(RouteCall call, CancellationToken cancellationToken)
    {
        AssistantRecord assistant = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        AssistantFile file = Require(assistant, call["file_id"]);
        string[] rest = [.. AssistantFiles.ShownOf(assistant.Settings).Select(other => other.Id).Where(id => id != file.Id)];
        await writer.ModifyAsync(
            assistant, new NewAssistant(assistant.Settings, null, rest), cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Deleted(file.Id, "assistant.file.deleted");
    }

    private static LegacyResponse Respond(AssistantRecord assistant, string fileId) =>
        LegacyResponse.Json((assistant, file: Require(assistant, fileId)), static (json, link) =>
            FileLinkMapping.Write(json, link.assistant, link.file));

    private static AssistantFile Require(AssistantRecord assistant, string fileId) =>
        AssistantFiles.ShownOf(assistant.Settings).FirstOrDefault(file => file.Id == fileId)
            ?? throw LegacyErrors.NotFound("file", fileId);
}
