using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Reporting;
using AgentsMigration.Comparison.Tests.Support;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Tests;

/// <summary>What people and build servers get to see.</summary>
public sealed class ReportTests : IDisposable
{
    private const string Hostile = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1> \" ' </template></script>]]>\u0001";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("report-");

    [Fact]
    public async Task Html_InARealBrowser_ClicksThrough()
    {
        string file = Path.Combine(_folder.FullName, "report.html");
        await File.WriteAllTextAsync(file, HtmlReport.Render(await ReportAsync()), World.Cancelled);
        string screens = Environment.GetEnvironmentVariable("AGENTSMIGRATION_SCREENSHOTS") ?? _folder.FullName;

        JsonElement result = JsonElement.Parse(await Browsers.Report.RunAsync(null, World.Cancelled, "report.mjs", file, screens));
        Assert.SkipWhen(result.TryGetProperty("skipped", out JsonElement reason), reason.ValueKind == JsonValueKind.String ? reason.GetString()! : "");
        Assert.True(result.GetProperty("all").GetInt32() > result.GetProperty("differing").GetInt32());
    }

    [Fact]
    public async Task Html_HostileText_IsNeverMarkup()
    {
        string page = HtmlReport.Render(await ReportAsync());
        Assert.DoesNotContain("<script>window", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("</script>").Length - 1);
        Assert.Contains("&lt;script&gt;window.hacked=1", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!data:|#)", page);
    }

    [Fact]
    public async Task JUnit_Report_HasACaseForEachSession()
    {
        StringWriter text = new();
        JUnitReport.Write(await ReportAsync(), text);
        XElement suite = XDocument.Parse(text.ToString()).Root!;
        Assert.Equal(("2", "1", "0"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        Assert.Equal("message 2 (assistant): image 1: lost image", suite.Descendants("failure").Single().Attribute("message")!.Value);
    }

    /// <summary>A text is cut where it begins to differ, and a letter of two halves may stand at either cut.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void JUnit_TextCutWithinALetter_IsWhole(int shift)
    {
        string start = new string('x', shift) + string.Concat(Enumerable.Repeat("📊", 100));
        StringWriter text = new();
        JUnitReport.Write(ComparisonReport.Of(TranscriptComparison.Of(Saying(start + "a"), Saying(start + "b" + start))), text);
        string message = XDocument.Parse(text.ToString()).Descendants("failure").Single().Value;
        Assert.Equal(message.Count(char.IsHighSurrogate), message.Count(char.IsLowSurrogate));
    }

    [Fact]
    public async Task Json_Report_HasEveryDifference()
    {
        using MemoryStream stream = new();
        JsonReport.Write(await ReportAsync(), stream);
        JsonElement report = JsonElement.Parse(stream.ToArray());
        Assert.Equal("different", report.GetProperty("verdict").GetString());
        JsonElement[] differences = [.. report.GetProperty("sessions")[1].GetProperty("differences").EnumerateArray()];
        Assert.Contains(differences, difference => difference.GetProperty("kind").ValueEquals("changed tool argument"));
        Assert.Contains(differences, difference => difference.TryGetProperty("allowed", out _));
    }

    [Fact]
    public async Task Html_AllEqual_SaysSoAndOffersNoWayThroughDifferences()
    {
        SessionResult[] sessions = [.. (await ReportAsync()).Sessions.Take(1)];
        string page = HtmlReport.Render(new ComparisonReport("before", "after", [.. sessions, .. sessions]));
        Assert.Contains("<h1>All 2 sessions are equal</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Next difference", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"kinds\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OneOfManyCouldNotRun_SaysHowMany() => Assert.Contains(
        "<h1>1 of 2 sessions could not run</h1>",
        HtmlReport.Render(new ComparisonReport("a", "b", [new SessionResult("x", null, "No network."), new SessionResult("y", TranscriptComparison.Of(Empty, Empty), null)])),
        StringComparison.Ordinal);

    [Fact]
    public void Verdict_NothingCompared_IsNotRun()
    {
        Assert.Equal(Verdict.NotRun, new ComparisonReport("a", "b", []).Verdict);
        Assert.Contains("Could not run", HtmlReport.Render(new ComparisonReport("a", "b", [new SessionResult("x", null, "No network.")])), StringComparison.Ordinal);
    }

    private static Transcript Saying(string text) => new("talk", Wire.Legacy, [new MessageEntry("user", [new TextPart(text, [])])], []);

    private static Transcript Empty => new("empty", Wire.Legacy, [], []);

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<ComparisonReport> ReportAsync()
    {
        await using World world = await World.StartAsync();
        Recording left = await world.RecordAsync(world.Legacy(), LegacyApp.RunAsync);
        Recording right = left
            .With("content", content => content is JsonArray parts
                ? new JsonArray([.. parts.Where(part => part!["type"]!.GetValue<string>() != "image_file").Select(part => part!.DeepClone())])
                : content.DeepClone())
            .With("arguments", _ => """{"location":"Bergen","unit":"c"}""")
            .With("value", text => JsonValue.Create(text.GetValue<string>().Replace("Here is the chart.", Hostile, StringComparison.Ordinal)));
        return new ComparisonReport("before", "after",
        [
            new SessionResult("the same", TranscriptComparison.Of(Transcript.Of(left), Transcript.Of(left)), null),
            new SessionResult($"not the same {Hostile}", TranscriptComparison.Of(Transcript.Of(left), Transcript.Of(right)), null),
        ]);
    }
}
