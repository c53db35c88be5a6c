using System.Net;
using AgentsMigration.Emulator.Tests.Support;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Emulator.Tests.Strictness;

/// <summary>What stands under which base, and how each service says that something does not.</summary>
public sealed class SurfaceTests : EmulatorTest
{
    public static TheoryData<string, string> NotOnAzureOpenAI => new()
    {
        { "POST", "/conversations" },
        { "GET", "/conversations/conv_1" },
        { "POST", "/conversations/conv_1/items" },
        { "POST", "/responses/resp_1/cancel" },
        { "POST", "/responses/input_tokens" },
        { "POST", "/vector_stores/vs_1/search" },
        { "GET", "/vector_stores/vs_1/files/file-1/content" },
        { "GET", "/responses" },
        { "POST", "/assistants" },
        { "POST", "/threads" },
    };

    [Theory]
    [MemberData(nameof(NotOnAzureOpenAI))]
    public async Task AzureOpenAI_RouteOfOthers_Is404InItsShape(string method, string path)
    {
        Answer answer = await Azure.SendAsync(new HttpMethod(method), path, null);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("""{"error":{"code":"404","message":"Resource not found"}}""", answer.Text);
    }

    [Fact]
    public void AzureOpenAI_RoutesThatItLacks_AreNotInItsDescription()
    {
        OpenApiSchema description = OpenApiSchema.AzureOpenAIV1;
        foreach ((string method, string path) in NotOnAzureOpenAI.Select(row => row.Data))
            Assert.Throws<KeyNotFoundException>(() => description.ValidateResponse(method, path, 200, default));
    }

    [Theory]
    [InlineData("conversation", "\"conv_1\"")]
    [InlineData("stream_options", "{}")]
    [InlineData("agent_reference", "{}")]
    public async Task AzureOpenAI_ParameterOfOthers_IsUnknown(string param, string value) =>
        (await Azure.PostAsync("/responses", $$"""{"model":"m","input":"x","{{param}}":{{value}} }"""))
            .IsRefused(400, $"Unknown parameter: '{param}'.", param, "unknown_parameter");

    [Fact]
    public async Task AzureOpenAI_PurposeVision_IsRefused()
    {
        using MultipartFormDataContent form = new() { { new StringContent("vision"), "purpose" }, { new StringContent("x"), "file", "a.png" } };
        (await Azure.SendAsync(HttpMethod.Post, "/files", form)).IsRefused(
            400, "'vision' is not one of ['assistants', 'batch', 'fine-tune', 'evals'] - 'purpose'");
    }

    [Fact]
    public async Task AzureOpenAI_Response_GoesOnFromThePreviousOne()
    {
        Answer first = (await Azure.PostAsync("/responses", """{"model":"gpt-4o","input":"Hello","store":true}""")).Ok();
        Answer second = (await Azure.PostAsync("/responses", $$"""{"model":"gpt-4o","input":"Hello","previous_response_id":"{{first.Id}}"}""")).Ok();
        Assert.Equal("gpt-4o", second["model"]!.GetValue<string>());
        Assert.StartsWith("assistant-", await Azure.UploadAsync("a.txt", "x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foundry_UnknownRoute_Is404InItsShape()
    {
        foreach (ApiClient client in new[] { Foundry, Project })
        {
            Answer answer = await client.PostAsync("/assistants");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.NotNull(answer["error"]!["additionalInfo"]!["request_id"]);
        }
    }

    [Fact]
    public async Task OpenAI_Agents_AreNotThere() =>
        (await OpenAI.GetAsync("/agents")).IsRefused(404, "Invalid URL (GET /v1/agents)");

    [Fact]
    public async Task Surfaces_ShareNothing()
    {
        string file = await OpenAI.UploadAsync("a.txt", "x");
        (await Azure.GetAsync("/files/" + file)).IsRefused(404, $"No such File object: {file}", "id");
        (await Foundry.GetAsync("/files/" + file)).IsRefused(404, $"No such File object: {file}", "id");
    }
}

/// <summary>Models that are not there.</summary>
public sealed class DeploymentTests : EmulatorTest
{
    [Fact]
    public async Task Response_UnknownModel_IsRefusedAsEachServiceDoes()
    {
        const string Body = """{"model":"gpt-none","input":"x"}""";
        Assert.Equal("DeploymentNotFound", (await Azure.PostAsync("/responses", Body))["error"]!["code"]!.GetValue<string>());
        Assert.Equal("DeploymentNotFound", (await Foundry.PostAsync("/responses", Body))["error"]!["code"]!.GetValue<string>());
        (await OpenAI.PostAsync("/responses", Body)).IsRefused(400, "The requested model 'gpt-none' does not exist.", "model", "model_not_found");
    }

    [Fact]
    public async Task Model_KnownAndUnknown_IsToldApart()
    {
        foreach (ApiClient client in new[] { OpenAI, Azure, Foundry })
        {
            Assert.Equal("gpt-4o", (await client.GetAsync("/models/gpt-4o")).Ok().Id);
            Assert.Equal("gpt-4o", Assert.Single((await client.GetAsync("/models")).Ok().Data)!["id"]!.GetValue<string>());
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/models/gpt-none")).Status);
        }
        Assert.Equal("gpt-4o", (await Project.GetAsync("/deployments/gpt-4o?api-version=v1")).Ok()["modelName"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await Project.GetAsync("/deployments/gpt-none?api-version=v1")).Status);
    }

    protected override void Configure(EmulatorOptions options) => options.Models = ["gpt-4o"];
}
