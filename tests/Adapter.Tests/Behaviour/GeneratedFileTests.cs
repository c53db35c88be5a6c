using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Behaviour;

public sealed class GeneratedFileTests
{
    private const string CodeInterpreter = """ "tools":[{"type":"code_interpreter"},{"type":"file_search"}] """;

    [Fact]
    public async Task Attach_ToALaterMessage_UploadsItOnceUnderTheTargetsOwnId()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        (JsonElement run, string file) = await MakeAsync(adapter);
        string thread = await adapter.CreateThreadAsync();
        string message = $$"""{"role":"user","content":"print 2","attachments":[{"file_id":"{{file}}","tools":[{"type":"code_interpreter"}]}]}""";

        JsonElement created = (await adapter.SendAsync("POST", $"threads/{thread}/messages", message)).Ok();
        await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, run.GetProperty("assistant_id").GetString()!));
        await adapter.AddMessageAsync(thread, "print 3");
        await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, run.GetProperty("assistant_id").GetString()!));

        Assert.Equal(file, created.GetProperty("attachments")[0].GetProperty("file_id").GetString());
        RecordedCall upload = Assert.Single(adapter.V2.Calls, call => call.Method == "POST" && call.Path.EndsWith("/files"));
        string uploaded = upload.ResponseJson.GetProperty("id").GetString()!;
        string[] sent = [.. adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses"))
            .RequestJson.GetProperty("tools")[0].GetProperty("container").GetProperty("file_ids").EnumerateArray().Select(id => id.GetString()!)];
        Assert.Contains(uploaded, sent);
        Assert.DoesNotContain(file, sent);
    }

    [Fact]
    public async Task VectorStore_TakesItByItsLegacyId()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        (_, string file) = await MakeAsync(adapter);

        JsonElement store = (await adapter.SendAsync("POST", "vector_stores", $$"""{"name":"s","file_ids":["{{file}}"] }""")).Ok();
        string other = (await adapter.SendAsync("POST", "vector_stores", """{"name":"t"}""")).Ok().GetProperty("id").GetString()!;
        (await adapter.SendAsync("POST", $"vector_stores/{other}/files", $$"""{"file_id":"{{file}}"}""")).Ok();

        Assert.Equal(1, (await adapter.GetAsync($"vector_stores/{store.GetProperty("id").GetString()}")).GetProperty("file_counts").GetProperty("total").GetInt32());
        Assert.Single(adapter.V2.Calls, call => call.Method == "POST" && call.Path.EndsWith("/v1/files"));
    }

    [Fact]
    public async Task Content_ContainerHasExpired_IsStillServed()
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        EmulatorOptions emulator = TestScript.Options();
        emulator.TimeProvider = time;
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(emulator: emulator);
        (JsonElement run, string file) = await MakeAsync(adapter);

        time.Advance(TimeSpan.FromMinutes(25));

        Assert.Equal("1"u8.ToArray(), (await adapter.SendAsync("GET", $"files/{file}/content")).Body);
        string thread = run.GetProperty("thread_id").GetString()!;
        await adapter.AddMessageAsync(thread, "print 2");
        JsonElement next = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, run.GetProperty("assistant_id").GetString()!));
        Assert.Equal("completed", next.GetProperty("status").GetString());
    }

    [Fact]
    public async Task List_WithoutPurpose_HasUploadedAndGeneratedFilesOnceEach()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        (_, string file) = await MakeAsync(adapter);
        string[] uploads = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(async i =>
            (await adapter.UploadAsync($"{i}.txt", "x"u8.ToArray())).Ok().GetProperty("id").GetString()!))];

        List<string> walked = [];
        JsonElement page = await adapter.GetAsync("files?limit=2");
        while (true)
        {
            walked.AddRange(page.GetProperty("data").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!));
            if (!page.GetProperty("has_more").GetBoolean())
                break;
            page = await adapter.GetAsync($"files?limit=2&after={walked[^1]}");
        }

        Assert.Equal([.. uploads.Append(file).Order()], walked.Order());
        Assert.Equal([file], (await adapter.ListAsync("files?purpose=assistants_output")).Select(entry => entry.GetProperty("id").GetString()));
        Assert.Equal(3, (await adapter.ListAsync("files?purpose=assistants")).Length);
    }

    private static async Task<(JsonElement Run, string File)> MakeAsync(AdapterFixture adapter)
    {
        JsonElement run = await adapter.RunAsync("print 1", CodeInterpreter);
        JsonElement message = (await adapter.ListAsync($"threads/{run.GetProperty("thread_id").GetString()}/messages"))[0];
        return (run, message.GetProperty("attachments")[0].GetProperty("file_id").GetString()!);
    }
}
