using AgentsMigration.Emulator.Agents;
using AgentsMigration.Emulator.CodeInterpreter;
using AgentsMigration.Emulator.Containers;
using AgentsMigration.Emulator.Conversations;
using AgentsMigration.Emulator.Files;
using AgentsMigration.Emulator.Generation;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.Responses;
using AgentsMigration.Emulator.State;
using AgentsMigration.Emulator.VectorStores;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentsMigration.Emulator;

/// <summary>
/// A local stand-in for the v2 service: files, conversations, responses, containers and, below a project, agents. It is
/// strict where the service is strict. Its model is scripted, see <see cref="ModelScript"/>; its code interpreter is
/// real.
/// </summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Workspaces _workspaces;

    private EmulatorServer(WebApplication app, Workspaces workspaces)
    {
        _app = app;
        _workspaces = workspaces;
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        BaseAddress = new Uri(address.TrimEnd('/') + "/");
    }

    /// <summary>The root of the server.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The endpoint for OpenAI clients.</summary>
    public Uri OpenAIEndpoint => new(BaseAddress, "v1");

    /// <summary>The endpoint of the resource for Azure OpenAI clients; its v1 API is below <c>/openai/v1</c>.</summary>
    public Uri AzureOpenAIEndpoint => BaseAddress;

    /// <summary>A project endpoint for Foundry clients; any other project name is served as well.</summary>
    public Uri ProjectEndpoint => new(BaseAddress, "api/projects/local");

    /// <summary>Starts a server.</summary>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<EmulatorServer> StartAsync(
        EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorOptions();
        Workspaces workspaces = new(options);
        WebApplication app = Build(options, workspaces);
        try
        {
            await app.StartAsync(cancellationToken);
            return new EmulatorServer(app, workspaces);
        }
        catch
        {
            await app.DisposeAsync();
            workspaces.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server and deletes everything it stored.</summary>
    public async ValueTask DisposeAsync()
    {
        await _workspaces.StopAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _workspaces.Dispose();
    }

    private static WebApplication Build(EmulatorOptions options, Workspaces workspaces)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 512L << 20;
        });
        builder.WebHost.UseUrls(options.Url);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        WebApplication app = builder.Build();
        RequestPipeline pipeline = new(options.ApiKey, options.TimeProvider);
        app.Use((http, next) => pipeline.InvokeAsync(http, next));
        app.UseRouting();
        Map(app, options, workspaces);
        return app;
    }

    private static void Map(WebApplication app, EmulatorOptions options, Workspaces workspaces)
    {
        PythonSandbox sandbox = new(
            new PythonLocator(options.PythonPath), new Library(workspaces.LibraryFolder),
            new SandboxLimits(options.CodeTimeLimit, options.CodeMemoryLimit), options.TimeProvider);
        RouteTable routes = new(app, workspaces);
        FileRoutes.Map(routes);
        ConversationRoutes.Map(routes);
        ItemRoutes.Map(routes);
        ContainerRoutes.Map(routes);
        ContainerFileRoutes.Map(routes);
        AgentRoutes.Map(routes);
        VectorStoreRoutes.Map(routes);
        VectorStoreFileRoutes.Map(routes);
        VectorStoreBatchRoutes.Map(routes);
        InputTokenRoute.Map(routes);
        new ModelRoutes(options).Map(routes);
        new ResponseRoutes(new ResponseJob(options, sandbox), options).Map(routes);

        // Assistants, threads and all the rest: gone since the sunset.
        app.MapFallback(http => throw Refusal.NoRoute(http.Request));
    }
}
