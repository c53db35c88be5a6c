using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Agents;

/// <summary>Agents and their versions; Foundry projects only.</summary>
internal static class AgentRoutes
{
    public static void Map(RouteTable routes)
    {
        Map(routes, "POST", "/agents", CreateAsync);
        Map(routes, "GET", "/agents", ListAsync);
        Map(routes, "GET", "/agents/{agent}", GetAsync);
        Map(routes, "DELETE", "/agents/{agent}", DeleteAsync);
        Map(routes, "POST", "/agents/{agent}/versions", CreateVersionAsync);
        Map(routes, "GET", "/agents/{agent}/versions", ListVersionsAsync);
        Map(routes, "GET", "/agents/{agent}/versions/{version}", GetVersionAsync);
        Map(routes, "DELETE", "/agents/{agent}/versions/{version}", DeleteVersionAsync);
    }

    private static void Map(RouteTable routes, string method, string path, Func<Call, Task> handler) =>
        routes.ProjectOnly(method, path, call =>
        {
            if (string.IsNullOrEmpty(call.Http.Request.Query["api-version"]))
                throw Refusal.Bad("The api-version query parameter (?api-version=) is required for all requests.",
                    code: "MissingApiVersionParameter");
            return handler(call);
        });

    private static async Task CreateAsync(Call call)
    {
        Fields body = await call.BodyAsync();
        string name = body.String("name")
            ?? throw AgentRefusal.Invalid(("name", "Required properties [\"name\"] are not present"));
        AgentRequest.CheckName(name);
        await call.ReplyLockedAsync(() =>
        {
            Add(call, name, body);
            return call.Workspace.Agents.Get(name).ToJson();
        });
    }

    private static async Task CreateVersionAsync(Call call)
    {
        Fields body = await call.BodyAsync();
        string name = call.Route("agent");
        AgentRequest.CheckName(name);
        await call.ReplyLockedAsync(() => Add(call, name, body).ToJson());
    }

    private static AgentVersion Add(Call call, string name, Fields body)
    {
        AgentRequest request = AgentRequest.Read(call.Workspace, body);
        return call.Workspace.Agents.Add(name, request.Description, request.Metadata, request.Definition);
    }

    private static Task ListAsync(Call call) => call.ReplyLockedAsync(() =>
        Page.Of(call.Workspace.Agents.All, call.Page(), agent => agent.Name, agent => agent.ToJson()));

    private static Task GetAsync(Call call) =>
        call.ReplyLockedAsync(() => call.Workspace.Agents.Get(call.Route("agent")).ToJson());

    private static Task DeleteAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        string name = call.Route("agent");
        call.Workspace.Agents.Delete(name);
        return new JsonObject { ["object"] = "agent.deleted", ["name"] = name, ["deleted"] = true };
    });

    private static Task ListVersionsAsync(Call call) => call.ReplyLockedAsync(() =>
        Page.Of(call.Workspace.Agents.Get(call.Route("agent")).Versions, call.Page(),
            version => version.Version, version => version.ToJson()));

    private static Task GetVersionAsync(Call call) => call.ReplyLockedAsync(() =>
        call.Workspace.Agents.Get(call.Route("agent"), call.Route("version")).ToJson());

    private static Task DeleteVersionAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        string name = call.Route("agent");
        string version = call.Route("version");
        call.Workspace.Agents.Delete(name, version);
        return new JsonObject
        {
            ["object"] = "agent.version.deleted",
            ["name"] = name,
            ["version"] = version,
            ["deleted"] = true,
        };
    });
}
