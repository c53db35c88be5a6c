using System.Net;
using System.Text.Json.Nodes;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Strictness;

public sealed class AgentTests : EmulatorTest
{
    private const string Version = "?api-version=v1";
    private const string Definition = """{"definition":{"kind":"prompt","model":"gpt-4o","instructions":"Be kind."}}""";

    [Fact]
    public async Task Create_SameDefinition_SameVersion()
    {
        Answer first = (await Project.PostAsync("/agents/writer/versions" + Version, Definition)).Ok();
        Answer same = (await Project.PostAsync("/agents/writer/versions" + Version, Definition)).Ok();
        Answer other = (await Project.PostAsync("/agents/writer/versions" + Version,
            Definition.Replace("kind.", "brief.", StringComparison.Ordinal))).Ok();

        Assert.Equal("1", first["version"]!.GetValue<string>());
        Assert.Equal("1", same["version"]!.GetValue<string>());
        Assert.Equal("2", other["version"]!.GetValue<string>());
        Assert.Equal("writer:2", (await Project.GetAsync("/agents/writer" + Version)).Ok()["versions"]!["latest"]!["id"]!.GetValue<string>());
        Assert.Equal("Be kind.", (await Project.GetAsync("/agents/writer/versions/1" + Version)).Ok()["definition"]!["instructions"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("-a")]
    [InlineData("a_b")]
    [InlineData("a-")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd")]
    public async Task Create_WrongName_IsRefused(string name)
    {
        Answer answer = await Project.PostAsync($"/agents/{name}/versions{Version}", Definition);
        Assert.Equal("name", Detail(answer)["param"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_NoKind_IsRefused()
    {
        Answer answer = await Project.PostAsync("/agents/a/versions" + Version,
            """{"definition":{"model":"gpt-4o"}}""");
        Assert.Equal("definition.kind", Detail(answer)["param"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_NoApiVersion_IsRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Project.PostAsync("/agents/a/versions", Definition)).Status);

    [Fact]
    public async Task Delete_OnlyVersion_RemovesAgent()
    {
        await Project.PostAsync("/agents/a/versions" + Version, Definition);
        Answer deleted = (await Project.DeleteAsync("/agents/a/versions/1" + Version)).Ok();
        Assert.Equal("agent.version.deleted", deleted["object"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await Project.GetAsync("/agents/a" + Version)).Status);
    }

    [Fact]
    public async Task List_Agents_PagesBothWays()
    {
        foreach (string name in new[] { "a", "b", "c" }) await Project.PostAsync($"/agents/{name}/versions{Version}",
            Definition);
        Answer page = (await Project.GetAsync("/agents" + Version + "&limit=1&order=asc&before=c")).Ok();
        Assert.Equal("b", page["first_id"]!.GetValue<string>());
        Assert.True(page["has_more"]!.GetValue<bool>());
    }

    [Fact]
    public async Task OtherProject_Agent_IsNotThere()
    {
        await Project.PostAsync("/agents/a/versions" + Version, Definition);
        using ApiClient other = new(new Uri(Server.BaseAddress, "api/projects/other"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/agents/a" + Version)).Status);
    }

    [Theory]
    [InlineData("agent_reference")]
    [InlineData("agent")]
    public async Task Response_AgentReference_UsesDefinitionAndSignsItems(string member)
    {
        await Project.PostAsync("/agents/a/versions" + Version, Definition);
        Answer answer = (await Foundry.PostAsync("/responses", $$"""
            {"{{member}}":{"type":"agent_reference","name":"a"},"input":"Hello"}
            """)).Ok();

        Assert.Equal("gpt-4o", answer["model"]!.GetValue<string>());
        Assert.Equal("Be kind.", answer["instructions"]!.GetValue<string>());
        Assert.Equal("1", answer["agent_reference"]!["version"]!.GetValue<string>());
        Assert.Equal(answer.Id, answer.Output[0]!["response_id"]!.GetValue<string>());
        Assert.Equal("a", answer.Output[0]!["agent_reference"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("model", "\"gpt-4o\"")]
    [InlineData("instructions", "\"x\"")]
    [InlineData("tools", "[]")]
    [InlineData("tool_choice", "\"auto\"")]
    [InlineData("parallel_tool_calls", "true")]
    [InlineData("temperature", "1")]
    [InlineData("top_p", "1")]
    [InlineData("text", "{}")]
    [InlineData("reasoning", "{}")]
    public async Task Response_OverrideBesideAgent_IsRefused(string param, string value)
    {
        await Project.PostAsync("/agents/a/versions" + Version, Definition);
        Answer answer = await Foundry.PostAsync("/responses", $$"""
            {"input":"Hello","agent_reference":{"type":"agent_reference","name":"a"},"{{param}}":{{value}}}
            """);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("invalid_payload", answer["error"]!["code"]!.GetValue<string>());
        Assert.Equal("Not allowed when agent is specified.", Detail(answer)["message"]!.GetValue<string>());
        Assert.Equal(param, Detail(answer)["param"]!.GetValue<string>());
        Assert.NotNull(answer["error"]!["additionalInfo"]!["request_id"]);
    }

    [Fact]
    public async Task Response_UnknownAgentVersion_Is404()
    {
        Answer answer = await Foundry.PostAsync("/responses",
            """{"input":"Hello","agent_reference":{"type":"agent_reference","name":"a","version":"3"}}""");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("Agent a with version 3 not found.", answer["error"]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_MoreVersionsThanAllowed_IsRefusedUntilOneIsDeleted()
    {
        for (int i = 0; i < 3; i++)
            (await Project.PostAsync("/agents/a/versions" + Version, Saying(i))).Ok();

        Answer refused = await Project.PostAsync("/agents/a/versions" + Version, Saying(3));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("UserError", refused["error"]!["code"]!.GetValue<string>());
        (await Project.PostAsync("/agents/a/versions" + Version, Saying(2))).Ok();
        (await Project.DeleteAsync("/agents/a/versions/1" + Version)).Ok();
        Assert.Equal("4", (await Project.PostAsync("/agents/a/versions" + Version, Saying(3))).Ok()["version"]!.GetValue<string>());
    }

    protected override void Configure(EmulatorOptions options) => options.AgentVersionLimit = 3;

    private static string Saying(int number) => Definition.Replace("kind.", $"kind {number}.", StringComparison.Ordinal);

    private static JsonNode Detail(Answer answer) => Assert.Single(answer["error"]!["details"]!.AsArray())!;
}
