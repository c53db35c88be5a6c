using System.ComponentModel;
using System.Diagnostics;

namespace AgentsMigration.Emulator.CodeInterpreter;

/// <summary>Finds the interpreter once: the real executable behind whatever shim is on the path.</summary>
internal sealed class PythonLocator(string? configured)
{
    private const string Probe = "import sys; assert sys.version_info >= (3, 8); print(sys.executable)";
    private readonly Lock _gate = new();
    private Task<string?>? _found;

    public Task<string?> FindAsync()
    {
        lock (_gate) return _found ??= SearchAsync();
    }

    private async Task<string?> SearchAsync()
    {
        foreach (string candidate in configured is null ? ["python3", "python"] : new[] { configured })
            if (await ProbeAsync(candidate) is { } path)
                return path;
        return null;
    }

    private static async Task<string?> ProbeAsync(string candidate)
    {
        ProcessStartInfo start = new(candidate, ["-I", "-c", Probe])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string path = (await process.StandardOutput.ReadToEndAsync()).Trim();
            await errors;
            await process.WaitForExitAsync();
            return process.ExitCode == 0 && File.Exists(path) ? path : null;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }
}
