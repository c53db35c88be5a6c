using System.Text;
using System.Text.Json;
using AgentsMigration.Comparison.Files;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>The seed's flow on the raw wire: every body on both sides is what the official schema says.</summary>
public sealed class CodeInterpreterFlowTests
{
    private const string Csv =
        """
        company,ticker,sector,industry,quarter,revenue,operating_expenses,operating_profit,depreciation,interest,tax,net_profit
        Ax Freight,AXF,TRANSPORTATION,Trucks,2025-Q1,10.00,4.00,6.00,1.00,1.00,1.00,3.00
        Bo Lines,BOL,TRANSPORTATION,Ships,2025-Q1,20.00,9.50,10.50,1.00,1.00,1.00,7.50
        Ce Bank,CEB,FINANCE,Banks,2025-Q1,30.00,9.00,21.00,1.00,1.00,1.00,18.00
        """;

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Flow_ChartFromUploadedFile_IsValidOnBothWires(TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target, new EmulatorOptions());

        JsonElement message = await RunFlowAsync(adapter);

        string[] kinds = [.. message.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()!)];
        Assert.Equal(["image_file", "text"], kinds);
        Validate(adapter);
    }

    [Fact]
    public async Task Flow_ImageAndLinkedFile_AreServedUnderDurableIds()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(emulator: new EmulatorOptions());
        JsonElement message = await RunFlowAsync(adapter);

        JsonElement image = message.GetProperty("content")[0].GetProperty("image_file");
        JsonElement text = message.GetProperty("content")[1].GetProperty("text");
        JsonElement link = text.GetProperty("annotations")[0];
        string value = text.GetProperty("value").GetString()!;
        string fileId = link.GetProperty("file_path").GetProperty("file_id").GetString()!;

        Assert.Equal(
            link.GetProperty("text").GetString(),
            value[link.GetProperty("start_index").GetInt32()..link.GetProperty("end_index").GetInt32()]);
        Assert.Equal(fileId, message.GetProperty("attachments")[0].GetProperty("file_id").GetString());
        foreach (string id in new[] { fileId, image.GetProperty("file_id").GetString()! })
        {
            JsonElement file = (await adapter.SendAsync("GET", $"files/{id}")).Ok();
            LegacyAnswer content = await adapter.SendAsync("GET", $"files/{id}/content");
            Assert.Equal(file.GetProperty("bytes").GetInt64(), content.Body.Length);
            Assert.False(PngImage.Decode(content.Body).IsBlank);
            Assert.True((await adapter.SendAsync("DELETE", $"files/{id}")).Ok().GetProperty("deleted").GetBoolean());
            (await adapter.SendAsync("GET", $"files/{id}")).Error(404, "id");
        }
    }

    private static async Task<JsonElement> RunFlowAsync(AdapterFixture adapter)
    {
        string file = Id((await adapter.UploadAsync("companies.csv", Encoding.UTF8.GetBytes(Csv))).Ok());
        string assistant = Id((await adapter.SendAsync(
            "POST",
            "assistants",
            $$$"""
            {"model":"gpt-4o","name":"Analyst","instructions":"Use code.","tools":[{"type":"code_interpreter"}],
             "tool_resources":{"code_interpreter":{"file_ids":["{{{file}}}"]}},"metadata":{"team":"a"}}
            """)).Ok());
        (await adapter.SendAsync("GET", $"assistants/{assistant}")).Ok();
        string thread = Id((await adapter.SendAsync("POST", "threads")).Ok());
        (await adapter.SendAsync("GET", $"threads/{thread}")).Ok();
        (await adapter.SendAsync(
            "POST",
            $"threads/{thread}/messages",
            """{"role":"user","content":"Bar chart of the operating profit in the TRANSPORTATION sector, please."}""")).Ok();
        string run = Id((await adapter.SendAsync(
            "POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","additional_messages":[]}""")).Ok());
        Assert.Equal("completed", (await adapter.PollAsync(thread, run)).GetProperty("status").GetString());

        JsonElement messages = (await adapter.SendAsync("GET", $"threads/{thread}/messages")).Ok();
        Assert.True((await adapter.SendAsync("DELETE", $"threads/{thread}")).Ok().GetProperty("deleted").GetBoolean());
        (await adapter.SendAsync("GET", $"threads/{thread}")).Error(404, null);
        Assert.True((await adapter.SendAsync("DELETE", $"assistants/{assistant}")).Ok().GetProperty("deleted").GetBoolean());
        return messages.GetProperty("data")[0];
    }

    private static void Validate(AdapterFixture adapter)
    {
        foreach (RecordedCall call in adapter.Legacy.Calls.Where(call => call.Status == 200))
            OpenApiSchema.OpenAI.AssertResponse(call.Method, V1(call.Path), 200, call.ResponseJson, LegacyDeviations.OpenAI);

        OpenApiSchema schema = adapter.KeepsTranscripts ? OpenApiSchema.AzureOpenAIV1 : OpenApiSchema.OpenAI;
        foreach (RecordedCall call in adapter.V2.Calls.Where(call => !call.Path.Contains("/agents") && !call.Path.EndsWith("/content")))
        {
            if (call.RequestBody is { Length: > 0 } body && body[0] == '{' && !body.Contains("agent_reference"))
                schema.AssertRequest(call.Method, V1(call.Path), call.RequestJson);
            // The description gives the deletion of a response no body.
            if (call.Status == 200 && !(call.Method == "DELETE" && call.Path.Contains("/responses/")))
                schema.AssertResponse(
                    call.Method, V1(call.Path), 200, call.ResponseJson, [.. RecordedDeviations.OpenAI, .. LegacyDeviations.AzureOpenAIV1]);
        }
    }

    private static string V1(string path) => path[(path.IndexOf("/v1/", StringComparison.Ordinal) + 3)..];

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;
}
