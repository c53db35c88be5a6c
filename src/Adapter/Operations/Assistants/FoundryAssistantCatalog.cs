using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Tenancy;

namespace AgentsMigration.Adapter.Operations.Assistants;

/// <summary>
/// Foundry holds an assistant as an agent version, so that it shows in the portal; the store keeps the request as the app
/// gave it, and which version it is.
/// </summary>
internal sealed class FoundryAssistantCatalog(
    V2Client v2, AdapterState state, CursorTrail cursors, AgentVersions versions, Ownership? ownership) : AssistantCatalog
{
    private const string FirstVersion = "1";

    /// <summary>All of them are Foundry's.</summary>
    public override void RequireServed(IReadOnlyList<JsonElement>? tools)
    {
    }

    public override async Task<AssistantRecord> CreateAsync(AssistantSettings settings, CancellationToken cancellationToken)
    {
        while (true)
        {
            string id = LegacyIds.NewAssistant();
            string name = LegacyIds.AgentNameFromAssistant(id);
            JsonElement agent = await v2.CreateAsync(
                V2Route.Agents, AgentDefinitionMapping.ToCreateRequest(name, settings), cancellationToken).ConfigureAwait(false);
            AssistantRecord assistant = AgentDefinitionMapping.ToAssistant(agent)
                ?? throw new V2Exception(502, "The service created an agent without a version.");
            if (assistant.AgentVersion is { } version && version != FirstVersion)
            {
                // The name was taken: Foundry has added a version to somebody else's agent.
                await versions.DeleteAsync(name, version, CancellationToken.None).ConfigureAwait(false);
                continue;
            }
            assistant = assistant with { Id = id, Settings = settings };
            await state.Assistants.TryAddAsync(id, "", assistant, cancellationToken).ConfigureAwait(false);
            return assistant;
        }
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

    public override async Task<AssistantRecord> ModifyAsync(
        AssistantRecord current, AssistantSettings settings, CancellationToken cancellationToken)
    {
        byte[] request = AgentDefinitionMapping.ToVersionRequest(settings, current.CreatedAt);
        // Without a version of its own the definition goes along with each run.
        string? version = await versions.AddAsync(
            LegacyIds.AgentNameFromAssistant(current.Id), request, cancellationToken).ConfigureAwait(false);
        AssistantRecord modified = current with { Settings = settings, AgentVersion = version };
        return await state.Assistants.UpdateAsync(current.Id, "", _ => modified, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Agents that are no assistants of ours are passed over, and pages refilled.</summary>
    public override async Task<StorePage<AssistantRecord>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        bool reversed = page.Before is not null && page.After is null;
        bool ascending = page.Ascending != reversed;
        string? after = await CursorAsync(reversed ? page.Before : page.After).ConfigureAwait(false);
        string? until = reversed ? null : page.Before;
        List<AssistantRecord> assistants = [];
        while (assistants.Count <= page.Limit)
        {
            string query = $"&limit=100&order={(ascending ? "asc" : "desc")}" + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
            JsonElement agents = await ListAsync(query, page, cancellationToken).ConfigureAwait(false);
            assistants.AddRange(await ReadAsync(agents, cancellationToken).ConfigureAwait(false));
            after = agents.GetText("last_id");
            if (after is null || agents.Get("has_more") is not { ValueKind: JsonValueKind.True })
                break;
        }
        int end = assistants.FindIndex(assistant => assistant.Id == until);
        if (end >= 0)
            assistants.RemoveRange(end, assistants.Count - end);
        bool hasMore = assistants.Count > page.Limit;
        if (hasMore)
            assistants.RemoveRange(page.Limit, assistants.Count - page.Limit);
        if (reversed)
            assistants.Reverse();
        return new StorePage<AssistantRecord>(assistants, hasMore);

        async Task<string?> CursorAsync(string? id) =>
            id is null ? null : await cursors.ResolveAsync(LegacyIds.AgentNameFromAssistant(id), ascending, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement> ListAsync(string query, PageRequest page, CancellationToken cancellationToken)
    {
        try
        {
            return await v2.GetAsync(V2Route.AgentList(query), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.StatusCode is 400 or 404 && (page.After ?? page.Before) is { } cursor)
        {
            throw LegacyErrors.NotFound("assistant", cursor);
        }
    }

    private async Task<IReadOnlyList<AssistantRecord>> ReadAsync(JsonElement agents, CancellationToken cancellationToken)
    {
        List<AssistantRecord> assistants = [];
        foreach (JsonElement agent in agents.GetItems("data"))
        {
            if (AgentDefinitionMapping.ToAssistant(agent) is not { } assistant || !await IsOwnAsync(assistant, cancellationToken).ConfigureAwait(false))
                continue;
            Entry<AssistantRecord>? known = await state.Assistants.FindAsync(assistant.Id, cancellationToken).ConfigureAwait(false);
            assistants.Add(known?.Value ?? assistant);
        }
        return assistants;
    }

    private async ValueTask<bool> IsOwnAsync(AssistantRecord assistant, CancellationToken cancellationToken) =>
        ownership is null || await ownership.HasAsync(
            new V2Object(V2Object.Agents, LegacyIds.AgentNameFromAssistant(assistant.Id)), cancellationToken).ConfigureAwait(false);

    public override async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        string name = LegacyIds.AgentNameFromAssistant(id);
        try
        {
            await cursors.NoteAsync(
                name, query => v2.GetAsync(V2Route.AgentList($"&{query}"), cancellationToken), "name", cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.StatusCode is 400 or 404)
        {
            // There is no such agent, so nobody can have its cursor from a list.
        }
        bool known = await state.Assistants.TryDeleteAsync(id, cancellationToken).ConfigureAwait(false);
        try
        {
            await v2.DeleteAsync(V2Route.Agent(name), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            return known;
        }
    }
}
