using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.State;

/// <summary>Maps one handler under the base of every service that has the route.</summary>
internal sealed class RouteTable(IEndpointRouteBuilder app, Workspaces workspaces)
{
    private const string Project = "/api/projects/{project}";

    private static readonly (Surface Surface, string Base)[] Bases =
    [
        (Surface.OpenAI, "/v1"),
        (Surface.AzureOpenAI, "/openai/v1"),
        (Surface.Foundry, Project + "/openai/v1"),
    ];

    public void Get(string path, Func<Call, Task> handler, Surface on = Surface.All) => Map("GET", path, handler, on);

    public void Post(string path, Func<Call, Task> handler, Surface on = Surface.All) => Map("POST", path, handler, on);

    public void Delete(string path, Func<Call, Task> handler, Surface on = Surface.All) => Map("DELETE", path, handler, on);

    /// <summary>Maps below the project itself, where agents live.</summary>
    public void ProjectOnly(string method, string path, Func<Call, Task> handler) =>
        app.MapMethods(Project + path, [method], Handle(handler, Surface.Foundry));

    private void Map(string method, string path, Func<Call, Task> handler, Surface on)
    {
        foreach ((Surface surface, string root) in Bases.Where(known => on.HasFlag(known.Surface)))
            app.MapMethods(root + path, [method], Handle(handler, surface));
    }

    private RequestDelegate Handle(Func<Call, Task> handler, Surface surface) => http =>
        handler(new Call(http, workspaces.Get(surface, http.Request.RouteValues["project"] as string)));
}
