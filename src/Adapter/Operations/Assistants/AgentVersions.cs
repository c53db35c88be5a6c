using System.Text.Json;
using System.Text.RegularExpressions;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Assistants;

/// <summary>
/// The versions of an agent, of which Foundry keeps a thousand. Where that is full the oldest ones go that no run can still be
/// pinned to: a run pins what is the latest when it starts, and is over after its time (docs/wire.md, Foundry).
/// </summary>
internal sealed class AgentVersions(V2Client v2, TimeProvider time, TimeSpan runExpiry)
{
    /// <summary>How many go at once, so that not every change has to make room.</summary>
    private const int Batch = 50;

    private static readonly Regex Full = new(
        "(maximum|limit).*version|version.*(maximum|limit)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The new version; null where there is no room for one, because all of them are younger than a run may be.</summary>
    public async Task<string?> AddAsync(string agent, byte[] request, CancellationToken cancellationToken)
    {
        try
        {
            return await CreateAsync(agent, request, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (IsFull(error))
        {
            if (!await MakeRoomAsync(agent, cancellationToken).ConfigureAwait(false))
                return null;
        }
        try
        {
            return await CreateAsync(agent, request, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (IsFull(error))
        {
            // Others have filled it again.
            return null;
        }
    }

    public async Task DeleteAsync(string agent, string version, CancellationToken cancellationToken)
    {
        try
        {
            await v2.DeleteAsync(V2Route.AgentVersion(agent, version), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }

    private async Task<string?> CreateAsync(string agent, byte[] request, CancellationToken cancellationToken) =>
        (await v2.CreateAsync(V2Route.AgentVersions(agent), request, cancellationToken).ConfigureAwait(false)).GetText("version");

    private async Task<bool> MakeRoomAsync(string agent, CancellationToken cancellationToken)
    {
        V2Route oldest = V2Route.AgentVersions(agent, $"&order=asc&limit={Batch + 1}");
        JsonElement page = await v2.GetAsync(oldest, cancellationToken).ConfigureAwait(false);
        JsonElement[] versions = [.. page.GetItems("data")];
        long expired = time.Seconds() - (long)runExpiry.TotalSeconds;
        bool any = false;
        // The next version's time is when this one was pinned last.
        for (int i = 0; i + 1 < versions.Length && versions[i + 1].GetSeconds("created_at") < expired; i++)
        {
            await DeleteAsync(agent, versions[i].GetText("version") ?? "", cancellationToken).ConfigureAwait(false);
            any = true;
        }
        return any;
    }

    private static bool IsFull(V2Exception error) =>
        error.StatusCode is 400 or 409 or 429 && Full.IsMatch(error.Message);
}
