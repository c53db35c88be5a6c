using AgentsMigration.Adapter;
using Azure.Identity;
using Microsoft.AspNetCore.Builder;

namespace AgentsMigration.Gateway.Tests.Hosting;

/// <summary>The app of docs/gateway.md, so that it compiles.</summary>
internal static class DocumentedApp
{
    public static WebApplication Create(Uri projectEndpoint, params string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddLegacyAgents(agents =>
        {
            agents.Target = V2Target.Foundry(projectEndpoint, new DefaultAzureCredential());
            agents.Tenant = http => http.User.FindFirst("tenant")?.Value ?? "default";
        });
        WebApplication app = builder.Build();
        app.MapGroup("/legacy").MapLegacyAgents().RequireAuthorization();
        app.MapLegacyAgentsHealth();
        return app;
    }
}
