using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Assistants;

/// <summary>
/// Foundry holds an assistant as an agent version, so that it shows in the portal; the store keeps the request as the app
/// gave it, and which version it is.
/// </summary>
internal sealed class FoundryAssistantCatalog(V2Client v2, AdapterState state) : AssistantCatalog
{
    public override async Task<AssistantRecord> CreateAsync(AssistantSettings settings, CancellationToken cancellationToken)
    {
        string id = LegacyIds.NewAssistant();
        byte[] request = AgentDefinitionMapping.ToCreateRequest(LegacyIds.AgentNameFromAssistant(id), settings);
        JsonElement agent = await v2.PostAsync(V2Route.Agents, request, cancellationToken).ConfigureAwait(false);
        AssistantRecord assistant = AgentDefinitionMapping.ToAssistant(agent)
            ?? throw new V2Exception(502, "The service created an agent without a version.");
        assistant = assistant with { Id = id, Settings = settings };
        await state.Assistants.TryAddAsync(id, "", assistant, cancellationToken).ConfigureAwait(false);
        return assistant;
    }

    public override async Task<AssistantRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await state.Assistants.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } known)
            return known.Value;
        try
        {
            V2Route route = V2Route.Agent(LegacyIds.AgentNameFromAssistant(id));
            JsonElement agent = await v2.GetAsync(route, cancellationToken).ConfigureAwait(false);
            return AgentDefinitionMapping.ToAssistant(agent);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            return null;
        }
    }

    public override async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        bool known = await state.Assistants.TryDeleteAsync(id, cancellationToken).ConfigureAwait(false);
        try
        {
            V2Route route = V2Route.Agent(LegacyIds.AgentNameFromAssistant(id));
            await v2.DeleteAsync(route, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            return known;
        }
    }
}
