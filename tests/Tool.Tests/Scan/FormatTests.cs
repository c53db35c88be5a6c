using System.Text.Json;
using System.Text.RegularExpressions;
using AgentsMigration.Tool.Scan;
using AgentsMigration.Tool.Scan.Formats;

namespace AgentsMigration.Tool.Tests.Scan;

public sealed partial class FormatTests
{
    private static readonly ScanResult Result = new(
        Path.Combine(Path.GetTempPath(), "shop"),
        [new("Shop", 12, 0, null), new("Old", 3, 1, "the SDK is missing"), new("New", 1, 2, null)],
        [
            new("Shop", "src/Run me.cs", 4, 9, 6, 2, "AGM4010", "A loop waits for a run", true, "OpenAI.Assistants",
                "'loop over AssistantClient.GetRun' becomes nothing", "while (a < b && c) { }", false),
            new("Shop", "src/Run me.cs", 8, 1, 8, 20, "AGM4001", "A run is created", true, "OpenAI.Assistants",
                "'AssistantClient.CreateRun' becomes 'ResponsesClient.CreateResponse'", "client.CreateRun(t, a)", true),
            new("Old", "old/Threads.cs", 1, 1, 1, 5, "AGM3013", "A property of a thread or message", false,
                "Azure.AI.Projects", "'AgentThread.Id' becomes 'ProjectConversation.Id'", "t.Id", true),
        ]);

    [Fact]
    public void Sarif_IsOneResultForEachSite_WithItsWholeSpan()
    {
        JsonElement log = JsonDocument.Parse(SarifFormat.Render(Result)).RootElement;
        JsonElement run = log.GetProperty("runs")[0];
        JsonElement first = run.GetProperty("results")[0];
        JsonElement place = first.GetProperty("locations")[0].GetProperty("physicalLocation");
        JsonElement region = place.GetProperty("region");

        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.Equal(3, run.GetProperty("results").GetArrayLength());
        Assert.Equal("src/Run%20me.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((4, 9, 6, 2), (Int(region, "startLine"), Int(region, "startColumn"), Int(region, "endLine"), Int(region, "endColumn")));
        Assert.Equal(["warning", "warning", "note"], run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("level").GetString()));
        Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.Equal(
            result.GetProperty("ruleId").GetString(),
            run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[Int(result, "ruleIndex")].GetProperty("id").GetString()));
    }

    [Fact]
    public void Html_NeedsNothingElse_AndEscapesCode()
    {
        string page = HtmlFormat.Render(Result, new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero));

        Assert.Contains("Scanned 2026-11-20 09:30 UTC", page, StringComparison.Ordinal);
        Assert.Contains("while (a &lt; b &amp;&amp; c) { }", page, StringComparison.Ordinal);
        Assert.Contains("</b> was read by its text alone: the SDK is missing", page, StringComparison.Ordinal);
        Assert.Contains("<b>New</b> has 2 sites that do not bind", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(OutsideResource(), page);
        Assert.DoesNotContain(Path.GetTempPath(), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_NothingFound_SaysSo() => Assert.Contains(
        "<h2>Nothing left</h2>",
        HtmlFormat.Render(Result with { Sites = [] }, DateTimeOffset.UnixEpoch),
        StringComparison.Ordinal);

    [Fact]
    public void Json_CountsSites()
    {
        JsonElement summary = JsonDocument.Parse(JsonFormat.Render(Result)).RootElement.GetProperty("summary");

        Assert.Equal((3, 2, 1), (Int(summary, "sites"), Int(summary, "automatic"), Int(summary, "needsYou")));
    }

    [Fact]
    public void Table_ListsProjectsRulesAndWhatNeedsAPerson()
    {
        using StringWriter writer = new();
        TableFormat.Write(Result, writer, isScreen: false);
        string table = writer.ToString();

        Assert.Matches(@"Shop\s+OpenAI\.Assistants\s+2\s+1\s+1", table);
        Assert.Matches(@"AGM4010\s+A loop waits for a run\s+1\s+0\s+1", table);
        Assert.Contains("src/Run me.cs:4  AGM4010", table, StringComparison.Ordinal);
        Assert.Contains("3 sites: 2 automatic, 1 need you. By hand about 0.4 h, with fixes about 0.4 h.", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Effort_CountsLoopsCallsAndTypesApart() => Assert.Equal((26.0 / 60, 21.0 / 60), (Result.Effort.ByHand, Result.Effort.WithFixes));

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    [GeneratedRegex("(src|@import|url\\()\\s*=?\\s*[\"']?https?:|<link|<script")]
    private static partial Regex OutsideResource();
}
