using System.CommandLine;
using AgentsMigration.Tool.Output;
using AgentsMigration.Tool.Scan.Formats;
using AgentsMigration.Tool.Scan.Loading;

namespace AgentsMigration.Tool.Scan;

/// <summary><c>agents-migration scan</c>: every legacy call site below a path.</summary>
internal sealed class ScanCommand : Command
{
    private const int NothingLeft = 0;
    private const int SomethingLeft = 2;

    private readonly Argument<string> _path = new("path")
    {
        Description = "A solution, a project or a folder.",
        HelpName = "PATH",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How to report: table, json, sarif or html.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "table",
    };

    private readonly Option<FileInfo?> _output = new("--output", "-o")
    {
        Description = "Write the report to this file.",
        HelpName = "FILE",
    };

    public ScanCommand()
        : base("scan", """
            Find every call of the Assistants API and Agents (classic), and say what it becomes.

            Exit code: 0 when nothing is left, 2 when something is, 1 when the scan could not run.

            Examples:
              agents-migration scan
              agents-migration scan App.sln --format html --output report.html
              agents-migration scan src --format sarif --output scan.sarif
            """)
    {
        _format.AcceptOnlyFromAmong(ReportFormats.Names);
        _path.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } path && !ScanTarget.IsKnown(path))
                result.AddError($"'{path}' is not a solution, a project or a folder.");
        });
        _output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Directory.Exists: false } file)
                result.AddError($"The folder of '{file}' does not exist.");
        });
        Arguments.Add(_path);
        Options.Add(_format);
        Options.Add(_output);
        SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(_path)!, parsed.GetValue(_format)!, parsed.GetValue(_output), cancellationToken));
    }

    private static async Task<int> RunAsync(
        string path, string format, FileInfo? output, CancellationToken cancellationToken)
    {
        try
        {
            ScanResult result = await Progress.ShowAsync(
                progress => Scanner.ScanAsync(ScanTarget.Of(path), progress, cancellationToken));
            if (output is null)
            {
                ReportFormats.Write(format, result, Console.Out, isScreen: !Console.IsOutputRedirected);
            }
            else
            {
                await using StreamWriter file = new(output.FullName);
                ReportFormats.Write(format, result, file, isScreen: false);
                Console.Error.WriteLine($"{result.Sites.Count} sites, {result.NeedsYou} of them need you: {output}");
            }

            return result.Sites.Count == 0 ? NothingLeft : SomethingLeft;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail(failure.Message);
        }
    }
}
