using System.Collections.Immutable;
using System.CommandLine;
using AgentsMigration.Analyzers.CodeFixes.Fixes;
using AgentsMigration.Analyzers.Rules;
using AgentsMigration.Tool.Output;
using AgentsMigration.Tool.Scan.Loading;

namespace AgentsMigration.Tool.Fix;

/// <summary><c>agents-migration fix</c>: rewrites to v2, or adopts the adapter, below a path.</summary>
internal sealed class FixCommand : Command
{
    private const int NothingLeft = 0;
    private const int SomethingLeft = 2;

    private readonly Argument<string> _path = new("path")
    {
        Description = "A solution, a project or a folder.",
        HelpName = "PATH",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string> _to = new("--to")
    {
        Description = "v2 rewrites the calls; adapter keeps them and puts the adapter under each client.",
        HelpName = "v2|adapter",
        DefaultValueFactory = _ => "v2",
    };

    private readonly Option<string?> _target = new("--target")
    {
        Description = "The v2 to rewrite for; without it, what .editorconfig says or the project's references suggest.",
        HelpName = "openai|foundry",
    };

    private readonly Option<string[]> _rules = new("--rules")
    {
        Description = "Only these rules, separated by commas.",
        HelpName = "AGM4001,AGM4010",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Change nothing; print what would change as a unified diff." };

    private readonly Option<FileInfo?> _patch = new("--patch")
    {
        Description = "Change nothing; write the unified diff to this file.",
        HelpName = "FILE",
    };

    public FixCommand()
        : base("fix", """
            Rewrite calls of the Assistants API and Agents (classic) to v2, or put the adapter under them.

            What cannot be rewritten safely stays, with a TODO that says why. A file that would not compile any more goes
            back to what it was.

            Exit code: 0 when nothing is left, 2 when something is, 1 when the fix could not run.

            Examples:
              agents-migration fix App.sln --dry-run
              agents-migration fix src --target openai
              agents-migration fix src --to adapter
              agents-migration fix App.csproj --patch migration.patch && git apply migration.patch
            """)
    {
        _to.AcceptOnlyFromAmong("v2", "adapter");
        _target.AcceptOnlyFromAmong("openai", "foundry");
        _path.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } path && !ScanTarget.IsKnown(path))
                result.AddError($"'{path}' is not a solution, a project or a folder.");
        });
        _patch.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Directory.Exists: false } file)
                result.AddError($"The folder of '{file}' does not exist.");
        });
        _rules.Validators.Add(result =>
        {
            foreach (string rule in Rules(result.GetValueOrDefault<string[]>() ?? []))
            {
                if (RuleTable.All.All(known => known.Id != rule)) result.AddError($"'{rule}' is not a rule; see docs/rules.");
            }
        });
        Validators.Add(result =>
        {
            // By the words given: values that are wrong have none.
            if (result.GetResult(_to)?.Tokens is [{ Value: "adapter" }] && result.GetResult(_target) is { Implicit: false })
                result.AddError("--target is for a rewrite to v2; the adapter is told its target where it is created.");
        });
        Arguments.Add(_path);
        Options.Add(_to);
        Options.Add(_target);
        Options.Add(_rules);
        Options.Add(_dryRun);
        Options.Add(_patch);
        SetAction((parsed, cancellationToken) => RunAsync(
            new(
                ScanTarget.Of(parsed.GetValue(_path)!),
                parsed.GetValue(_to) == "adapter",
                FixPreferences.Named(parsed.GetValue(_target)),
                Rules(parsed.GetValue(_rules) ?? []).ToImmutableHashSet() is { Count: > 0 } rules ? rules : null,
                parsed.GetValue(_dryRun) || parsed.GetValue(_patch) is not null),
            parsed.GetValue(_patch),
            cancellationToken));
    }

    private static IEnumerable<string> Rules(IEnumerable<string> values) =>
        values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(rule => rule.ToUpperInvariant());

    private static async Task<int> RunAsync(FixRequest request, FileInfo? patch, CancellationToken cancellationToken)
    {
        try
        {
            FixResult result = await Progress.ShowAsync(progress => Fixer.RunAsync(request, progress, cancellationToken));
            if (request.IsDryRun) await WriteDiffAsync(result, patch, cancellationToken);
            // The diff alone is on stdout, so that it can be piped on.
            FixTable.Write(result, request.IsDryRun, request.IsDryRun && patch is null ? Console.Error : Console.Out);
            return result.Problems.Count > 0 && result.Sites.Count == 0 ? Terminal.Fail("No project could be fixed.")
                : result.Left == 0 ? NothingLeft : SomethingLeft;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail(failure.Message);
        }
    }

    private static async Task WriteDiffAsync(FixResult result, FileInfo? patch, CancellationToken cancellationToken)
    {
        string diff = string.Concat(result.Files.Select(file => UnifiedDiff.Of(result.Relative(file.Path), file.Before, file.After)));
        if (patch is null) await Console.Out.WriteAsync(diff.AsMemory(), cancellationToken);
        else await File.WriteAllTextAsync(patch.FullName, diff, cancellationToken);
    }
}
