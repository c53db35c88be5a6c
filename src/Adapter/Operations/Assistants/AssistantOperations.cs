using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Assistants;

internal sealed class AssistantOperations(AssistantCatalog catalog, ToolResourceMaker resources)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        (AssistantSettings settings, NewToolResources? given) = AssistantMapping.Read(body);
        AssistantRecord assistant = await WithResourcesAsync(
            settings, given, made => catalog.CreateAsync(made, cancellationToken), cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(assistant, AssistantMapping.Write);
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        AssistantRecord assistant = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(assistant, AssistantMapping.Write);
    }

    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        PageRequest request = PageRequest.Read(call.Request.Query);
        StorePage<AssistantRecord> page = await catalog.ListAsync(request, cancellationToken).ConfigureAwait(false);
        return LegacyList.Respond(page.Items, page.HasMore, assistant => assistant.Id, AssistantMapping.Write);
    }

    public async Task<LegacyResponse> ModifyAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        AssistantRecord current = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        bool clearsResources = body.Has("tool_resources");
        (AssistantSettings settings, NewToolResources? given) = AssistantMapping.ReadOver(body, current.Settings);
        if (clearsResources)
            settings = settings with { ToolResources = null };
        AssistantRecord assistant = await WithResourcesAsync(
            settings, given, made => catalog.ModifyAsync(current, made, cancellationToken), cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(assistant, AssistantMapping.Write);
    }

    public async Task<LegacyResponse> DeleteAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string id = call["assistant_id"];
        return LegacyIds.IsAssistant(id) && await catalog.DeleteAsync(id, cancellationToken).ConfigureAwait(false)
            ? LegacyResponse.Deleted(id, "assistant.deleted")
            : throw LegacyErrors.NotFound("assistant", id);
    }

    private async Task<AssistantRecord> WithResourcesAsync(
        AssistantSettings settings,
        NewToolResources? given,
        Func<AssistantSettings, Task<AssistantRecord>> put,
        CancellationToken cancellationToken)
    {
        await resources.RequireAsync(given, cancellationToken).ConfigureAwait(false);
        ToolResources? made = await resources.MakeAsync(given, null, cancellationToken).ConfigureAwait(false);
        try
        {
            return await put(made is null ? settings : settings with { ToolResources = made }).ConfigureAwait(false);
        }
        catch
        {
            await resources.UndoAsync(given, made).ConfigureAwait(false);
            throw;
        }
    }
}
