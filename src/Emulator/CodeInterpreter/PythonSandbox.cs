using System.Diagnostics;
using AgentsMigration.Emulator.Containers;

namespace AgentsMigration.Emulator.CodeInterpreter;

/// <summary>Runs code of the scripted model in a container's directory.</summary>
/// <remarks>
/// The child gets none of this process's environment, no input and no network, and is killed with its children at the
/// time limit. It protects against runaway samples; it is no boundary against hostile code.
/// </remarks>
internal sealed class PythonSandbox(
    PythonLocator locator, Library library, SandboxLimits limits, TimeProvider time)
{
    private const int MaximumErrorText = 16 * 1024;

    public async Task<Execution> RunAsync(Container container, string code, CancellationToken cancellationToken)
    {
        if (await locator.FindAsync() is not { } python) return Execution.Unavailable;
        await container.Turn.WaitAsync(cancellationToken);
        try
        {
            return await RunInTurnAsync(python, container, code, cancellationToken);
        }
        finally
        {
            container.Turn.Release();
        }
    }

    private async Task<Execution> RunInTurnAsync(
        string python, Container container, string code, CancellationToken cancellationToken)
    {
        PathMapping paths = new(container.DataFolder);
        string job = Path.Combine(container.WorkFolder, Path.GetRandomFileName());
        string codePath = job + ".py";
        string journalPath = job + ".jsonl";
        await File.WriteAllTextAsync(codePath, paths.ToLocal(code), cancellationToken);
        FolderSnapshot before = FolderSnapshot.Of(container.DataFolder);
        SandboxLimits own = limits.For(container.MemoryLimit);
        ProcessStartInfo start = Describe(python, container, [library.Harness, codePath, journalPath,
            container.ImageFolder, library.Folder, own.MemoryBytes.ToString(),
            ((int)Math.Ceiling(own.Time.TotalSeconds) + 1).ToString()]);
        (bool timedOut, string errors) = await WaitAsync(start, own.Time, cancellationToken);
        Journal journal = await Journal.ReadAsync(journalPath, paths, cancellationToken);
        IReadOnlyList<string> created = before.ChangesTo(FolderSnapshot.Of(container.DataFolder));
        if (journal.Ended) return new Execution(ExecutionStatus.Finished, journal.Outputs, journal.Error, created);
        string reason = timedOut
            ? $"The code was stopped after {own.Time.TotalSeconds:0.#} seconds."
            : "The code was stopped: it exceeded its memory or processor limit, or ended the interpreter.";
        string log = errors.Length > 0 ? paths.ToMounted(errors) + reason : reason;
        return new Execution(
            ExecutionStatus.Stopped, [.. journal.Outputs, new ExecutionOutput(log, null)], reason, created);
    }

    private static ProcessStartInfo Describe(string python, Container container, string[] arguments)
    {
        ProcessStartInfo start = new(python, ["-I", "-B", "-X", "utf8", .. arguments])
        {
            WorkingDirectory = container.DataFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = OperatingSystem.IsWindows() ? "" : "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = container.WorkFolder;
        start.Environment["TMPDIR"] = start.Environment["TEMP"] = start.Environment["TMP"] = container.WorkFolder;
        start.Environment["LANG"] = "C.UTF-8";

        // Numeric libraries reserve memory per thread; with a memory limit there must be few.
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        start.Environment["MPLBACKEND"] = "module://agents_mpl_backend";
        start.Environment["MPLCONFIGDIR"] = container.WorkFolder;
        if (Environment.GetEnvironmentVariable("SystemRoot") is { } systemRoot)
            start.Environment["SystemRoot"] = systemRoot;
        return start;
    }

    private async Task<(bool TimedOut, string Errors)> WaitAsync(
        ProcessStartInfo start, TimeSpan limit, CancellationToken cancellationToken)
    {
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = ReadAsync(process.StandardError);
        Task<string> output = ReadAsync(process.StandardOutput);
        using CancellationTokenSource clock = new(limit, time);
        using CancellationTokenSource either =
            CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return (true, "");
        }

        await output;
        return (false, await errors);
    }

    // Reads to the end, so that a chatty child never blocks, but keeps only the beginning.
    private static async Task<string> ReadAsync(StreamReader reader)
    {
        char[] buffer = new char[MaximumErrorText];
        int kept = await reader.ReadBlockAsync(buffer);
        char[] rest = new char[4096];
        while (await reader.ReadAsync(rest) > 0)
        {
        }

        return new string(buffer, 0, kept);
    }
}
