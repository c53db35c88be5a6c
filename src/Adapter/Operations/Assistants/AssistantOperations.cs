using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Assistants;

internal sealed class AssistantOperations(AssistantCatalog catalog, AssistantWriter writer)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        AssistantRecord assistant = await writer.CreateAsync(AssistantMapping.Read(body), cancellationToken).ConfigureAwait(false);
        return Respond(call, assistant);
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        AssistantRecord assistant = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        return Respond(call, assistant);
    }

    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        PageRequest request = PageRequest.Read(call.Request.Query);
        StorePage<AssistantRecord> page = await catalog.ListAsync(request, cancellationToken).ConfigureAwait(false);
        return LegacyList.Respond(page.Items, page.HasMore, assistant => assistant.Id, (json, assistant) => AssistantMapping.Write(json, assistant, call.Wire));
    }

    public async Task<LegacyResponse> ModifyAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        AssistantRecord current = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        bool replacesResources = body.Has("tool_resources");
        NewAssistant given = AssistantMapping.ReadOver(body, current.Settings);
        if (replacesResources)
            given = given with { Settings = given.Settings with { ToolResources = null, Files = [] } };
        AssistantRecord assistant = await writer.ModifyAsync(current, given, cancellationToken).ConfigureAwait(false);
        return Respond(call, assistant);
    }

    public async Task<LegacyResponse> DeleteAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string id = call["assistant_id"];
        return await writer.DeleteAsync(id, cancellationToken).ConfigureAwait(false)
            ? LegacyResponse.Deleted(id, "assistant.deleted")
            : throw LegacyErrors.NotFound("assistant", id);
    }

    private static LegacyResponse Respond(RouteCall call, AssistantRecord assistant) =>
        LegacyResponse.Json((assistant, call.Wire), static (json, read) => AssistantMapping.Write(json, read.assistant, read.Wire));
}
