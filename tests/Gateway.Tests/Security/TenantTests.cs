using System.Text.Json;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Security;

/// <summary>What one tenant has made does not exist for another, whichever way it is named.</summary>
public sealed class TenantTests
{
    private const string Mine = "key of a";
    private const string Theirs = "key of b";
    private const string Old = "key of the default tenant";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tenant_IdsOfAnother_AreUnknown(bool foundry)
    {
        await using GatewayWorld world = await StartAsync(foundry);
        Things mine = await Things.CreateAsync(world, Mine);

        foreach ((string method, string path, string? body) in mine.Calls())
        {
            Answer theirs = await world.SendAsync(method, path, body, Theirs);
            Assert.True(theirs.Status is 404 or 400, $"{method} {path} {body}: {theirs.Status} {System.Text.Encoding.UTF8.GetString(theirs.Body)}");
            Assert.DoesNotContain("tenant", System.Text.Encoding.UTF8.GetString(theirs.Body), StringComparison.OrdinalIgnoreCase);
        }
        await mine.AssertUnharmedAsync(world, Mine);
    }

    /// <summary>The answer about what is there and another's is the one about what is not there at all.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tenant_IdsOfAnother_AreAnsweredLikeThoseThatNobodyHas(bool foundry)
    {
        await using GatewayWorld world = await StartAsync(foundry);
        Things mine = await Things.CreateAsync(world, Mine);

        foreach (string id in new[] { mine.Thread, mine.File, mine.Store, mine.Assistant })
        {
            string path = id[..3] switch { "thr" => "threads", "fil" => "files", "vs_" => "vector_stores", _ => "assistants" };
            // Another id of the same shape, which nobody has: hexadecimal stays so.
            string nobodys = id[..^4] + (id.EndsWith("0000", StringComparison.Ordinal) ? "1111" : "0000");

            Answer foreign = await world.SendAsync("GET", $"/v1/{path}/{id}", null, Theirs);
            Answer unknown = await world.SendAsync("GET", $"/v1/{path}/{nobodys}", null, Mine);

            Assert.Equal(unknown.Status, foreign.Status);
            Assert.Equal(Text(unknown).Replace(nobodys, "X", StringComparison.Ordinal), Text(foreign).Replace(id, "X", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tenant_Lists_HaveItsOwnOnly(bool foundry)
    {
        await using GatewayWorld world = await StartAsync(foundry);
        List<string> files = [];
        for (int i = 0; i < 3; i++)
        {
            files.Add((await world.UploadAsync(Mine)).Id());
            await Things.CreateAsync(world, Theirs);
        }

        Assert.Equal(files.AsEnumerable().Reverse(), await IdsAsync(world, "/v1/files", Mine));
        Assert.Equal(3, (await IdsAsync(world, "/v1/files", Theirs)).Count);
        Assert.Equal(3, (await IdsAsync(world, "/v1/vector_stores", Theirs)).Count);
        Assert.Equal(3, (await IdsAsync(world, "/v1/assistants", Theirs)).Count);
        Assert.Empty(await IdsAsync(world, "/v1/vector_stores", Mine));
        Assert.Empty(await IdsAsync(world, "/v1/assistants", Mine));
        Assert.Empty(await IdsAsync(world, "/v1/files", Old));
        Assert.Empty(await IdsAsync(world, "/v1/assistants", Old));
    }

    [Fact]
    public async Task Tenant_PagesOfFiles_LookAsIfItWereAlone()
    {
        await using GatewayWorld world = await StartAsync(foundry: false);
        List<string> files = [];
        for (int i = 0; i < 5; i++)
        {
            files.Add((await world.UploadAsync(Mine)).Id());
            await world.UploadAsync(Theirs);
        }

        List<string> read = [];
        string after = "";
        bool more = true;
        while (more)
        {
            JsonElement page = (await world.SendAsync("GET", $"/v1/files?limit=2&order=asc{after}", null, Mine)).Ok();
            read.AddRange(page.GetProperty("data").EnumerateArray().Select(file => file.GetProperty("id").GetString()!));
            after = $"&after={read[^1]}";
            more = page.GetProperty("has_more").GetBoolean();
        }

        Assert.Equal(files, read);
        JsonElement stores = (await world.SendAsync("GET", "/v1/vector_stores?limit=1", null, Mine)).Ok();
        Assert.False(stores.GetProperty("has_more").GetBoolean());
        Assert.Equal(JsonValueKind.Null, stores.GetProperty("first_id").ValueKind);
    }

    /// <summary>Keys of one tenant are of one tenant; what was there before belongs to the default one.</summary>
    [Fact]
    public async Task Tenant_SeveralKeys_ShareEverything()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents =>
        {
            agents.AddKey("first", "a");
            agents.AddKey("second", "a");
        });
        Things mine = await Things.CreateAsync(world, "first");

        await mine.AssertUnharmedAsync(world, "second");
    }

    [Fact]
    public async Task Tenant_WhatWasThereBefore_IsTheDefaultOnes()
    {
        AgentsMigration.Adapter.State.InMemoryDocumentStore documents = new(TimeProvider.System);
        await using GatewayWorld before = await GatewayWorld.StartAsync(agents =>
        {
            agents.Documents = documents;
            agents.AddKey(Old);
        });
        Things things = await Things.CreateAsync(before, Old);
        await using GatewayServer after = await GatewayServer.StartAsync(
            new GatewayServerOptions { Urls = ["http://127.0.0.1:0"] },
            agents =>
            {
                agents.Target = before.Target;
                agents.Documents = documents;
                agents.AddKey(Old);
                agents.AddKey(Mine, "a");
            },
            TestContext.Current.CancellationToken);
        before.PointTo(after);

        await things.AssertUnharmedAsync(before, Old);
        Assert.Equal(404, (await before.SendAsync("GET", $"/v1/files/{things.File}", null, Mine)).Status);
        Assert.Equal(404, (await before.SendAsync("GET", $"/v1/threads/{things.Thread}", null, Mine)).Status);
    }

    /// <summary>Its id says in which container it is, so that nothing has to be known of it to find it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tenant_GeneratedFile_IsServedToItsOwnOnly(bool streamed)
    {
        await using GatewayWorld world = await StartAsync(foundry: false);
        string csv = (await world.UploadAsync(Mine, await System.IO.File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "node", "companies.csv"), TestContext.Current.CancellationToken))).Id();
        string assistant = (await world.SendAsync("POST", "/v1/assistants", """{"model":"m","tools":[{"type":"code_interpreter"}]}""", Mine)).Id();
        string thread = (await world.SendAsync(
            "POST",
            "/v1/threads",
            """{"messages":[{"role":"user","content":"Make a bar chart of the revenue per company in the ENERGY sector.","attachments":[{"file_id":"FILE","tools":[{"type":"code_interpreter"}]}]}]}"""
                .Replace("FILE", csv, StringComparison.Ordinal),
            Mine)).Id();
        Answer run = await world.SendAsync(
            "POST", $"/v1/threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","stream":{{(streamed ? "true" : "false")}}}""", Mine);
        if (!streamed)
            await world.EndAsync(thread, run.Id(), Mine);
        JsonElement message = (await world.SendAsync("GET", $"/v1/threads/{thread}/messages", null, Mine)).Ok().GetProperty("data")[0];
        string? image = message.GetProperty("content").EnumerateArray()
            .Where(part => part.GetProperty("type").GetString() == "image_file")
            .Select(part => part.GetProperty("image_file").GetProperty("file_id").GetString())
            .FirstOrDefault();
        Assert.True(image is not null, message.GetRawText());

        Assert.Equal(200, (await world.SendAsync("GET", $"/v1/files/{image}/content", null, Mine)).Status);
        foreach (string key in new[] { Theirs, Old })
        {
            Assert.Equal(404, (await world.SendAsync("GET", $"/v1/files/{image}", null, key)).Status);
            Assert.Equal(404, (await world.SendAsync("GET", $"/v1/files/{image}/content", null, key)).Status);
            Assert.Equal(404, (await world.SendAsync("DELETE", $"/v1/files/{image}", null, key)).Status);
            Assert.Equal(404, (await world.SendAsync("POST", "/v1/vector_stores", $$"""{"file_ids":["{{image}}"]}""", key)).Status);
        }
        Assert.Equal(200, (await world.SendAsync("GET", $"/v1/files/{image}/content", null, Mine)).Status);
    }

    private static Task<GatewayWorld> StartAsync(bool foundry)
    {
        return foundry ? GatewayWorld.StartFoundryAsync(AddKeys) : GatewayWorld.StartAsync(AddKeys);

        static void AddKeys(LegacyAgentsOptions agents)
        {
            agents.AddKey(Mine, "a");
            agents.AddKey(Theirs, "b");
            agents.AddKey(Old);
        }
    }

    private static async Task<List<string>> IdsAsync(GatewayWorld world, string path, string key) =>
    [
        .. (await world.SendAsync("GET", path, null, key)).Ok().GetProperty("data").EnumerateArray()
            .Select(item => item.GetProperty("id").GetString()!),
    ];

    private static string Text(Answer answer) => System.Text.Encoding.UTF8.GetString(answer.Body);
}
