using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Comparison.Files;
using AgentsMigration.Emulator.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Emulator.Tests.CodeInterpreter;

/// <summary>Runs the code that a message holds.</summary>
public sealed class SandboxTests : EmulatorTest
{
    private const string Script = """
        {
          "rules": [
            { "when": { "message": "^(?<code>[\\s\\S]+)$", "tools": "code_interpreter" },
              "output": [
                { "python": "code = {{code}}\nexec(compile(code, 'message', 'exec'))" },
                { "if": "ok", "text": "ok {{files}}" },
                { "if": "failed", "text": "failed {{error}}" }
              ] }
          ]
        }
        """;

    [Fact]
    public async Task Run_Print_IsInTheLogs() => Assert.Equal("hello\n", Logs(await RunAsync("print('hello')")));

    [Fact]
    public async Task Run_Exception_IsATracebackInTheLogs()
    {
        Answer answer = await RunAsync("def f():\n    raise ValueError('no good')\nf()");
        Assert.Contains("Traceback (most recent call last):", Logs(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("harness", Logs(answer), StringComparison.Ordinal);
        Assert.Equal("completed", answer.Output[0]!["status"]!.GetValue<string>());
        Assert.Equal("failed ValueError: no good", answer.OutputText);
    }

    [Fact]
    public async Task Run_WritesFile_IsContainerFileWithCitation()
    {
        Answer answer = await RunAsync("open('/mnt/data/out.csv', 'w').write('a,b')");
        JsonNode citation = Assert.Single(answer.Output[^1]!["content"]![0]!["annotations"]!.AsArray())!;
        string text = answer.OutputText;
        Assert.Equal("sandbox:/mnt/data/out.csv",
            text[citation["start_index"]!.GetValue<int>()..citation["end_index"]!.GetValue<int>()]);
        Assert.Equal("out.csv", citation["filename"]!.GetValue<string>());
        Assert.Equal("a,b"u8.ToArray(),
            await OpenAI.DownloadAsync($"/containers/{citation["container_id"]}/files/{citation["file_id"]}/content"));
    }

    [Fact]
    public async Task Run_Emoji_OffsetsCountCodePoints()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(new EmulatorOptions
        {
            Script = ModelScript.Parse("""
                {"rules":[{"when":{},"output":[{"python":"open('/mnt/data/a.txt', 'w').write('x')"},{"text":"\uD83D\uDE00 sandbox:/mnt/data/a.txt"}]}]}
                """),
        }, Cancelled);
        using ApiClient client = new(server.OpenAIEndpoint);
        Answer answer = (await client.PostAsync("/responses", Request("x"))).Ok();
        Assert.Equal(2, answer.Output[^1]!["content"]![0]!["annotations"]![0]!["start_index"]!.GetValue<int>());
    }

    [Fact]
    public async Task Run_DisplayedImage_IsOutputAndCitedAtZero()
    {
        Answer answer = await RunAsync("""
            from IPython.display import Image, display
            from emulator_charts import bar_chart
            print('before')
            display(Image(bar_chart(['a', 'b'], [1, -2], title='t')._repr_png_()))
            print('after')
            """);
        Assert.Equal(["logs", "image", "logs"],
            answer.Output[0]!["outputs"]!.AsArray().Select(output => output!["type"]!.GetValue<string>()));
        string url = answer.Output[0]!["outputs"]![1]!["url"]!.GetValue<string>();
        PngImage image = PngImage.Decode(Convert.FromBase64String(url["data:image/png;base64,".Length..]));
        Assert.Equal((1600, 900, false), (image.Width, image.Height, image.IsBlank));
        JsonNode citation = Assert.Single(answer.Output[^1]!["content"]![0]!["annotations"]!.AsArray())!;
        Assert.Equal((0, 0), (citation["start_index"]!.GetValue<int>(), citation["end_index"]!.GetValue<int>()));
        Assert.Equal($"{citation["file_id"]}.png", citation["filename"]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_UploadedFile_IsMountedUnderIdAndName()
    {
        string file = await OpenAI.UploadAsync("data.csv", "1\n2\n3\n");
        Answer answer = await RunAsync("import glob; print(glob.glob('/mnt/data/*.csv'), sum(map(int, open(glob.glob('/mnt/data/*.csv')[0]))))",
            container: $$"""{"type":"auto","file_ids":["{{file}}"]}""");
        Assert.Contains("6", Logs(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Environment_HasNoSecretsAndNoNetwork()
    {
        Environment.SetEnvironmentVariable("EMULATOR_TEST_SECRET", "hidden");
        Answer answer = await RunAsync("""
            import os, socket
            print('EMULATOR_TEST_SECRET' in os.environ, sorted(os.environ))
            socket.create_connection(('127.0.0.1', 80))
            """);
        Assert.StartsWith("False", Logs(answer), StringComparison.Ordinal);
        Assert.Contains("PermissionError: The code interpreter has no network access.", Logs(answer),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Forever_IsStoppedAtTheLimit()
    {
        ManualTimeProvider clock = new();
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { TimeProvider = clock, Script = ModelScript.Parse(Script) }, Cancelled);
        using ApiClient client = new(server.OpenAIEndpoint);
        Task<Answer> running = client.PostAsync("/responses", Request("while True: pass"));
        await UntilAsync(() => clock.WaitingTimers == 1);
        clock.Advance(TimeSpan.FromSeconds(30));
        Answer answer = (await running).Ok();
        Assert.Equal("incomplete", answer.Output[0]!["status"]!.GetValue<string>());
        Assert.Equal("failed The code was stopped after 30 seconds.", answer.OutputText);
    }

    [Fact]
    public async Task Run_TooMuchMemory_IsStoppedByTheLimit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Resource limits are a POSIX matter.");
        Answer answer = await RunAsync("x = bytearray(2 ** 31)");
        Assert.Equal("failed MemoryError", answer.OutputText);
    }

    [Fact]
    public async Task Run_ExitsTheInterpreter_FailsHonestly()
    {
        Answer answer = await RunAsync("import os; print('begun'); os._exit(3)");
        Assert.Equal("begun\n", Logs(answer));
        Assert.Equal("incomplete", answer.Output[0]!["status"]!.GetValue<string>());
        Assert.StartsWith("failed The code was stopped", answer.OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SecondResponseOfConversation_ReusesTheContainer()
    {
        Answer first = await RunAsync("open('kept.txt', 'w').write('1')");
        Answer second = (await OpenAI.PostAsync("/responses", Request("print(open('/mnt/data/kept.txt').read())",
            previous: first.Id))).Ok();
        Assert.Equal(first.Output[0]!["container_id"]!.GetValue<string>(),
            second.Output[0]!["container_id"]!.GetValue<string>());
        Assert.Equal("1\n", Logs(second));
    }

    [Fact]
    public async Task Get_WithoutInclude_OutputsAreNull()
    {
        string id = (await RunAsync("print(1)")).Id;
        Assert.Null((await OpenAI.GetAsync("/responses/" + id)).Ok().Output[0]!["outputs"]);
        Assert.NotNull((await OpenAI.GetAsync($"/responses/{id}?include[]=code_interpreter_call.outputs")).Ok().Output[0]!["outputs"]);
    }

    [Fact]
    public async Task Run_NoPython_FailsAsACallAndSaysSo()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { PythonPath = "/no/such/python", Script = ModelScript.Parse(Script) }, Cancelled);
        using ApiClient client = new(server.OpenAIEndpoint);
        Answer answer = (await client.PostAsync("/responses", Request("print(1)"))).Ok();
        Assert.Equal("completed", answer["status"]!.GetValue<string>());
        Assert.Equal("failed", answer.Output[0]!["status"]!.GetValue<string>());
        Assert.Equal("failed The code interpreter is not available.", answer.OutputText);
    }

    [Fact]
    public async Task Cancel_WhileCodeRuns_KillsItAndCancels()
    {
        Answer created = (await OpenAI.PostAsync("/responses", Request("while True: pass", background: true))).Ok();
        Answer cancelled = (await OpenAI.PostAsync($"/responses/{created.Id}/cancel")).Ok();
        Assert.Equal("cancelled", cancelled["status"]!.GetValue<string>());
        Assert.Empty(cancelled.Output);
    }

    [Fact]
    public async Task Run_LastExpression_IsShownAsItsRepr()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(new EmulatorOptions
        {
            Script = ModelScript.Parse("""{"rules":[{"when":{},"output":[{"python":"print('a')\n'b' * 2"}]}]}"""),
        }, Cancelled);
        using ApiClient client = new(server.OpenAIEndpoint);
        Answer answer = (await client.PostAsync("/responses", Request("x"))).Ok();
        Assert.Equal(["a\n", "'bb'"],
            answer.Output[0]!["outputs"]!.AsArray().Select(output => output!["logs"]!.GetValue<string>()));
    }

    protected override void Configure(EmulatorOptions options) => options.Script = ModelScript.Parse(Script);

    private static string Logs(Answer answer) => answer.Output[0]!["outputs"]![0]!["logs"]!.GetValue<string>();

    private static string Request(
        string code, string container = """{"type":"auto"}""", string? previous = null, bool background = false) => $$"""
        {"model":"m","background":{{JsonSerializer.Serialize(background)}},"input":{{JsonSerializer.Serialize(code)}},"previous_response_id":{{JsonSerializer.Serialize(previous)}},
         "tools":[{"type":"code_interpreter","container":{{container}} }],"include":["code_interpreter_call.outputs"]}
        """;

    private async Task<Answer> RunAsync(string code, string container = """{"type":"auto"}""") =>
        (await OpenAI.PostAsync("/responses", Request(code, container))).Ok();
}
