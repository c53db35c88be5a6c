using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Assistants;

internal sealed class AssistantOperations(AssistantCatalog catalog, FileReferences references)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        AssistantSettings settings = AssistantMapping.Read(body);
        await references.RequireAsync(settings.ToolResources, cancellationToken).ConfigureAwait(false);
        AssistantRecord assistant = await catalog.CreateAsync(settings, cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(assistant, AssistantMapping.Write);
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        AssistantRecord assistant = await catalog.GetAsync(call["assistant_id"], cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(assistant, AssistantMapping.Write);
    }

    public async Task<LegacyResponse> DeleteAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string id = call["assistant_id"];
        return LegacyIds.IsAssistant(id) && await catalog.DeleteAsync(id, cancellationToken).ConfigureAwait(false)
            ? LegacyResponse.Deleted(id, "assistant.deleted")
            : throw LegacyErrors.NotFound("assistant", id);
    }
}
