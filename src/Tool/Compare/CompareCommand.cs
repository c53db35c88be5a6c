using System.CommandLine;
using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Reporting;
using AgentsMigration.Tool.Output;

namespace AgentsMigration.Tool.Compare;

/// <summary><c>agents-migration compare</c>: an app's sessions before and after, side by side.</summary>
internal sealed class CompareCommand : Command
{
    /// <summary>Also what wrong arguments give: nothing was compared.</summary>
    public const int NotRun = 2;

    private readonly CompareOptions _options = new();

    public CompareCommand()
        : base("compare", """
            Compare recorded or live sessions: messages, images, files, tool calls, statuses and errors.

            Ids, times, how often an app had to ask and a model's words may differ; everything else is a difference.
            Exit code: 0 when the sides are equal, 1 when they are different, 2 when they could not be compared.

            Examples:
              agents-migration compare before.json after.json --html report.html
              agents-migration compare recordings http://127.0.0.1:8080/v1 --html report.html --junit report.xml
              agents-migration compare recordings emulator --html report.html
              agents-migration compare https://res.openai.azure.com/openai?api-version=2024-05-01-preview http://127.0.0.1:8080/openai?api-version=2024-05-01-preview
              agents-migration compare before.json after.json --same text --allow names --accept accepted.json
            """)
    {
        Arguments.Add(_options.Left);
        Arguments.Add(_options.Right);
        foreach (Option option in _options.All)
            Options.Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            ComparedSide left = Find(parsed.GetValue(_options.Left)!, parsed.GetValue(_options.LeftKey), "LEFT");
            ComparedSide right = Find(parsed.GetValue(_options.Right)!, parsed.GetValue(_options.RightKey), "RIGHT");
            RecordingSide? scenario = FindScenario(parsed.GetValue(_options.Scenario), left, right);
            ComparisonRules rules = RuleSettings.Read(
                parsed.GetValue(_options.Same) ?? [],
                parsed.GetValue(_options.Allow) ?? [],
                parsed.GetValue(_options.Usage),
                parsed.GetValue(_options.Slowdown),
                parsed.GetValue(_options.Accept));
            ComparisonReport report = await new ComparisonRun(left, right, scenario, rules).RunAsync(Show, cancellationToken);
            await WriteAsync(parsed, report, cancellationToken);
            Terminal.WriteLine(Summary(report));
            return report.Verdict switch
            {
                Verdict.Equal => 0,
                Verdict.Different => 1,
                _ => NotRun,
            };
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Terminal.Fail(problem.Message);
            return NotRun;
        }
    }

    private static ComparedSide Find(string text, string? key, string argument) => ComparedSide.Find(text, key)
        ?? throw new InvalidDataException($"{argument}: '{text}' is no recording, no folder, no http(s) address and not 'emulator'.");

    private static RecordingSide? FindScenario(string? path, ComparedSide left, ComparedSide right)
    {
        if (left is RecordingSide || right is RecordingSide)
        {
            return path is null
                ? null
                : throw new InvalidDataException("--scenario is for two endpoints; a recording brings its own requests.");
        }
        string found = path ?? Path.Combine(AppContext.BaseDirectory, "scenarios");
        return ComparedSide.Find(found, null) as RecordingSide
            ?? throw new InvalidDataException($"--scenario: '{path}' is no recording and no folder.");
    }

    private static void Show(SessionResult session) => Terminal.WriteLine(session switch
    {
        { Problem: { } problem } => $"not run    {session.Name}: {problem}",
        { Verdict: Verdict.Equal } => $"equal      {session.Name}",
        _ => $"different  {session.Name}: {session.Comparison!.Differences[0]}",
    });

    private async Task WriteAsync(ParseResult parsed, ComparisonReport report, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_options.Html) is { } html)
            await File.WriteAllTextAsync(html.FullName, HtmlReport.Render(report), cancellationToken);
        if (parsed.GetValue(_options.JUnit) is { } junit)
        {
            await using StreamWriter writer = new(junit.FullName);
            JUnitReport.Write(report, writer);
        }
        if (parsed.GetValue(_options.Json) is { } json)
        {
            await using FileStream stream = json.Create();
            JsonReport.Write(report, stream);
        }
    }

    private static string Summary(ComparisonReport report) =>
        $"{report.Sessions.Count(session => session.Verdict == Verdict.Equal)} equal, "
        + $"{report.Sessions.Count(session => session.Verdict == Verdict.Different)} different, "
        + $"{report.Sessions.Count(session => session.Verdict == Verdict.NotRun)} not run";
}
