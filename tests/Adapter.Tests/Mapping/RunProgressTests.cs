using System.Text.Json;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Tests.Mapping;

public sealed class RunProgressTests
{
    private const long Now = 1_780_000_100;

    private static readonly RunRecord Queued = new()
    {
        Id = "run_1",
        ThreadId = "thread_1",
        AssistantId = "asst_1",
        CreatedAt = 1_780_000_000,
        ExpiresAt = 1_780_000_600,
        Settings = new RunSettings { Model = "gpt-4o" },
        Plan = new RunPlan(),
        Responses = ["resp_1"],
        Status = RunStatus.Queued,
    };

    [Fact]
    public void Apply_Queued_ChangesNothing() => Assert.Equal(Queued, Apply("""{"status":"queued"}"""));

    [Fact]
    public void Apply_InProgress_StartsOnce()
    {
        RunRecord started = Apply("""{"status":"in_progress"}""");
        RunRecord again = RunProgress.Apply(started, JsonElement.Parse("""{"status":"in_progress"}"""), Now + 50);

        Assert.Equal((RunStatus.InProgress, Now, 1_780_000_600), (started.Status, started.StartedAt, started.ExpiresAt));
        Assert.Equal(started, again);
    }

    [Fact]
    public void Apply_Completed_EndsWithUsageAndWithoutExpiry()
    {
        RunRecord run = Apply(
            """
            {"status":"completed","created_at":1780000000.4,"completed_at":1780000090,"output":[{"type":"message"}],
             "usage":{"input_tokens":7,"input_tokens_details":{"cached_tokens":2},"output_tokens":5,
                      "output_tokens_details":{"reasoning_tokens":1},"total_tokens":12}}
            """);

        Assert.Equal((RunStatus.Completed, 1_780_000_000, 1_780_000_090), (run.Status, run.StartedAt, run.CompletedAt));
        Assert.Null(run.ExpiresAt);
        Assert.Equal(new TokenUsage(7, 5, 12, 2, 1), run.Usage);
    }

    [Fact]
    public void Apply_CompletedWithFunctionCalls_RequiresAction()
    {
        RunRecord run = Apply(
            """
            {"status":"completed","output":[
              {"type":"function_call","id":"fc_1","call_id":"call_a","name":"f","arguments":"{\"x\":1}"},
              {"type":"function_call","id":"fc_2","call_id":"call_b","name":"g","arguments":""}]}
            """);

        Assert.Equal(RunStatus.RequiresAction, run.Status);
        Assert.Equal([new ToolCall("call_a", "f", """{"x":1}"""), new ToolCall("call_b", "g", "")], run.OpenToolCalls);
        Assert.Equal(1_780_000_600, run.ExpiresAt);
    }

    [Theory]
    [InlineData("max_output_tokens", "max_completion_tokens")]
    [InlineData("content_filter", "content_filter")]
    public void Apply_Incomplete_NamesTheLegacyReason(string reason, string expected)
    {
        RunRecord run = Apply($$"""{"status":"incomplete","incomplete_details":{"reason":"{{reason}}"} }""");

        Assert.Equal((RunStatus.Incomplete, expected), (run.Status, run.IncompleteReason));
    }

    [Theory]
    [InlineData("server_error", "server_error")]
    [InlineData("rate_limit_exceeded", "rate_limit_exceeded")]
    [InlineData("insufficient_quota", "rate_limit_exceeded")]
    [InlineData("vector_store_timeout", "server_error")]
    [InlineData("invalid_prompt", "invalid_prompt")]
    [InlineData("invalid_image_url", "invalid_prompt")]
    [InlineData("failed_to_download_image", "server_error")]
    [InlineData("something_new", "server_error")]
    public void Apply_Failed_GivesALegacyCodeAndTheTextAsItIs(string code, string expected)
    {
        RunRecord run = Apply($$"""{"status":"failed","error":{"code":"{{code}}","message":"Why."} }""");

        Assert.Equal((RunStatus.Failed, Now), (run.Status, run.FailedAt));
        Assert.Equal(new RunError(expected, "Why."), run.LastError);
    }

    [Fact]
    public void Apply_FailedWithAV2Id_TellsOfTheThread() =>
        Assert.Equal(
            "The thread thread_1 is gone.",
            Apply("""{"status":"failed","error":{"code":"server_error","message":"The conversation conv_1 is gone."} }""").LastError?.Message);

    [Fact]
    public void Apply_Cancelled_IsStamped() =>
        Assert.Equal((RunStatus.Cancelled, Now), (Apply("""{"status":"cancelled"}""") is var run ? run.Status : "", run.CancelledAt));

    private static RunRecord Apply(string response) => RunProgress.Apply(Queued, JsonElement.Parse(response), Now);
}
