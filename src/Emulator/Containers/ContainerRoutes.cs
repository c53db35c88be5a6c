using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Containers;

internal static class ContainerRoutes
{
    private const string Containers = "/containers";
    private const string One = Containers + "/{container}";
    private const int MaximumMinutes = 20;

    public static void Map(RouteTable routes)
    {
        routes.Post(Containers, CreateAsync);
        routes.Get(Containers, ListAsync);
        routes.Get(One, call =>
            call.ReplyLockedAsync(() => call.Workspace.Containers.Get(call.Route("container")).ToJson()));
        routes.Delete(One, DeleteAsync);
    }

    private static async Task CreateAsync(Call call)
    {
        Fields body = (await call.BodyAsync())
            .AllowOnly("name", "file_ids", "expires_after", "memory_limit", "network_policy", "skills");
        string name = body.RequiredString("name");
        TimeSpan? lifetime = Lifetime(body.Object("expires_after"));
        JsonObject settings = new()
        {
            ["memory_limit"] = body.Choice("memory_limit", "1g", "4g", "16g", "64g") ?? "1g",
            ["network_policy"] = body.Object("network_policy")?.Value.DeepClone() ?? new JsonObject { ["type"] = "disabled" },
        };
        await call.ReplyLockedAsync(() => call.Workspace.Containers
            .Create(name, body.Strings("file_ids"), "file_ids", lifetime, settings).ToJson());
    }

    private static TimeSpan? Lifetime(Fields? expiry)
    {
        if (expiry is null) return null;
        expiry.AllowOnly("anchor", "minutes");
        if (expiry.Choice("anchor", "last_active_at") is null) throw Refusal.Missing(expiry.Path("anchor"));
        int minutes = expiry.Integer("minutes", 1, MaximumMinutes) ?? throw Refusal.Missing(expiry.Path("minutes"));
        return TimeSpan.FromMinutes(minutes);
    }

    private static Task ListAsync(Call call) => call.ReplyLockedAsync(() =>
        Page.Of(call.Workspace.Containers.All, call.Page(), found => found.Id, found => found.ToJson()));

    private static Task DeleteAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        string id = call.Route("container");
        call.Workspace.Containers.Delete(id);
        return new JsonObject { ["id"] = id, ["object"] = "container.deleted", ["deleted"] = true };
    });
}
