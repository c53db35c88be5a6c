using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>Assistants as agent versions: what Foundry does to them, and what the adapter makes of it.</summary>
public sealed class FoundryTests
{
    [Fact]
    public async Task Modify_WhileARunWaits_LeavesItItsVersion()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry);
        JsonElement waiting = await adapter.RunAsync("one call", ToolOutputTests.Lookup);
        await ModifyAsync(adapter, Text(waiting, "assistant_id"), "Other.");

        string call = Text(waiting.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")[0], "id");
        (await adapter.SubmitAsync(waiting, (call, "42"))).Ok();
        JsonElement run = await adapter.PollAsync(Text(waiting, "thread_id"), Text(waiting, "id"));

        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal("1", Text(LastRequest(adapter).GetProperty("agent_reference"), "version"));
        JsonElement next = await RunAgainAsync(adapter, run);
        Assert.Equal("completed", Text(next, "status"));
        Assert.Equal("2", Text(LastRequest(adapter).GetProperty("agent_reference"), "version"));
    }

    [Fact]
    public async Task Modify_VersionsAreFull_DropsTheOldestThatNoRunCanPin()
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        await using AdapterFixture adapter = await StartFullAsync(time);
        string assistant = await adapter.CreateAssistantAsync();
        for (int i = 0; i < 6; i++)
        {
            time.Advance(TimeSpan.FromMinutes(11));
            await ModifyAsync(adapter, assistant, $"Number {i}.");
        }

        JsonElement run = await RunNewAsync(adapter, assistant);

        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal("Number 5.", Text(await adapter.GetAsync($"assistants/{assistant}"), "instructions"));
        Assert.Equal("7", Text(LastRequest(adapter).GetProperty("agent_reference"), "version"));
        Assert.Contains(adapter.V2.Calls, call => call.Method == "DELETE" && call.Path.EndsWith("/versions/1"));
    }

    [Fact]
    public async Task Modify_VersionsAreFullAndYoung_SendsTheDefinitionAlong()
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        await using AdapterFixture adapter = await StartFullAsync(time);
        string assistant = await adapter.CreateAssistantAsync();
        for (int i = 0; i < 6; i++)
            await ModifyAsync(adapter, assistant, $"Number {i}.");

        JsonElement run = await RunNewAsync(adapter, assistant);

        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal("Number 5.", Text(LastRequest(adapter), "instructions"));
        Assert.DoesNotContain(adapter.V2.Calls, call => call.Method == "DELETE");
        time.Advance(TimeSpan.FromMinutes(11));
        await ModifyAsync(adapter, assistant, "Last.");
        await RunNewAsync(adapter, assistant);
        Assert.True(LastRequest(adapter).TryGetProperty("agent_reference", out _));
    }

    [Fact]
    public async Task Run_VersionIsGone_SendsTheDefinitionAlong()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry);
        string assistant = await adapter.CreateAssistantAsync("\"instructions\":\"Help.\"");
        using HttpClient portal = new();
        string agent = assistant.Replace("asst_", "asst-", StringComparison.Ordinal);
        using HttpResponseMessage deleted = await portal.DeleteAsync(
            $"{adapter.ProjectEndpoint}/agents/{agent}?api-version=v1", TestContext.Current.CancellationToken);
        Assert.True(deleted.IsSuccessStatusCode);

        JsonElement run = await RunNewAsync(adapter, assistant);

        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal("Help.", Text(LastRequest(adapter), "instructions"));
    }

    [Fact]
    public async Task Create_NameIsTaken_LeavesTheOtherAgentAlone()
    {
        TakenName taken = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            TargetKind.Foundry, configure: options => options.Transport = taken.Over(options.Transport!));

        string assistant = await adapter.CreateAssistantAsync("\"instructions\":\"Mine.\"");

        Assert.NotEqual(taken.Name, assistant.Replace("asst_", "asst-", StringComparison.Ordinal));
        using HttpClient portal = new();
        JsonElement other = JsonElement.Parse(await portal.GetByteArrayAsync(
            $"{adapter.ProjectEndpoint}/agents/{taken.Name}?api-version=v1", TestContext.Current.CancellationToken));
        Assert.Equal("1", Text(other.GetProperty("versions").GetProperty("latest"), "version"));
        Assert.Single(await adapter.ListAsync("assistants"));
    }

    [Fact]
    public async Task Create_AllMetadataThatLegacyAllows_IsKept()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry);
        string pairs = string.Join(',', Enumerable.Range(0, 16).Select(i => $"\"k{i}\":\"v\""));

        string assistant = await adapter.CreateAssistantAsync($"\"name\":\"N\",\"metadata\":{{{pairs}}}");
        await ModifyAsync(adapter, assistant, "Other.");

        Assert.Equal(16, (await adapter.GetAsync($"assistants/{assistant}")).GetProperty("metadata").EnumerateObject().Count());
    }

    [Fact]
    public async Task Get_StateIsLost_IsReadFromTheAgent()
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        EmulatorOptions emulator = TestScript.Options();
        emulator.TimeProvider = time;
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry, emulator, options => options.TimeProvider = time);
        string assistant = await adapter.CreateAssistantAsync("\"name\":\"N\",\"metadata\":{\"k\":\"v\"}");
        long created = (await adapter.GetAsync($"assistants/{assistant}")).GetProperty("created_at").GetInt64();
        time.Advance(TimeSpan.FromDays(1));
        await ModifyAsync(adapter, assistant, "Other.");

        await using AdapterFixture second = adapter.Restart(_ => { });
        JsonElement read = await second.GetAsync($"assistants/{assistant}");

        Assert.Equal(("N", "Other.", created), (Text(read, "name"), Text(read, "instructions"), read.GetProperty("created_at").GetInt64()));
        Assert.Equal("k", Assert.Single(read.GetProperty("metadata").EnumerateObject()).Name);
    }

    private static Task<AdapterFixture> StartFullAsync(ManualTimeProvider time)
    {
        EmulatorOptions emulator = TestScript.Options();
        emulator.TimeProvider = time;
        emulator.AgentVersionLimit = 4;
        return AdapterFixture.StartAsync(TargetKind.Foundry, emulator, options => options.TimeProvider = time);
    }

    private static async Task ModifyAsync(AdapterFixture adapter, string assistant, string instructions) =>
        (await adapter.SendAsync("POST", $"assistants/{assistant}", $$"""{"instructions":"{{instructions}}"}""")).Ok();

    private static async Task<JsonElement> RunNewAsync(AdapterFixture adapter, string assistant)
    {
        string thread = await adapter.CreateThreadAsync("hello");
        return await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));
    }

    private static async Task<JsonElement> RunAgainAsync(AdapterFixture adapter, JsonElement run)
    {
        string thread = Text(run, "thread_id");
        await adapter.AddMessageAsync(thread, "hello");
        return await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, Text(run, "assistant_id")));
    }

    private static JsonElement LastRequest(AdapterFixture adapter) =>
        adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses")).RequestJson;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

/// <summary>Somebody who is faster: the first name that is asked for has an agent already.</summary>
internal sealed class TakenName
{
    public string? Name { get; private set; }

    public HttpMessageHandler Over(HttpMessageHandler inner) => new Handler(this, inner);

    private sealed class Handler(TakenName owner, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (owner.Name is null && request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/agents", StringComparison.Ordinal))
            {
                owner.Name = JsonElement.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken)).GetProperty("name").GetString();
                using HttpRequestMessage other = new(HttpMethod.Post, request.RequestUri)
                {
                    Content = new StringContent($$"""{"name":"{{owner.Name}}","definition":{"kind":"prompt","model":"gpt-4o","instructions":"Theirs."} }"""),
                };
                (await base.SendAsync(other, cancellationToken)).EnsureSuccessStatusCode().Dispose();
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
