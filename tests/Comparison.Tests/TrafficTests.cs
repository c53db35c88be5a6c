using System.ClientModel;
using System.IO.Compression;
using System.Net;
using System.Text;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Recordings.Redacting;
using AgentsMigration.Comparison.Tests.Support;
using AgentsMigration.Comparison.Transcripts;
using OpenAI;

namespace AgentsMigration.Comparison.Tests;

/// <summary>What is recorded today can be played tomorrow, with nothing in it that must not be.</summary>
public sealed class TrafficTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("traffic-");

    [Fact]
    public async Task Save_WholeSession_ReadsBackTheSame()
    {
        await using World world = await World.StartAsync();
        Recording recording = await world.RecordAsync(world.Legacy(), LegacyApp.RunAsync);
        string file = Path.Combine(_folder.FullName, "session.json");
        recording.Save(file);

        Recording read = Recording.Read(file);
        Assert.Equal(recording.Exchanges.Select(exchange => exchange.ToString()), read.Exchanges.Select(exchange => exchange.ToString()));
        Comparing.TranscriptComparison.Of(Transcript.Of(recording), Transcript.Of(read), Comparing.ComparisonRules.Strict).AssertEqual();
        Assert.Contains("\n      \"method\": \"POST\",", File.ReadAllText(file).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Playback_SameApp_NeedsNoNetwork()
    {
        await using World world = await World.StartAsync();
        Recording recording = await world.RecordAsync(world.Legacy(), LegacyApp.RunAsync, Redaction.Default);
        using PlaybackHandler playback = new(recording);
        Recording again = await world.RecordAsync(playback, LegacyApp.RunAsync);

        Assert.DoesNotContain(playback.Unplayed, exchange => exchange.Method == "POST");
        Comparing.TranscriptComparison.Of(Transcript.Of(recording), Transcript.Of(again), Comparing.ComparisonRules.Strict).AssertEqual();
    }

    [Fact]
    public async Task Playback_Stream_ComesAsEvents()
    {
        await using World world = await World.StartAsync();
        Recording recording = await world.RecordAsync(world.Legacy(), StreamAsync, Redaction.Default);
        RecordedExchange streamed = recording.Exchanges.Single(exchange => exchange.IsStream);
        Assert.Equal("done", streamed.Events[^1].Event);

        using PlaybackHandler playback = new(recording);
        Recording again = await world.RecordAsync(playback, StreamAsync, Redaction.None);
        Assert.Equal(
            streamed.Events.Select(one => (one.Event, one.Data.GetRawText())),
            again.Exchanges.Single(exchange => exchange.IsStream).Events.Select(one => (one.Event, one.Data.GetRawText())));
    }

    [Fact]
    public async Task Playback_ChangedRequest_SaysWhatWasRecorded()
    {
        using PlaybackHandler playback = new(Recorded("""{"method":"POST","path":"/v1/threads","query":"","request":{"metadata":{"a":"1"}},"status":200,"content_type":"application/json","response":{"id":"x"}}"""));
        using HttpClient client = new(playback) { BaseAddress = new Uri("https://legacy.test/v1/") };
        PlaybackException failure = await Assert.ThrowsAsync<PlaybackException>(() => client.PostAsync("threads", new { metadata = new { a = "2" } }));
        Assert.Equal(
            "Nothing in a.json answers POST /v1/threads. The nearest that is left is POST /v1/threads: $.metadata.a is \"2\", recorded was \"1\".", failure.Message);
    }

    [Fact]
    public async Task Playback_SentOnceTooOften_SaysSo()
    {
        using PlaybackHandler playback = new(Recorded("""{"method":"POST","path":"/v1/threads","query":"","request":{},"status":200,"content_type":"application/json","response":{"id":"x"}}"""));
        using HttpClient client = new(playback) { BaseAddress = new Uri("https://legacy.test/v1/") };
        await client.PostAsync("threads", new { });
        PlaybackException failure = await Assert.ThrowsAsync<PlaybackException>(() => client.PostAsync("threads", new { }));
        Assert.Equal("POST /v1/threads was sent once more than a.json has it.", failure.Message);
    }

    [Fact]
    public async Task Recorder_RealClient_OneLineRecordsAndPlays()
    {
        await using World world = await World.StartAsync();
        using TrafficRecorder recorder = new(world.Legacy());
        await AskAsync(new OpenAIClientOptions().SendThrough(recorder));

        using PlaybackHandler playback = new(recorder.ToRecording("client"));
        await AskAsync(new OpenAIClientOptions().SendThrough(playback));
        Assert.Empty(playback.Unplayed);
    }

    [Theory]
    [InlineData("""{"api_key":"abc"}""", """{"api_key":"(redacted)"}""")]
    [InlineData("""{"text":"my key is sk-proj-abcdefghijklmnopqrstuvwx ok"}""", """{"text":"my key is (redacted) ok"}""")]
    [InlineData("""{"text":"Bearer abcdefghijklmnopqrstuvwxyz"}""", """{"text":"(redacted)"}""")]
    [InlineData("""{"organization":"org-abcdefgh12345678"}""", """{"organization":"org-(redacted)"}""")]
    [InlineData("""{"text":"write to jane.doe@contoso.com!"}""", """{"text":"write to someone@example.com!"}""")]
    [InlineData("""{"text":"call +49 170 123 4567 now"}""", """{"text":"call +00 000 0000 now"}""")]
    [InlineData("""{"text":"2026-11-20 12:30, 1.5 million"}""", """{"text":"2026-11-20 12:30, 1.5 million"}""")]
    [InlineData("""{"text":"or (555) 123-4567, 555-123-4567, 0170 123 4567."}""", """{"text":"or +00 000 0000, +00 000 0000, +00 000 0000."}""")]
    [InlineData("""{"text":"rows 100 200 3000, 10.25, 2026-01-02T03:04:05, 192.168.100.200"}""", """{"text":"rows 100 200 3000, 10.25, 2026-01-02T03:04:05, 192.168.100.200"}""")]
    [InlineData("""{"text":"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abcdefghijklmnopqrstuvwxyz==;EndpointSuffix=x"}""", """{"text":"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=(redacted);EndpointSuffix=x"}""")]
    [InlineData("""{"text":"Server=tcp:x;User ID=me;Password=hunter2!;"}""", """{"text":"Server=tcp:x;User ID=me;Password=(redacted);"}""")]
    [InlineData("""{"text":"https://x.blob.core.windows.net/c/f?sv=1&sig=ab%2Bcd%3D&se=2"}""", """{"text":"https://x.blob.core.windows.net/c/f?sv=1&sig=(redacted)&se=2"}""")]
    [InlineData("""{"text":"postgres://jane:hunter2@db/x"}""", """{"text":"postgres://(redacted)@db/x"}""")]
    [InlineData("""{"text":"in /home/jane/app.py and C:\\Users\\jane\\app.py"}""", """{"text":"in /home/someone/app.py and C:\\Users\\someone\\app.py"}""")]
    [InlineData("""{"arguments":"{\"password\": \"hunter2\", \"days\": 3}"}""", """{"arguments":"{\"password\":\"(redacted)\",\"days\":3}"}""")]
    [InlineData("""{"arguments":"{\"city\": \"Oslo\", \"days\": 3}"}""", """{"arguments":"{\"city\": \"Oslo\", \"days\": 3}"}""")]
    [InlineData("""{"headers":{"X-Tenant":"abc"},"openai_api_key":"x","connectionString":"y"}""", """{"headers":{"X-Tenant":"(redacted)"},"openai_api_key":"(redacted)","connectionString":"(redacted)"}""")]
    [InlineData("""{"connection_id":"/subscriptions/0a1b2c3d-0000-1111-2222-333344445555/resourceGroups/rg-jane/providers/x"}""", """{"connection_id":"/subscriptions/(redacted)/resourceGroups/(redacted)/providers/x"}""")]
    [InlineData("""{"code":"rate_limit_exceeded","text":"a user-generated text about the secret of a token"}""", """{"code":"rate_limit_exceeded","text":"a user-generated text about the secret of a token"}""")]
    [InlineData("""{"max_tokens":5,"key":"region","text":"key: value, password reset"}""", """{"max_tokens":5,"key":"region","text":"key: value, password reset"}""")]
    public async Task Redaction_Default_TakesOutWhatIsSecretOrPersonal(string sent, string kept) =>
        Assert.Equal(kept, (await RecordAsync(sent, Redaction.Default)).Request!.Value.GetRawText());

    [Theory]
    [InlineData("https://legacy.test/v1/threads?code=abc&limit=2&email=jane%40contoso.com", "/v1/threads?code=%28redacted%29&limit=2&email=someone%40example.com")]
    [InlineData("https://jane:hunter2@legacy.test/users/jane%40contoso.com/files", "/users/someone%40example.com/files")]
    [InlineData("https://legacy.test/v1/files/a%2Fb", "/v1/files/a%2Fb")]
    public async Task Redaction_Address_TakesOutWhatIsEscapedToo(string sent, string kept)
    {
        using TrafficRecorder recorder = new(new Answering());
        using HttpClient client = new(recorder);
        await client.GetJsonAsync(sent);
        Assert.Equal($"GET {kept}", Assert.Single(recorder.ToRecording("one").Exchanges).ToString());
    }

    [Fact]
    public async Task Redaction_FileThatIsUploaded_IsRead()
    {
        using TrafficRecorder recorder = new(new Answering());
        using HttpClient client = new(recorder);
        using MultipartFormDataContent form = new() { { new StringContent("assistants"), "purpose" }, { new StringContent("jane@contoso.com,sk-abcdefghijklmnopqrstuv\n"), "file", "jane@contoso.com.csv" } };
        (await client.PostAsync("https://legacy.test/v1/files", form, World.Cancelled)).Dispose();
        RecordedFormPart file = Assert.Single(recorder.ToRecording("one").Exchanges).Form[1];
        Assert.Equal(("someone@example.com", "someone@example.com,(redacted)\n"), (file.FileName, file.Text));
    }

    /// <summary>A pattern that looks at every place of a long text again and again would stop the app that is recorded.</summary>
    [Fact]
    public async Task Redaction_LongText_TakesNoTime()
    {
        string text = string.Concat(Enumerable.Repeat("0123456789abcdefABCDEF_", 100_000));
        Assert.Contains(text, (await RecordAsync($$"""{"text":"{{text}}"}""", Redaction.Default)).Request!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Recorder_CompressedAnswer_IsKeptReadable(string encoding)
    {
        using TrafficRecorder recorder = new(new Answering { Encoding = encoding });
        using HttpClient client = new(recorder);
        using HttpResponseMessage answer = await client.GetAsync("https://legacy.test/v1/threads/x", World.Cancelled);
        Assert.Equal(encoding, Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Equal("""{"api_key":"(redacted)"}""", Assert.Single(recorder.ToRecording("one").Exchanges).Response?.GetRawText());
    }

    [Fact]
    public async Task Recorder_CancelledCall_LeavesNothing()
    {
        using TrafficRecorder recorder = new(new Answering { Waits = true });
        using HttpClient client = new(recorder);
        using CancellationTokenSource cancelling = new();
        Task<HttpResponseMessage> call = client.GetAsync("https://legacy.test/v1/threads/x", cancelling.Token);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(recorder.ToRecording("one").Exchanges);
    }

    [Fact]
    public async Task Recorder_ManyCallsAtOnce_KeepsEachWithItsAnswer()
    {
        using TrafficRecorder recorder = new(new Answering { Echoes = true });
        using HttpClient client = new(recorder);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => client.GetJsonAsync($"https://legacy.test/v1/{number}")));
        Assert.All(recorder.ToRecording("many").Exchanges, exchange => Assert.Equal(exchange.Path, exchange.Response?.GetProperty("path").GetString()));
        Assert.Equal(200, recorder.ToRecording("many").Exchanges.Count);
    }

    [Fact]
    public async Task Redaction_Ids_StayDistinctAndConsistent()
    {
        const string one = "thread_abcdefghijklmnopqrstuv12", other = "thread_abcdefghijklmnopqrstuv13";
        string kept = (await RecordAsync($$"""{"a":"{{one}}","b":"{{other}}","c":"again {{one}}."}""", Redaction.Default)).Request!.Value.GetRawText();
        Assert.DoesNotContain("abcdefghijkl", kept, StringComparison.Ordinal);
        string[] parts = [.. System.Text.Json.JsonElement.Parse(kept).EnumerateObject().Select(member => member.Value.GetString()!)];
        Assert.Equal(one.Length, parts[0].Length);
        Assert.NotEqual(parts[0], parts[1]);
        Assert.Equal($"again {parts[0]}.", parts[2]);
    }

    [Fact]
    public async Task Redaction_OwnRules_AreAdded()
    {
        Redaction redaction = Redaction.Default.With(RedactionRule.ConversationText).With(RedactionRule.Property("customer", "someone")).With("Contoso", "a company");
        Assert.Equal(
            """{"content":"(text of 5 characters)","customer":"someone","name":"a company"}""",
            (await RecordAsync("""{"content":"Hello","customer":"Jane","name":"Contoso"}""", redaction)).Request!.Value.GetRawText());
    }

    [Fact]
    public async Task Redaction_Headers_AreNeverKept()
    {
        using TrafficRecorder recorder = new(new Answering(), Redaction.None);
        using HttpClient client = new(recorder);
        client.DefaultRequestHeaders.Add("Authorization", "Bearer secret-token");
        client.DefaultRequestHeaders.Add("api-key", "secret-key");
        await client.GetJsonAsync("https://legacy.test/v1/threads/x");
        string file = Path.Combine(_folder.FullName, "headers.json");
        recorder.Save(file);
        Assert.DoesNotContain("secret", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"other":1}""")]
    [InlineData("""{"exchanges":[{"method":"GET"}]}""")]
    public void Read_NoRecording_SaysWhichFile(string text)
    {
        string file = Path.Combine(_folder.FullName, "other.json");
        File.WriteAllText(file, text);
        Assert.StartsWith($"'{file}' is no recording: ", Assert.Throws<InvalidDataException>(() => Recording.Read(file)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task StreamAsync(HttpClient client)
    {
        string assistant = (await client.PostAsync("assistants", new { model = "gpt-4o" })).Id();
        string thread = (await client.PostAsync("threads", new { messages = new[] { new { role = "user", content = "Hello" } } })).Id();
        using HttpResponseMessage response = await client.PostAsync(
            $"threads/{thread}/runs", new StringContent($$"""{"assistant_id":"{{assistant}}","stream":true}""", Encoding.UTF8, "application/json"), World.Cancelled);
        Assert.EndsWith("event: done\ndata: [DONE]\n\n", await response.Content.ReadAsStringAsync(World.Cancelled), StringComparison.Ordinal);
    }

    private static async Task AskAsync(OpenAIClientOptions options)
    {
        var assistants = new OpenAIClient(new ApiKeyCredential("unused"), options).GetAssistantClient();
        var assistant = (await assistants.CreateAssistantAsync("gpt-4o", cancellationToken: World.Cancelled)).Value;
        Assert.Equal("gpt-4o", (await assistants.GetAssistantAsync(assistant.Id, World.Cancelled)).Value.Model);
    }

    private static async Task<RecordedExchange> RecordAsync(string json, Redaction redaction)
    {
        using TrafficRecorder recorder = new(new Answering(), redaction);
        using HttpClient client = new(recorder);
        (await client.PostAsync("https://legacy.test/v1/threads", new StringContent(json, Encoding.UTF8, "application/json"), World.Cancelled)).Dispose();
        return Assert.Single(recorder.ToRecording("one").Exchanges);
    }

    private static Recording Recorded(string exchange) => Recording.Parse("a.json", Encoding.UTF8.GetBytes($$"""{"exchanges":[{{exchange}}]}"""));

    private sealed class Answering : HttpMessageHandler
    {
        public string? Encoding { get; init; }

        public bool Echoes { get; init; }

        public bool Waits { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Waits)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            byte[] body = System.Text.Encoding.UTF8.GetBytes(Echoes ? $$"""{"path":"{{request.RequestUri!.AbsolutePath}}"}""" : Encoding is null ? "{}" : """{"api_key":"abc"}""");
            ByteArrayContent content = new(Encoding is null ? body : Pack(body, Encoding));
            content.Headers.ContentType = new("application/json");
            if (Encoding is not null)
                content.Headers.ContentEncoding.Add(Encoding);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        }

        private static byte[] Pack(byte[] body, string encoding)
        {
            using MemoryStream packed = new();
            using (Stream packing = encoding == "br" ? new BrotliStream(packed, CompressionMode.Compress) : new GZipStream(packed, CompressionMode.Compress))
                packing.Write(body);
            return packed.ToArray();
        }
    }
}
