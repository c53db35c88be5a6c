using System.Text;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Bad input gets a legacy-shaped answer that names the field, and leaves nothing behind.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("GET", "assistants/asst_none", "No assistant found with id 'asst_none'.")]
    [InlineData("GET", "assistants/..%2Fthreads", "No assistant found with id '../threads'.")]
    [InlineData("DELETE", "assistants/asst_none", "No assistant found with id 'asst_none'.")]
    [InlineData("GET", "threads/thread_none", "No thread found with id 'thread_none'.")]
    [InlineData("GET", "threads/conv_none", "No thread found with id 'conv_none'.")]
    [InlineData("DELETE", "threads/thread_none", "No thread found with id 'thread_none'.")]
    [InlineData("GET", "threads/thread_none/messages", "No thread found with id 'thread_none'.")]
    [InlineData("GET", "threads/thread_none/runs/run_none", "No run found with id 'run_none'.")]
    public async Task Send_UnknownId_Answers404WithTheLegacyText(string method, string path, string message)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        Assert.Equal(message, (await adapter.SendAsync(method, path)).Error(404, null));
    }

    [Fact]
    public async Task CreateMessage_UnknownThread_Answers404()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        LegacyAnswer answer = await adapter.SendAsync(
            "POST", "threads/thread_none/messages", """{"role":"user","content":"x"}""");

        Assert.Equal("No thread found with id 'thread_none'.", answer.Error(404, null));
    }

    [Fact]
    public async Task CreateRun_UnknownThread_Answers404AndLocksNothing()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string assistant = (await adapter.SendAsync("POST", "assistants", """{"model":"gpt-4o"}""")).Ok().GetProperty("id").GetString()!;
        string run = $$"""{"assistant_id":"{{assistant}}"}""";

        Assert.Equal("No thread found with id 'thread_none'.", (await adapter.SendAsync("POST", "threads/thread_none/runs", run)).Error(404, null));
        Assert.Equal("No thread found with id 'thread_none'.", (await adapter.SendAsync("POST", "threads/thread_none/runs", run)).Error(404, null));
    }

    [Fact]
    public async Task CreateRun_UnknownAssistant_Answers404AndSendsNothing()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string thread = (await adapter.SendAsync("POST", "threads")).Ok().GetProperty("id").GetString()!;
        int before = adapter.V2.Calls.Count;

        LegacyAnswer answer = await adapter.SendAsync("POST", $"threads/{thread}/runs", """{"assistant_id":"asst_none"}""");

        Assert.Equal("No assistant found with id 'asst_none'.", answer.Error(404, null));
        Assert.Equal(before, adapter.V2.Calls.Count);
    }

    [Theory]
    [InlineData("files/file-none", "file-none")]
    [InlineData("files/file-none/content", "file-none")]
    public async Task GetFile_Unknown_Answers404ThatNamesIt(string path, string id)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        LegacyAnswer answer = await adapter.SendAsync("GET", path);

        Assert.Equal(404, answer.Status);
        Assert.Contains(id, answer.Json.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task CreateAssistant_UnknownFile_Answers400AndMakesNothing()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry);

        LegacyAnswer answer = await adapter.SendAsync(
            "POST",
            "assistants",
            """{"model":"gpt-4o","tools":[{"type":"code_interpreter"}],"tool_resources":{"code_interpreter":{"file_ids":["file-none"]}}}""");

        Assert.Equal(
            "No file found with id 'file-none'.", answer.Error(400, "tool_resources.code_interpreter.file_ids"));
        Assert.DoesNotContain(adapter.V2.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task Upload_UnsupportedType_Answers400AndStoresNothing()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        LegacyAnswer answer = await adapter.UploadAsync("tool.exe", new byte[200_000]);

        Assert.StartsWith("Invalid extension exe. Supported formats:", answer.Error(400, "file"));
        Assert.Empty((await adapter.SendAsync("GET", "files")).Ok().GetProperty("data").EnumerateArray());
    }

    /// <summary>The legacy services took these as well, for one tool or the other.</summary>
    [Theory]
    [InlineData("Program.cs")]
    [InlineData("letter.doc")]
    [InlineData("main.go")]
    [InlineData("model.pkl")]
    [InlineData("run.sh")]
    [InlineData("picture.webp")]
    public async Task Upload_TypeOfOneToolAlone_IsTaken(string name)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        Assert.Equal(name, (await adapter.UploadAsync(name, "x"u8.ToArray())).Ok().GetProperty("filename").GetString());
    }

    [Fact]
    public async Task Upload_WrongPurpose_Answers400ThatNamesIt()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        LegacyAnswer answer = await adapter.UploadAsync("a.csv", "a,b"u8.ToArray(), "holiday");

        // The service's own text names the field; its param is null, as the legacy service's was.
        string message = answer.Error(400, null);
        Assert.Contains("'holiday'", message);
        Assert.Contains("'purpose'", message);
    }

    [Fact]
    public async Task Upload_NoForm_Answers400ThatNamesTheFile()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        (await adapter.SendAsync("POST", "files")).Error(400, "file");
        (await adapter.SendAsync("POST", "files", "{}")).Error(400, "Content-Type");
    }

    [Fact]
    public async Task Send_WrongKey_Answers401InTheLegacyShape()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(emulator: new EmulatorOptions { ApiKey = "right" });

        LegacyAnswer answer = await adapter.SendAsync("POST", "threads");

        string message = answer.Error(401, null);
        Assert.StartsWith("Incorrect API key provided", message);
        Assert.DoesNotContain("right", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public async Task Send_TargetUnreachable_Answers503InTheLegacyShape()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            configure: options => options.Target = V2Target.OpenAI("k", new Uri("http://127.0.0.1:9/v1")));

        LegacyAnswer answer = await adapter.SendAsync("POST", "threads");

        Assert.StartsWith("The target service http://127.0.0.1:9 cannot be reached:", answer.Error(503, null));
        Assert.Equal("target_unreachable", answer.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("GET", "threads/thread_1/banana", 404)]
    [InlineData("PATCH", "threads/thread_1", 405)]
    public async Task Send_NoSuchRoute_AnswersInTheLegacyShape(string method, string path, int status)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        (await adapter.SendAsync(method, path)).Error(status, null);
        Assert.Empty(adapter.V2.Calls);
    }

    [Fact]
    public async Task Send_PathOfAnotherApi_GoesWhereItWasAddressed()
    {
        RecordingHandler elsewhere = new(new AnsweringHandler());
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("k")) { Transport = elsewhere });
        using HttpClient client = new(adapter.CreateHandler());

        using HttpResponseMessage response = await client.GetAsync(
            new Uri("https://other.test/v1/models"), TestContext.Current.CancellationToken);

        Assert.Equal("GET /v1/models 200", Assert.Single(elsewhere.Calls).ToString());
    }

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}") });
    }
}
