using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.State;

/// <summary>Maps one handler under both surfaces: <c>/v1</c> and <c>/api/projects/{project}/openai/v1</c>.</summary>
internal sealed class RouteTable(IEndpointRouteBuilder app, Workspaces workspaces)
{
    private const string OpenAI = "/v1";
    private const string Project = "/api/projects/{project}";
    private const string Foundry = Project + "/openai/v1";

    public void Get(string path, Func<Call, Task> handler) => Map("GET", path, handler);

    public void Post(string path, Func<Call, Task> handler) => Map("POST", path, handler);

    public void Delete(string path, Func<Call, Task> handler) => Map("DELETE", path, handler);

    /// <summary>Maps below the project's own OpenAI path only.</summary>
    public void FoundryOnly(string method, string path, Func<Call, Task> handler) =>
        app.MapMethods(Foundry + path, [method], Handle(handler));

    /// <summary>Maps below the project itself, where agents live.</summary>
    public void ProjectOnly(string method, string path, Func<Call, Task> handler) =>
        app.MapMethods(Project + path, [method], Handle(handler));

    private void Map(string method, string path, Func<Call, Task> handler)
    {
        app.MapMethods(OpenAI + path, [method], Handle(handler));
        FoundryOnly(method, path, handler);
    }

    private RequestDelegate Handle(Func<Call, Task> handler) => http =>
        handler(new Call(http, workspaces.Get(http.Request.RouteValues["project"] as string)));
}
