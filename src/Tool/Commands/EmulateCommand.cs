using System.CommandLine;
using System.Net.Sockets;
using AgentsMigration.Emulator;
using AgentsMigration.Tool.Output;

namespace AgentsMigration.Tool.Commands;

/// <summary><c>agents-migration emulate</c>: runs the local stand-in for the v2 service.</summary>
internal sealed class EmulateCommand : Command
{
    private readonly Option<string> _urls = new("--urls")
    {
        Description = "Where to listen. Port 0 takes a free port.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:8090",
    };

    private readonly Option<FileInfo?> _script = new("--script")
    {
        Description = "Rules for the scripted model, see docs/emulator.md. Without it, the rules that come with the emulator.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _apiKey = new("--api-key")
    {
        Description = "Ask every client for this key.",
        HelpName = "KEY",
    };

    public EmulateCommand()
        : base("emulate", """
            Run a local v2 service with a scripted model and a real code interpreter.

            Example:
              agents-migration emulate --urls http://127.0.0.1:8090 --script rules.json
            """)
    {
        Options.Add(_urls);
        Options.Add(_script);
        Options.Add(_apiKey);
        _urls.Validators.Add(result =>
        {
            if (UrlProblem(result.GetValueOrDefault<string>()) is { } problem) result.AddError(problem);
        });
        _script.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Exists: false } file)
                result.AddError($"The script '{file}' does not exist.");
        });
        SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(_urls)!, parsed.GetValue(_script), parsed.GetValue(_apiKey), cancellationToken));
    }

    private static async Task<int> RunAsync(
        string url, FileInfo? script, string? apiKey, CancellationToken cancellationToken)
    {
        try
        {
            EmulatorOptions options = new()
            {
                Url = url,
                ApiKey = apiKey,
                Script = script is null ? ModelScript.Default : ModelScript.Load(script.FullName),
            };
            await using EmulatorServer server = await EmulatorServer.StartAsync(options, cancellationToken);
            Terminal.WriteLine($"Ready: {server.BaseAddress} (OpenAI {server.OpenAIEndpoint}, Foundry {server.ProjectEndpoint})");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (ModelScriptException failure)
        {
            return Terminal.Fail(failure.Message);
        }
        catch (Exception failure) when (failure is IOException or SocketException or UnauthorizedAccessException)
        {
            return Terminal.Fail($"Cannot listen on {url}: {failure.Message}");
        }
    }

    private static string? UrlProblem(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
            return $"'{text}' is not a URL such as http://127.0.0.1:8090.";
        if (url.Scheme == "https") return $"The emulator serves http only, not '{text}'.";
        return url.AbsolutePath == "/" && url.Query.Length == 0 ? null : $"'{text}' must not have a path.";
    }
}
