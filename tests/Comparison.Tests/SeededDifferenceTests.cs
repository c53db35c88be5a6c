using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Tests.Support;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Tests;

/// <summary>Each difference that a migration can make is found and called by its name; what may differ is not.</summary>
public sealed class SeededDifferenceTests(SeededDifferenceTests.Session session) : IClassFixture<SeededDifferenceTests.Session>
{
    private readonly Recording _session = session.Recording!;

    [Fact]
    public void Compare_Itself_IsEqual() => Compare(_session).AssertEqual();

    [Fact]
    public void Compare_AnotherRun_IsEqual() => TranscriptComparison.Of(Transcript.Of(_session), Transcript.Of(session.Second!), ComparisonRules.Strict).AssertEqual();

    [Fact]
    public void Transcript_OfAProjectCalledAgents_IsLegacy() => Assert.Equal(
        Wire.Legacy,
        Transcript.Of(_session with { Exchanges = [.. _session.Exchanges.Select(one => one with { Path = one.Path.Replace("/v1/", "/api/projects/agents/", StringComparison.Ordinal) })] }).Wire);

    [Fact]
    public void Compare_OtherWording_IsEqual() =>
        Compare(_session.With("value", text => Text(text).Replace("Here is", "See", StringComparison.Ordinal))).AssertEqual();

    [Fact]
    public void Compare_OtherWordingUnderStrictRules_IsFound()
    {
        Recording other = _session.With("value", text => Text(text).Replace("Here is", "See", StringComparison.Ordinal));
        AssertFound(TranscriptComparison.Of(Transcript.Of(_session), Transcript.Of(other), ComparisonRules.Strict), DifferenceKind.OtherText, "message 2 (assistant): text");
    }

    [Fact]
    public void Compare_LostImage_IsNamed() =>
        AssertFound(Compare(WithoutPart("image_file")), DifferenceKind.LostImage, "message 2 (assistant): image 1");

    [Fact]
    public void Compare_MissingAnnotation_IsNamed() =>
        AssertFound(Compare(_session.With("annotations", _ => new JsonArray())), DifferenceKind.LostAnnotation, "message 2 (assistant): annotation 1");

    [Fact]
    public void Compare_ChangedArgument_IsNamed() =>
        AssertFound(
            Compare(_session.With("arguments", arguments => JsonValue.Create(Text(arguments).Replace("Oslo", "Bergen", StringComparison.Ordinal)))),
            DifferenceKind.OtherArgument, "tool call 1 (get_weather): argument location");

    [Fact]
    public void Compare_ReorderedMessage_IsNamed()
    {
        Transcript right = Transcript.Of(_session);
        List<TranscriptEntry> entries = [.. right.Entries];
        int first = entries.FindIndex(entry => entry is MessageEntry { Role: "user" });
        int second = entries.FindLastIndex(entry => entry is MessageEntry { Role: "user" });
        (entries[first], entries[second]) = (entries[second], entries[first]);
        TranscriptComparison comparison = TranscriptComparison.Of(Transcript.Of(_session), right with { Entries = entries });
        Assert.Contains(comparison.Differences, difference => difference.Kind == DifferenceKind.Moved && difference.Where == "message 1 (user)");
        Assert.All(comparison.Differences, difference => Assert.Equal(DifferenceKind.Moved, difference.Kind));
    }

    [Fact]
    public void Compare_SwappedAnswers_AreReordered()
    {
        Recording swapped = _session.With(root =>
        {
            if (root["object"]?.GetValue<string>() != "list")
                return;
            JsonArray data = root["data"]!.AsArray();
            JsonNode one = data[1]!["content"]!.DeepClone(), other = data[3]!["content"]!.DeepClone();
            (data[1]!["content"], data[3]!["content"]) = (other, one);
        });
        Assert.Contains(Compare(swapped).Differences, difference => difference.Kind == DifferenceKind.Moved && difference.Where == "message 2 (assistant)");
    }

    [Fact]
    public void Compare_ListInAnotherOrder_IsReordered() => AssertFound(
        Compare(WithListed(data => (data[0], data[2]) = (data[2]!.DeepClone(), data[0]!.DeepClone()))), DifferenceKind.Moved, "message 1 (user)");

    [Fact]
    public void Compare_ListThatHasAMessageTwice_IsNamed() =>
        AssertFound(Compare(WithListed(data => data.Add(data[3]!.DeepClone()))), DifferenceKind.Additional, "message 5 (assistant)");

    [Fact]
    public void Compare_ListThatLacksAMessage_IsNamed() =>
        AssertFound(Compare(WithListed(data => data.RemoveAt(2))), DifferenceKind.Missing, "message 3 (user): in the list");

    [Fact]
    public void Compare_AnswerThatBreaksOff_IsNamed()
    {
        Recording other = _session.With("value", text => Text(text).StartsWith("Here is the", StringComparison.Ordinal) ? "Here is the" : text.DeepClone());
        AssertFound(Compare(other), DifferenceKind.CutText, "message 2 (assistant): text");
        TranscriptComparison.Of(Transcript.Of(_session), Transcript.Of(other), ComparisonRules.Default with { WholeText = false }).AssertEqual();
    }

    [Fact]
    public void Compare_AnswerWithoutWords_IsNamed() => AssertFound(
        Compare(WithListed(data => data[3]!["content"]![0]!["text"]!["value"] = "")),
        DifferenceKind.CutText, "message 4 (assistant): text");

    [Fact]
    public void Compare_SwappedFile_IsNamed()
    {
        Recording other = _session with
        {
            Exchanges = [.. _session.Exchanges.Select(exchange => exchange.ResponseText == "x,y" ? exchange with { ResponseText = "other" } : exchange)],
        };
        TranscriptComparison comparison = Compare(other);
        AssertFound(comparison, DifferenceKind.OtherFile, "message 2 (assistant): annotation 1");
        Assert.Contains("left:  report.csv (3 bytes): x,y\n  right: report.csv (5 bytes): other", Assert.Throws<ComparisonFailedException>(comparison.AssertEqual).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_SwappedImage_IsNamed() =>
        AssertFound(Compare(WithImage(png => [.. png[..100], .. png[101..]])), DifferenceKind.OtherImage, "message 2 (assistant): image 1");

    [Fact]
    public void Compare_SamePixelsInAnotherEncoding_IsEqual()
    {
        Recording other = WithImage(PngEncoding.Recompress);
        Assert.NotEqual(Image(_session).ToArray(), Image(other).ToArray());
        Compare(other).AssertEqual();
    }

    [Fact]
    public void Compare_MissingMessage_IsNamed() =>
        AssertFound(
            Compare(_session.With(root =>
            {
                if (root["object"]?.GetValue<string>() == "list")
                    root["data"]!.AsArray().RemoveAt(3);
            })),
            DifferenceKind.Missing, "message 4 (assistant)");

    [Fact]
    public void Compare_OtherEnd_IsNamed() =>
        AssertFound(
            Compare(_session.With("status", status => Text(status) == "completed" ? "failed" : status.DeepClone())),
            DifferenceKind.OtherStatus, "run 1: status");

    [Fact]
    public void Compare_OtherError_IsNamed() =>
        AssertFound(
            Compare(_session.With("message", text => JsonValue.Create("Something else."))),
            DifferenceKind.OtherError, "error 1 (GET /v1/threads/{id})");

    [Fact]
    public void Compare_ChangedField_IsNamed() =>
        AssertFound(
            Compare(_session.With("name", name => Text(name) == "Helper" ? "Other" : name.DeepClone())),
            DifferenceKind.OtherField, "assistant created (1): $.name");

    [Fact]
    public void Compare_MoreTokensThanTolerated_IsFound()
    {
        Recording other = _session.With("prompt_tokens", tokens => tokens.GetValue<int>() * 2);
        Compare(other).AssertEqual();
        Assert.Contains(
            TranscriptComparison.Of(Transcript.Of(_session), Transcript.Of(other), ComparisonRules.Default with { UsageTolerance = 0.2 }).Differences,
            difference => difference.Kind == DifferenceKind.OtherUsage);
    }

    [Fact]
    public void Compare_AcceptedDifference_ShowsItsReason()
    {
        ComparisonRules rules = ComparisonRules.Default with { Accepted = [new AcceptedDifference("sess*", "message 2*image*", "Drawn anew.")] };
        TranscriptComparison comparison = TranscriptComparison.Of(Transcript.Of(_session), Transcript.Of(WithoutPart("image_file")), rules);
        comparison.AssertEqual();
        Assert.Contains(comparison.Pairs.SelectMany(pair => pair.Differences), difference => difference.Allowance == "Drawn anew.");
    }

    private static void AssertFound(TranscriptComparison comparison, DifferenceKind kind, string where)
    {
        TranscriptDifference first = comparison.Differences[0];
        Assert.Equal((kind, where), (first.Kind, first.Where));
        string message = Assert.Throws<ComparisonFailedException>(comparison.AssertEqual).Message;
        Assert.Contains($"{where}: {DifferenceNames.Of(kind)}\n  left:  {first.Left}\n  right: {first.Right}", message, StringComparison.Ordinal);
    }

    private TranscriptComparison Compare(Recording other) => TranscriptComparison.Of(Transcript.Of(_session), Transcript.Of(other));

    private Recording WithListed(Action<JsonArray> change) => _session.With(root =>
    {
        if (root["object"]?.GetValue<string>() == "list")
            change(root["data"]!.AsArray());
    });

    private Recording WithoutPart(string type) => _session.With("content", content =>
        content is JsonArray parts ? new JsonArray([.. parts.Where(part => part!["type"]!.GetValue<string>() != type).Select(part => part!.DeepClone())]) : content.DeepClone());

    private Recording WithImage(Func<byte[], byte[]> change) => _session with
    {
        Exchanges = [.. _session.Exchanges.Select(exchange => exchange.ResponseBytes is { } bytes ? exchange with { ResponseBytes = change(bytes.ToArray()) } : exchange)],
    };

    private static ReadOnlyMemory<byte> Image(Recording recording) => recording.Exchanges.Single(exchange => exchange.ResponseBytes is not null).ResponseBytes!.Value;

    private static string Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : "";

    /// <summary>The legacy app's session, twice, made once for all tests.</summary>
    public sealed class Session : IAsyncLifetime
    {
        public Recording? Recording { get; private set; }

        public Recording? Second { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await using World world = await World.StartAsync();
            Recording = await world.RecordAsync(world.Legacy(), LegacyApp.RunAsync);
            Second = await world.RecordAsync(world.Legacy(), LegacyApp.RunAsync);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
