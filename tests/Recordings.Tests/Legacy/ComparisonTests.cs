using System.Text.Json;
using AgentsMigration.Comparison.Replaying;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>The comparison is worth something: whatever is changed in an answer, it says so.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("openai-dotnet__AssistantsTests__BasicRunOperationsWorkAsync.json")]
    [InlineData("openai-dotnet__AssistantsTests__FileSearchWorksAsync.json")]
    [InlineData("openai-dotnet__AssistantsTests__ThreadWithInitialMessagesWorksAsync.json")]
    [InlineData("openai-dotnet__VectorStoresTests__CanAssociateFilesAsync.json")]
    [InlineData("alexrudall__ruby-openai__runs_create.json")]
    [InlineData("index-47522364628__v2_message_file_path_md_nonascii.json")]
    public async Task Compare_AnswerWithOneChange_ReportsIt(string file)
    {
        IReadOnlyList<ReplayedExchange> exchanges = await ReplayWorld.ReplayAsync(file, Target.OpenAI, TestContext.Current.CancellationToken);
        int changes = 0;
        foreach (ReplayedExchange exchange in exchanges)
        {
            JsonElement recorded = exchange.Recorded.Response!.Value;
            IReadOnlyList<Difference> before = AnswerComparer.Compare(recorded, exchange.Answer.Body, exchange.Ids).Differences;
            foreach ((string change, JsonElement changed) in Mutations.Of(exchange.Answer.Body, recorded))
            {
                changes++;
                Assert.True(
                    AnswerComparer.Compare(recorded, changed, exchange.Ids).Differences.Except(before).Any(),
                    $"{exchange.Recorded.Method} {exchange.Recorded.Path}: {change} goes unnoticed.");
            }
        }
        Assert.True(changes > 20, $"Only {changes} changes were tried.");
    }

    [Theory]
    [InlineData("""{"a":"x"}""", """{}""", "$.a: missing")]
    [InlineData("""{"a":null}""", """{"a":1}""", "$.a: 1 where the service had null")]
    [InlineData("""{"a":1.0}""", """{"a":1}""", "$.a: \"1\" where the service had \"1.0\"")]
    [InlineData("""{"status":"queued"}""", """{"status":"done"}""", "$.status: \"done\" where the service had \"queued\"")]
    [InlineData("""{"created_at":1}""", """{"created_at":null}""", "$.created_at: null where the service had 1")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "$.a: 2 items where the service had 1")]
    [InlineData("""{"id":"run_aaaaaaaaaaaaaaaaaaaaaaaa"}""", """{"id":"msg_aaaaaaaaaaaaaaaaaaaaaaaa"}""", "$.id: \"msg_aaaaaaaaaaaaaaaaaaaaaaaa\" is not of the kind of \"run_aaaaaaaaaaaaaaaaaaaaaaaa\"")]
    public void Compare_Difference_IsNamed(string recorded, string ours, string expected) =>
        Assert.Equal([expected], AnswerComparer.Compare(JsonElement.Parse(recorded), JsonElement.Parse(ours), new IdMap()).Differences.Select(difference => difference.ToString()));

    [Theory]
    [InlineData("""{"a":"x"}""", """{"a":"x","b":1}""")]
    [InlineData("""{"created_at":1}""", """{"created_at":2}""")]
    [InlineData("""{"a":["run_aaaaaaaaaaaaaaaaaaaaaaaa"]}""", """{"a":["run_bbbbbbbbbbbbbbbbbbbbbbbb"]}""")]
    public void Compare_WhatMayDiffer_IsNotReported(string recorded, string ours) =>
        Assert.Empty(AnswerComparer.Compare(JsonElement.Parse(recorded), JsonElement.Parse(ours), new IdMap()).Differences);

    [Fact]
    public void Compare_OneIdForTwoThings_IsReported()
    {
        JsonElement recorded = JsonElement.Parse("""["run_aaaaaaaaaaaaaaaaaaaaaaaa","run_bbbbbbbbbbbbbbbbbbbbbbbb"]""");
        JsonElement ours = JsonElement.Parse("""["run_cccccccccccccccccccccccc","run_cccccccccccccccccccccccc"]""");
        Assert.Single(AnswerComparer.Compare(recorded, ours, new IdMap()).Differences);
    }

    [Fact]
    public void Compare_ErrorText_MustNameOurIds()
    {
        IdMap ids = new();
        ids.Bind("run_aaaaaaaaaaaaaaaaaaaaaaaa", "run_bbbbbbbbbbbbbbbbbbbbbbbb");
        JsonElement recorded = JsonElement.Parse("""{"message":"No run run_aaaaaaaaaaaaaaaaaaaaaaaa."}""");
        Assert.Empty(AnswerComparer.Compare(recorded, JsonElement.Parse("""{"message":"No run run_bbbbbbbbbbbbbbbbbbbbbbbb."}"""), ids).Differences);
        Assert.Single(AnswerComparer.Compare(recorded, recorded, ids).Differences);
    }
}
