using System.CommandLine;
using System.Globalization;

namespace AgentsMigration.Tool.Compare;

/// <summary>The command's arguments and options.</summary>
internal sealed class CompareOptions
{
    private const string Aspects = "text, whole, code, tools, arguments, outputs, results, files, names, annotations, streams, fields, lists or nulls";

    public Argument<string> Left { get; } = new("left")
    {
        Description = "What was: a recording, a folder of recordings, or an endpoint.",
        HelpName = "LEFT",
    };

    public Argument<string> Right { get; } = new("right")
    {
        Description = "What is: a recording, a folder, an endpoint, or 'emulator': the adapter before the local emulator.",
        HelpName = "RIGHT",
    };

    public Option<string?> Scenario { get; } = new("--scenario")
    {
        Description = "For two endpoints: the recording, or folder, whose requests both get. Default: a short conversation.",
        HelpName = "PATH",
    };

    public Option<FileInfo?> Html { get; } = Output("--html", "Write the page with both sides beside each other.");

    public Option<FileInfo?> JUnit { get; } = Output("--junit", "Write a test report for a build server.");

    public Option<FileInfo?> Json { get; } = Output("--json", "Write all differences for programs.");

    public Option<string[]> Same { get; } = List("--same", $"What must be the same beyond the usual: {Aspects}.");

    public Option<string[]> Allow { get; } = List("--allow", "What may differ, of the same list.");

    public Option<double?> Usage { get; } = Number("--usage", "PART", "How far tokens may be apart: 0.1 for a tenth. Default: they may be anything.", 0);

    public Option<double?> Slowdown { get; } = Number(
        "--slowdown", "TIMES", "How many times as long the right side's runs may take. Default: any time.", 1);

    public Option<FileInfo?> Accept { get; } = new("--accept")
    {
        Description = "Differences that are right, with reasons: [{\"session\":\"chart*\",\"where\":\"message 2*\",\"reason\":\"…\"}].",
        HelpName = "FILE",
    };

    public Option<string?> LeftKey { get; } = Key("--left-key", "AGENTS_MIGRATION_LEFT_KEY", "left");

    public Option<string?> RightKey { get; } = Key("--right-key", "AGENTS_MIGRATION_RIGHT_KEY", "right");

    public IEnumerable<Option> All => [Scenario, Html, JUnit, Json, Same, Allow, Usage, Slowdown, Accept, LeftKey, RightKey];

    private static Option<FileInfo?> Output(string name, string description)
    {
        Option<FileInfo?> option = new(name) { Description = description, HelpName = "FILE" };
        option.Validators.Add(result =>
        {
            FileInfo? file = result.GetValueOrDefault<FileInfo?>();
            if (file is not null && Directory.Exists(file.FullName))
                result.AddError($"{name}: '{file}' is a folder; name a file in it.");
            else if (file is { Directory.Exists: false })
                result.AddError($"The folder of '{file}' does not exist.");
        });
        return option;
    }

    private static Option<double?> Number(string name, string unit, string description, double least) => new(name)
    {
        Description = description,
        HelpName = unit,
        CustomParser = result =>
        {
            string text = result.Tokens.Single().Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && double.IsFinite(value))
                return value;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: '{text}' is no number of at least {least}, such as {least + 0.5}."));
            return null;
        },
    };

    private static Option<string[]> List(string name, string description)
    {
        Option<string[]> option = new(name)
        {
            Description = description,
            HelpName = "LIST",
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        };
        option.Validators.Add(result =>
        {
            foreach (string unknown in (result.GetValueOrDefault<string[]>() ?? []).Where(aspect => !RuleSettings.IsKnown(aspect)))
                result.AddError($"{name}: '{unknown}' is not one of {Aspects}.");
        });
        return option;
    }

    private static Option<string?> Key(string name, string variable, string side) => new(name)
    {
        Description = $"The {side} endpoint's key. Default: the variable {variable}, which keeps it out of the shell's history.",
        HelpName = "KEY",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable),
    };
}
