using System.CommandLine;
using System.Net.Sockets;
using AgentsMigration.Adapter.Stores;
using AgentsMigration.Gateway;
using AgentsMigration.Tool.Output;

namespace AgentsMigration.Tool.Serve;

/// <summary><c>agents-migration serve</c>: runs the gateway.</summary>
internal sealed class ServeCommand : Command
{
    private readonly ServeOptions _options = new();

    public ServeCommand()
        : base("serve", """
            Answer the Assistants API and Agents (classic) over HTTP: change the app's base URL, and it lives again.

            Each option is also a setting of the section "Gateway" in appsettings.json and an environment variable such as
            Gateway__ApiKey; better there than here for keys. The command line comes first, then the environment.

            Examples:
              agents-migration serve --target foundry --endpoint https://res.services.ai.azure.com/api/projects/shop
              agents-migration serve --target openai --api-key sk-… --state sqlite:/var/lib/gateway/state.db
              agents-migration serve --target foundry --endpoint https://… --urls http://0.0.0.0:8080 --gateway-key secret
              agents-migration serve --target foundry --endpoint https://… --urls https://127.0.0.1:8443 --dev-cert dev.pem

              agents-migration serve --target openai --api-key sk-… --gateway-key shop:sha256:… --gateway-key blog:sha256:…
              agents-migration serve --target openai --forward-credentials --urls https://0.0.0.0:8443 --cert gateway.pem

            Then, for example: OPENAI_BASE_URL=http://127.0.0.1:8080/v1
            """)
    {
        Subcommands.Add(new KeyCommand());
        foreach (Option option in _options.All)
            Options.Add(option);
        SetAction((parsed, cancellationToken) => RunAsync(parsed, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            SettingsReader reader = new(SettingSources.Read(_options.Read(parsed)));
            if (reader.Read() is not { } settings)
                return Fail(reader.Problems);
            await GatewayProcess.RunAsync(settings, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure) when (failure is GatewayConfigurationException or StateFileException or StateDatabaseException or InvalidDataException)
        {
            return Terminal.Fail(failure.Message);
        }
        catch (Exception failure) when (failure is IOException or SocketException or UnauthorizedAccessException or InvalidOperationException)
        {
            return Terminal.Fail($"Cannot start: {failure.Message}");
        }
    }

    private static int Fail(IReadOnlyList<string> problems)
    {
        int exitCode = 0;
        foreach (string problem in problems)
            exitCode = Terminal.Fail(problem);
        return exitCode;
    }
}
