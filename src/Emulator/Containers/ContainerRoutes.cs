using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Containers;

internal static class ContainerRoutes
{
    private const int MaximumMinutes = 20;

    public static void Map(RouteTable routes)
    {
        routes.Post("/containers", CreateAsync);
        routes.Get("/containers", ListAsync);
        routes.Get("/containers/{container}", GetAsync);
        routes.Delete("/containers/{container}", DeleteAsync);
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
        JsonObject answer;
        lock (call.Workspace.Gate)
        {
            answer = call.Workspace.Containers
                .Create(name, body.Strings("file_ids"), "file_ids", lifetime, settings).ToJson();
        }

        await call.ReplyAsync(answer);
    }

    private static TimeSpan? Lifetime(Fields? expiry)
    {
        if (expiry is null) return null;
        expiry.AllowOnly("anchor", "minutes");
        if (expiry.Choice("anchor", "last_active_at") is null) throw Refusal.Missing(expiry.Path("anchor"));
        int minutes = expiry.Integer("minutes", 1, MaximumMinutes) ?? throw Refusal.Missing(expiry.Path("minutes"));
        return TimeSpan.FromMinutes(minutes);
    }

    private static Task ListAsync(Call call)
    {
        JsonObject page;
        lock (call.Workspace.Gate)
            page = Page.Of(call.Workspace.Containers.All, call.Page(), found => found.Id, found => found.ToJson());
        return call.ReplyAsync(page);
    }

    private static Task GetAsync(Call call)
    {
        JsonObject answer;
        lock (call.Workspace.Gate) answer = call.Workspace.Containers.Get(call.Route("container")).ToJson();
        return call.ReplyAsync(answer);
    }

    private static Task DeleteAsync(Call call)
    {
        string id = call.Route("container");
        lock (call.Workspace.Gate) call.Workspace.Containers.Delete(id);
        return call.ReplyAsync(new JsonObject { ["id"] = id, ["object"] = "container.deleted", ["deleted"] = true });
    }
}
