using System.Text.Json;
using AgentsMigration.Emulator.Tests.Support;
using AgentsMigration.TestSupport;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Emulator.Tests.Wire;

/// <summary>Bodies against the official description; skipped where that is absent.</summary>
public sealed class SchemaTests : EmulatorTest
{
    private const string Outputs = "?include[]=code_interpreter_call.outputs&include[]=file_search_call.results";

    /// <summary>Skips the test at its start where the descriptions are absent: inside Assert.All a skip would be a failure.</summary>
    public SchemaTests() => SharedFolder.Require("specs", "openai-2026-08.json");

    [Fact]
    public async Task Files_Bodies_FitSchema()
    {
        string id = await OpenAI.UploadAsync("a.txt", "text");
        Check("OpenAIFile", await OpenAI.GetAsync("/files/" + id));
        Check("ListFilesResponse", await OpenAI.GetAsync("/files"));
        Check("DeleteFileResponse", await OpenAI.DeleteAsync("/files/" + id));
    }

    [Fact]
    public async Task Conversations_Bodies_FitSchema()
    {
        string id = await OpenAI.ConversationAsync("Hello");
        Check("ConversationResource", await OpenAI.GetAsync("/conversations/" + id));
        (await OpenAI.PostAsync("/responses", $$"""{"model":"m","conversation":"{{id}}"}""")).Ok();
        Check("ConversationItemList", await OpenAI.GetAsync($"/conversations/{id}/items"));
        Check("DeletedConversationResource", await OpenAI.DeleteAsync("/conversations/" + id));
    }

    [Fact]
    public async Task Containers_Bodies_FitSchema()
    {
        string file = await OpenAI.UploadAsync("a.txt", "text");
        string id = (await OpenAI.PostAsync("/containers", """{"name":"c"}""")).Ok().Id;
        Check("ContainerResource", await OpenAI.GetAsync("/containers/" + id));
        Check("ContainerListResource", await OpenAI.GetAsync("/containers"));
        Check("ContainerFileResource", await OpenAI.PostAsync($"/containers/{id}/files",
            $$"""{"file_id":"{{file}}"}"""));
        Check("ContainerFileListResource", await OpenAI.GetAsync($"/containers/{id}/files"));
    }

    [Fact]
    public async Task Response_CodeInterpreter_FitsSchema()
    {
        Answer created = (await OpenAI.PostAsync("/responses", """
            {"model":"gpt-4o","input":"Solve 3x + 11 = 14","tools":[{"type":"code_interpreter","container":{"type":"auto"}}]}
            """)).Ok();
        Check("Response", created);
        Check("Response", await OpenAI.GetAsync($"/responses/{created.Id}{Outputs}"));
        Check("ResponseItemList", await OpenAI.GetAsync($"/responses/{created.Id}/input_items"));
    }

    [Fact]
    public async Task Stream_FunctionCall_EventsFitSchema()
    {
        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses", """
            {"stream":true,"model":"gpt-4o","input":"Weather in Oslo?","tools":[{"type":"function","name":"weather","strict":false,
             "parameters":{"type":"object","properties":{"location":{"type":"string"}},"required":["location"]}}]}
            """);
        Assert.All(events, entry => Check("ResponseStreamEvent", entry.Data.ToJsonString()));
    }

    [Fact]
    public async Task Stream_FileSearch_EventsFitSchema()
    {
        string store = await StoreAsync();
        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses", $$"""
            {"stream":true,"model":"gpt-4o","input":"What is the favorite food of Travis?","include":["file_search_call.results"],
             "tools":[{"type":"file_search","vector_store_ids":["{{store}}"]}]}
            """);
        Assert.All(events, entry => Check("ResponseStreamEvent", entry.Data.ToJsonString()));
    }

    [Fact]
    public async Task Stream_CodeInterpreter_EventsFitSchema()
    {
        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses", """
            {"model":"gpt-4o","input":"Solve 3x + 11 = 14","stream":true,"include":["code_interpreter_call.outputs"],
             "tools":[{"type":"code_interpreter","container":{"type":"auto"}}]}
            """);
        Assert.All(events, entry => Check("ResponseStreamEvent", entry.Data.ToJsonString()));
    }

    [Fact]
    public async Task VectorStores_Bodies_FitSchema()
    {
        string id = await StoreAsync();
        Check("VectorStoreObject", await OpenAI.GetAsync("/vector_stores/" + id));
        Check("ListVectorStoresResponse", await OpenAI.GetAsync("/vector_stores"));
        Check("ListVectorStoreFilesResponse", await OpenAI.GetAsync($"/vector_stores/{id}/files"));
        Check("VectorStoreSearchResultsPage", await OpenAI.PostAsync($"/vector_stores/{id}/search",
            """{"query":"favorite food"}"""));
    }

    [Fact]
    public async Task Error_Body_FitsSchema() =>
        Check("ErrorResponse", (await OpenAI.GetAsync("/responses/resp_1")).Text);

    private static void Check(string component, Answer answer) => Check(component, answer.Ok().Text);

    private static void Check(string component, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        SchemaError[] errors =
        [
            .. OpenApiSchema.OpenAI.ValidateComponent(component, document.RootElement)
                .Where(error =>
                    !RecordedDeviations.OpenAI.Any(known => known.Covers(error) || known.Covers(OfEntry(error)))),
        ];
        Assert.True(errors.Length == 0, $"{component}: {string.Join("; ", errors.Take(4))}\n{json}");
    }

    // An entry of a list deviates as the object itself does.
    private static SchemaError OfEntry(SchemaError error) =>
        error.Path.StartsWith("$.data[0].",
            StringComparison.Ordinal) ? error with { Path = "$" + error.Path["$.data[0]".Length..] } : error;

    private async Task<string> StoreAsync()
    {
        string file = await OpenAI.UploadAsync("foods.txt", "Travis's favorite food is pizza.", "user_data");
        return (await OpenAI.PostAsync("/vector_stores", $$"""{"file_ids":["{{file}}"]}""")).Ok().Id;
    }
}
