using System.CommandLine;
using AgentsMigration.Gateway.Security;
using AgentsMigration.Tool.Output;

namespace AgentsMigration.Tool.Serve;

/// <summary><c>agents-migration serve key</c>: a new key for a caller, and its hash for the settings.</summary>
internal sealed class KeyCommand : Command
{
    private readonly Option<string?> _tenant = new("--tenant")
    {
        Description = "Whose key it is; tenants do not see each other's assistants, threads, runs and files.",
        HelpName = "NAME",
    };

    public KeyCommand()
        : base("key", """
            Make a key: the caller gets the key, the settings get its hash.

            Example:
              agents-migration serve key --tenant shop
            """)
    {
        Options.Add(_tenant);
        SetAction(parsed => Run(parsed.GetValue(_tenant)));
    }

    private static int Run(string? tenant)
    {
        try
        {
            (string key, string setting) = GatewayKey.Make(tenant);
            Terminal.WriteLine($"For the caller:   {key}");
            Terminal.WriteLine($"For the settings: {setting}");
            return 0;
        }
        catch (FormatException failure)
        {
            return Terminal.Fail($"--tenant: {failure.Message}.");
        }
    }
}
