using AgentsMigration.TestSupport;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>Every response that a service was recorded to give, as the answer to a run.</summary>
public sealed class ResponseTests
{
    /// <summary>What the facts are about: each of these must occur, or the facts hold of nothing.</summary>
    private static readonly string[] Expected =
    [
        "message", "reasoning", "code_interpreter_call", "file_search_call", "function_call", "web_search_call", "mcp_call",
        "mcp_list_tools", "mcp_approval_request", "custom_tool_call", "apply_patch_call", "shell_call", "shell_call_output",
    ];

    public static TheoryData<string> Files => [.. UpstreamBody.Of("response").Select(body => body.File).Distinct()];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Files))]
    public async Task Run_RecordedResponses_BecomeLegacyAnswersThatKeepWhatTheySay(string file)
    {
        List<string> broken = [];
        foreach (UpstreamBody body in UpstreamBody.Of("response").Where(body => body.File == file))
            broken.AddRange(ResponseFacts.Broken(await ResponseRun.FeedAsync(body)).Select(fact => $"{body}: {fact}"));
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void Recordings_HaveEachKindOfItem()
    {
        Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");
        string[] types = [.. UpstreamBody.Of("response").SelectMany(body => body.ItemTypes).Distinct()];
        Assert.Equal(Expected.Order(), types.Order());
    }
}
