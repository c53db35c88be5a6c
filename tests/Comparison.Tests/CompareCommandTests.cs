using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Adapter;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Tests.Support;
using AgentsMigration.Gateway;
using AgentsMigration.TestSupport;
using AgentsMigration.Tool.Tests;

namespace AgentsMigration.Comparison.Tests;

/// <summary>The command as people run it: a process of its own.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compare-");

    [Fact]
    public async Task Compare_TwoEqualRecordings_ExitsWith0()
    {
        Recording session = await RecordAsync();
        (int exitCode, string output, _) = await ToolProcess.RunAsync("compare", Save("before", session), Save("after", session));
        Assert.Equal((0, "equal      before\n1 equal, 0 different, 0 not run\n"), (exitCode, output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Compare_LostImage_ExitsWith1AndNamesItEverywhere()
    {
        Recording session = await RecordAsync();
        Recording other = session.With("content", content => content is JsonArray parts
            ? new JsonArray([.. parts.Where(part => part!["type"]!.GetValue<string>() != "image_file").Select(part => part!.DeepClone())])
            : content.DeepClone());
        (int exitCode, string output, _) = await ToolProcess.RunAsync(
            "compare", Save("before", session), Save("after", other), "--html", At("r.html"), "--junit", At("r.xml"), "--json", At("r.json"));
        Assert.Equal(1, exitCode);
        Assert.Contains("different  before: message 2 (assistant): image 1: lost image", output, StringComparison.Ordinal);
        Assert.All(["r.html", "r.xml", "r.json"], file => Assert.Contains("lost image", File.ReadAllText(At(file)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compare_AcceptedDifference_ExitsWith0()
    {
        Recording session = await RecordAsync();
        Recording other = session.With("name", name => name.GetValue<string>() == "Helper" ? "Other" : name.DeepClone());
        await File.WriteAllTextAsync(At("accepted.json"), """[{"session":"bef*","where":"assistant created*","reason":"Renamed."}]""", World.Cancelled);
        string[] sides = [Save("before", session), Save("after", other)];
        Assert.Equal(1, (await ToolProcess.RunAsync(["compare", .. sides])).ExitCode);
        Assert.Equal(0, (await ToolProcess.RunAsync(["compare", .. sides, "--accept", At("accepted.json")])).ExitCode);
        Assert.Equal(0, (await ToolProcess.RunAsync(["compare", .. sides, "--allow", "fields"])).ExitCode);
    }

    [Fact]
    public async Task Compare_RecordingAndEmulator_AnswersAsRecorded()
    {
        (int exitCode, string output, _) = await ToolProcess.RunAsync("compare", Save("before", await RecordAsync()), "emulator", "--allow", "files");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>The emulator's model does what the recorded one did, also when that was to fail.</summary>
    [Theory]
    [InlineData("failed", """ "last_error":{"code":"rate_limit_exceeded","message":"You exceeded your current quota."} """)]
    [InlineData("incomplete", """ "incomplete_details":{"reason":"max_completion_tokens"} """)]
    public async Task Compare_RecordingOfARunThatEndsBadly_IsEqualOnTheEmulator(string status, string why)
    {
        const string thread = "thread_0000000000000000000000000001", assistant = "asst_0000000000000000000000000001", run = "run_0000000000000000000000000001";
        string ofRun = $$""" "id":"{{run}}","object":"thread.run","created_at":1,"thread_id":"{{thread}}","assistant_id":"{{assistant}}","model":"gpt-4o" """;
        string file = At("ends.json");
        await File.WriteAllTextAsync(
            file,
            $$"""
            {"exchanges":[
              {"method":"POST","path":"/v1/assistants","openai_beta":"assistants=v2","request":{"model":"gpt-4o"},"status":200,"response":{"id":"{{assistant}}","object":"assistant","created_at":1,"model":"gpt-4o","tools":[]} },
              {"method":"POST","path":"/v1/threads","request":{"messages":[{"role":"user","content":"Hello"}]},"status":200,"response":{"id":"{{thread}}","object":"thread","created_at":1,"metadata":{} } },
              {"method":"POST","path":"/v1/threads/{{thread}}/runs","request":{"assistant_id":"{{assistant}}"},"status":200,"response":{ {{ofRun}},"status":"queued"} },
              {"method":"GET","path":"/v1/threads/{{thread}}/runs/{{run}}","status":200,"response":{ {{ofRun}},"status":"{{status}}",{{why}} } }
            ]}
            """,
            World.Cancelled);
        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("compare", file, "emulator", "--allow", "fields");
        Assert.True(exitCode == 0, output + errors);
    }

    [Fact]
    public async Task Compare_TwoEndpoints_GetTheSameConversation()
    {
        await using World world = await World.StartAsync();
        await using GatewayServer one = await ServeAsync(world), other = await ServeAsync(world);
        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("compare", $"{one.Addresses[0]}v1", $"{other.Addresses[0]}v1");
        Assert.True(exitCode == 0, output + errors);
        Assert.Equal("equal      conversation\n1 equal, 0 different, 0 not run\n", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Compare_EndpointThatIsNotThere_ExitsWith2()
    {
        (int exitCode, string output, _) = await ToolProcess.RunAsync("compare", Save("before", await RecordAsync()), "http://127.0.0.1:9/v1");
        Assert.Equal(2, exitCode);
        Assert.StartsWith("not run    before: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LEFT: 'nowhere.json' is no recording", "nowhere.json", "emulator")]
    [InlineData("--same: 'wording' is not one of text,", "nowhere.json", "emulator", "--same", "wording")]
    [InlineData("The folder of '/not/there/r.html' does not exist.", "nowhere.json", "emulator", "--html", "/not/there/r.html")]
    [InlineData("--scenario", "emulator", "emulator", "--scenario", "nowhere.json")]
    [InlineData("Required argument missing", "emulator")]
    [InlineData("--usage: '-1' is no number of at least 0", "emulator", "emulator", "--usage", "-1")]
    [InlineData("--slowdown: 'twice' is no number of at least 1", "emulator", "emulator", "--slowdown", "twice")]
    [InlineData("--html: '/' is a folder", "emulator", "emulator", "--html", "/")]
    public async Task Compare_WrongArgument_IsNamedAndExitsWith2(string expected, params string[] arguments)
    {
        (int exitCode, _, string errors) = await ToolProcess.RunAsync(["compare", .. arguments]);
        Assert.Equal(2, exitCode);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_NoRecording_IsNamedAndExitsWith2()
    {
        await File.WriteAllTextAsync(At("other.json"), "<html>", World.Cancelled);
        (int exitCode, string output, _) = await ToolProcess.RunAsync("compare", At("other.json"), "emulator");
        Assert.Equal(2, exitCode);
        Assert.Contains("is no recording", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_EmptyFolder_IsNamedAndExitsWith2()
    {
        (int exitCode, _, string errors) = await ToolProcess.RunAsync("compare", _folder.FullName, "emulator");
        Assert.Equal((2, true), (exitCode, errors.Contains($"The folder '{_folder.FullName}' has no recording", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Compare_RecordingOfNothing_IsNotEqual()
    {
        await File.WriteAllTextAsync(At("empty.json"), """{"exchanges":[]}""", World.Cancelled);
        (int exitCode, string output, _) = await ToolProcess.RunAsync("compare", At("empty.json"), At("empty.json"));
        Assert.Equal(2, exitCode);
        Assert.Contains("nothing to compare", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_SessionThatOnlyTheRightFolderHas_IsNotPassedOver()
    {
        Recording session = await RecordAsync();
        foreach (string file in (string[])["left/a", "right/a", "right/b"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            Save(file, session);
        }
        (int exitCode, string output, _) = await ToolProcess.RunAsync("compare", At("left"), At("right"));
        Assert.Equal(2, exitCode);
        Assert.Contains($"equal      a\nnot run    b: '{At("left")}' has no recording 'b.json'.", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_HasExamplesAndExitCodes()
    {
        (int exitCode, string output, _) = await ToolProcess.RunAsync("compare", "--help");
        Assert.Equal(0, exitCode);
        Assert.All(["Exit code: 0", "agents-migration compare recordings emulator", "--accept"], text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compare_TheSessionsThatReadmeNames_AreEqual()
    {
        string line = File.ReadLines(Path.Combine(SharedFolder.RepositoryRoot, "README.md")).First(one => one.Contains("-- compare samples/", StringComparison.Ordinal));
        string[] sides = [.. line.Split(' ').Where(word => word.StartsWith("samples/", StringComparison.Ordinal)).Select(file => Path.Combine(SharedFolder.RepositoryRoot, file))];
        (int exitCode, string output, string errors) = await ToolProcess.RunAsync(["compare", .. sides]);
        Assert.True(exitCode == 0, output + errors);
    }

    /// <summary>All recordings of the real legacy services beside the adapter; its report is the one that README shows.</summary>
    [Fact]
    public async Task Compare_EveryRecordingOfTheLegacyServices_IsEqual()
    {
        string recordings = SharedFolder.Require("recordings", "legacy");
        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("compare", recordings, "emulator", "--html", At("report.html"), "--json", At("report.json"));
        Assert.True(exitCode == 0, string.Join('\n', output.Split('\n').Where(line => !line.StartsWith("equal", StringComparison.Ordinal))) + errors);
        JsonElement report = JsonElement.Parse(File.ReadAllBytes(At("report.json")));
        Assert.Equal(SharedFolder.RecordingNames("legacy").Count, report.GetProperty("sessions").GetArrayLength());
        if (Environment.GetEnvironmentVariable("AGENTSMIGRATION_WRITE_DOCS") == "1")
            await Browsers.Report.RunAsync(null, World.Cancelled, "screenshot.mjs", At("report.html"), Path.Combine(SharedFolder.RepositoryRoot, "docs", "comparison.png"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<Recording> RecordAsync()
    {
        await using World world = await World.StartAsync();
        return await world.RecordAsync(world.Legacy(), LegacyApp.RunAsync);
    }

    private static Task<GatewayServer> ServeAsync(World world) => GatewayServer.StartAsync(
        new GatewayServerOptions { Urls = ["http://127.0.0.1:0"] },
        agents => agents.Target = V2Target.OpenAI("key", new Uri(world.V2.ToString().TrimEnd('/'))),
        World.Cancelled);

    private string Save(string name, Recording recording)
    {
        recording.Save(At(name + ".json"));
        return At(name + ".json");
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
