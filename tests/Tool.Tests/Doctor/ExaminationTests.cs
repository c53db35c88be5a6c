using System.Net;
using System.Text;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;
using AgentsMigration.Tool.Doctor;
using Azure.Core;
using Azure.Identity;

namespace AgentsMigration.Tool.Tests.Doctor;

public sealed class ExaminationTests
{
    private const string Key = "a-secret-key";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("openai")]
    [InlineData("foundry")]
    [InlineData("azure-openai")]
    public async Task Run_WorkingService_FindsNoProblemAndLeavesNothing(string target)
    {
        await using EmulatorServer emulator = await StartAsync();
        using RecordingHandler wire = new();

        DoctorReport report = await RunAsync(Settings(target, emulator) with { Model = "gpt-4o", Region = "swedencentral" }, wire);

        Assert.True(report.Problems == 0, Text(report));
        Assert.All(report.Findings, finding => Assert.NotEqual(Verdict.Unknown, finding.Verdict));
        Assert.Contains(report.Findings, finding => finding is { Check: "code interpreter", Verdict: Verdict.Ok });
        Assert.Equal(target == "foundry", report.Findings.Any(finding => finding.Check == "agents"));
        // What is put into a container goes with it.
        RecordedCall[] makers = [.. wire.Calls.Where(call => call is { Method: "POST", Status: 200 } && !call.Path.EndsWith("/files", StringComparison.Ordinal))];
        foreach (RecordedCall made in makers)
        {
            string path = $"{made.Path}/{made.ResponseJson.GetProperty("id").GetString()}";
            Assert.Contains(wire.Calls, call => call is { Method: "DELETE", Status: 200 } && call.Path == path);
        }
        Assert.Equal(3, makers.Length);
        Assert.Contains(report.Findings, finding => finding is { Check: "downloads", Verdict: Verdict.Ok });
    }

    [Fact]
    public async Task Run_ServerWithResponsesAlone_NotesWhatItLacks()
    {
        await using EmulatorServer emulator = await StartAsync();
        using LackingHandler lacking = new("/files", "/vector_stores", "/containers", "/conversations");

        DoctorReport report = await RunAsync(Settings("responses", emulator) with { Model = "gpt-4o" }, lacking);

        Assert.True(report.Problems == 0, Text(report));
        Assert.Equal(Verdict.Ok, Of(report, "responses").Verdict);
        foreach (string part in new[] { "conversations", "files", "vector stores", "containers", "code interpreter" })
            Assert.Equal(Verdict.Note, Of(report, part).Verdict);
    }

    [Fact]
    public async Task Run_ContainersThatGiveNothingBack_AreAProblem()
    {
        await using EmulatorServer emulator = await StartAsync();
        using LackingHandler lacking = new("/content");

        Finding found = Of(await RunAsync(Settings("azure-openai", emulator) with { Model = "gpt-4o" }, lacking), "downloads");

        Assert.Equal((Verdict.Problem, Advice.NoDownloads), (found.Verdict, found.Advice));
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("foundry")]
    [InlineData("azure-openai")]
    public async Task Run_NoModel_MakesNothing(string target)
    {
        await using EmulatorServer emulator = await StartAsync();
        using RecordingHandler wire = new();

        DoctorReport report = await RunAsync(Settings(target, emulator), wire);

        Assert.Equal(0, report.Problems);
        Assert.All(wire.Calls, call => Assert.Equal("GET", call.Method));
        Assert.Equal(Verdict.Unknown, Of(report, "model").Verdict);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("foundry")]
    [InlineData("azure-openai")]
    public async Task Run_UnknownModel_SaysWhatToDo(string target)
    {
        await using EmulatorServer emulator = await StartAsync(options => options.Models = ["gpt-4o"]);

        DoctorReport report = await RunAsync(Settings(target, emulator) with { Model = "gpt-none" });

        Finding model = Of(report, "model");
        Assert.Equal((Verdict.Problem, Advice.NoModel), (model.Verdict, model.Advice));
        Assert.StartsWith("'gpt-none' is not there", model.Says, StringComparison.Ordinal);
        Assert.Equal(1, report.Problems);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("foundry")]
    [InlineData("azure-openai")]
    public async Task Run_WrongKey_SaysSoWithoutTheKey(string target)
    {
        await using EmulatorServer emulator = await StartAsync();

        DoctorReport report = await RunAsync(Settings(target, emulator) with { ApiKey = "wrong-secret" });

        Assert.Equal(Advice.WrongKey, report.Findings[^1].Advice);
        Assert.DoesNotContain("wrong-secret", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OpenAITargetAtAnAzureResource_PointsToTheOther()
    {
        await using EmulatorServer emulator = await StartAsync();
        DoctorSettings settings = Settings("openai", emulator) with { Endpoint = new Uri(emulator.AzureOpenAIEndpoint, "openai/v1") };

        Finding conversations = Of(await RunAsync(settings), "conversations");

        Assert.Equal((Verdict.Problem, Advice.NoConversations), (conversations.Verdict, conversations.Advice));
    }

    [Fact]
    public async Task Run_FoundryTargetAtAResource_AsksForTheProject()
    {
        await using EmulatorServer emulator = await StartAsync(options => options.ApiKey = null);
        DoctorSettings settings = Settings("foundry", emulator) with { Endpoint = emulator.AzureOpenAIEndpoint };

        Finding agents = Of(await RunAsync(settings), "agents");

        Assert.Equal((Verdict.Problem, Advice.NoAgents), (agents.Verdict, agents.Advice));
    }

    [Theory]
    [InlineData("Central US")]
    [InlineData("centralus")]
    [InlineData("Spain Central")]
    public async Task Run_RegionWithoutCodeInterpreter_IsAProblem(string region)
    {
        await using EmulatorServer emulator = await StartAsync();

        Finding found = Of(await RunAsync(Settings("foundry", emulator) with { Region = region }), "region");

        Assert.Equal((Verdict.Problem, Advice.RegionWithout), (found.Verdict, found.Advice));
    }

    [Fact]
    public async Task Run_ServiceSaysItsRegion_IsBelieved()
    {
        using BrokenServer server = BrokenServer.Start(200, """{"object":"list","data":[]}""", region: "Japan East");

        DoctorReport report = await RunAsync(Settings("azure-openai", server.Endpoint));

        Assert.Equal("Japan East", report.Region);
        Assert.Equal(Advice.RegionWithout, Of(report, "region").Advice);
    }

    public static TheoryData<int, string, string, string> Broken => new()
    {
        { 200, "text/html", "<html>Sign in</html>", Advice.NotTheService },
        { 302, "text/plain", "", Advice.NotTheService },
        { 401, "application/json", """{"error":{"code":"401","message":"audience is incorrect (https://ai.azure.com)"}}""", Advice.WrongAudience },
        { 401, "application/json", """{"error":{"message":"Incorrect API key provided: a-secret-key."}}""", Advice.WrongKey },
        { 403, "application/json", """{"error":{"code":"PermissionDenied","message":"The principal lacks the required data action."}}""", Advice.Forbidden },
        { 404, "application/json", """{"error":{"code":"404","message":"Resource not found"}}""", Advice.NoResponses },
        { 404, "text/plain", "nothing here", Advice.NotTheService },
        { 502, "application/json", "{}", Advice.Unstable },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Run_BrokenServer_SaysWhatToDo(int status, string contentType, string body, string advice)
    {
        using BrokenServer server = BrokenServer.Start(status, body, contentType);

        DoctorReport report = await RunAsync(Settings("azure-openai", server.Endpoint));

        Assert.Contains(report.Findings, finding => finding.Verdict == Verdict.Problem && finding.Advice == advice);
        Assert.DoesNotContain(Key, Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NobodyListens_SaysSo() =>
        Assert.Equal(Advice.NotListening, Of(await RunAsync(Settings("foundry", new Uri("http://127.0.0.1:9/api/projects/p"))), "reachability").Advice);

    [Fact]
    public async Task Run_UnknownName_SaysSo() =>
        Assert.Equal(Advice.UnknownHost, Of(await RunAsync(Settings("foundry", new Uri("http://no-such-host.invalid"))), "reachability").Advice);

    [Fact]
    public async Task Run_CertificateOfNobody_SaysSo()
    {
        using SelfSignedServer server = new();
        Assert.Equal(Advice.Untrusted, Of(await RunAsync(Settings("azure-openai", server.Endpoint)), "reachability").Advice);
    }

    [Fact]
    public async Task Run_PlainServerAtAnHttpsAddress_SaysSo()
    {
        await using EmulatorServer emulator = await StartAsync();
        Uri secure = new UriBuilder(emulator.AzureOpenAIEndpoint) { Scheme = "https" }.Uri;
        Assert.Equal(Advice.Untrusted, Of(await RunAsync(Settings("azure-openai", secure)), "reachability").Advice);
    }

    [Fact]
    public async Task Run_NoToken_SaysWhyAndGoesNoFurther()
    {
        await using EmulatorServer emulator = await StartAsync();
        DoctorSettings settings = Settings("foundry", emulator) with { ApiKey = null, Credential = new NoCredential() };

        DoctorReport report = await RunAsync(settings);

        Assert.Equal(Advice.NoToken, report.Findings[^1].Advice);
        Assert.Contains("https://ai.azure.com/.default", report.Findings[^1].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TokenAsKey_IsNamedWithItsAudience()
    {
        string claims = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"aud":"https://management.azure.com"}""")).TrimEnd('=');
        await using EmulatorServer emulator = await StartAsync();

        DoctorReport report = await RunAsync(Settings("azure-openai", emulator) with { ApiKey = $"e30.{claims}.c2ln" });

        Assert.Contains(report.Findings, finding => finding.Advice == Advice.TokenAsKey && finding.Says.Contains("https://management.azure.com", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.CSV", true)]
    [InlineData("a.mp4", false)]
    public async Task Run_File_IsJudgedByItsType(string file, bool taken)
    {
        await using EmulatorServer emulator = await StartAsync();
        Finding found = Of(await RunAsync(Settings("openai", emulator) with { Files = [file] }), "file types");
        Assert.Equal(taken ? Verdict.Ok : Verdict.Problem, found.Verdict);
    }

    private static async Task<EmulatorServer> StartAsync(Action<EmulatorOptions>? configure = null)
    {
        EmulatorOptions options = new() { ApiKey = Key };
        configure?.Invoke(options);
        return await EmulatorServer.StartAsync(options, Cancelled);
    }

    private static DoctorSettings Settings(string target, EmulatorServer emulator) => Settings(target, target switch
    {
        "foundry" => emulator.ProjectEndpoint,
        "openai" => emulator.OpenAIEndpoint,
        "responses" => new Uri(emulator.AzureOpenAIEndpoint, "openai/v1"),
        _ => emulator.AzureOpenAIEndpoint,
    });

    private static DoctorSettings Settings(string target, Uri endpoint) => new()
    {
        Target = target switch
        {
            "foundry" => DoctorTarget.Foundry,
            "openai" => DoctorTarget.OpenAI,
            "responses" => DoctorTarget.Responses,
            _ => DoctorTarget.AzureOpenAI,
        },
        Endpoint = endpoint,
        ApiKey = Key,
    };

    private static async Task<DoctorReport> RunAsync(DoctorSettings settings, HttpMessageHandler? handler = null)
    {
        using SocketsHttpHandler own = new() { AllowAutoRedirect = false };
        return await Examination.RunAsync(settings, handler ?? own, Cancelled);
    }

    private static Finding Of(DoctorReport report, string check) => report.Findings.First(finding => finding.Check == check);

    private static string Text(DoctorReport report)
    {
        using MemoryStream output = new();
        DoctorOutput.WriteJson(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>Has no routes with these words.</summary>
    private sealed class LackingHandler(params string[] words) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            words.Any(word => request.RequestUri!.AbsolutePath.Contains(word, StringComparison.Ordinal))
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound)
                {
                    Content = new StringContent("""{"error":{"code":"404","message":"Resource not found"}}""", Encoding.UTF8, "application/json"),
                })
                : base.SendAsync(request, cancellationToken);
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("Please run 'az login'.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("Please run 'az login'.");
    }
}
