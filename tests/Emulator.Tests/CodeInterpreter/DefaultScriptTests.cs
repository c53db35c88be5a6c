using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Comparison.Files;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.CodeInterpreter;

public sealed class DefaultScriptTests : EmulatorTest
{
    private const string Question = "Could you please create bar chart in the TRANSPORTATION sector for the operating profit "
        + "from the uploaded csv file and provide file to me?";

    private const string Csv = """
        company,ticker,sector,industry,quarter,revenue,operating_expenses,operating_profit,depreciation,interest,tax,net_profit
        Alpha,A,TRANSPORTATION,X,2025-Q1,9,1,10.5,1,1,1,1
        Alpha,A,TRANSPORTATION,X,2025-Q2,9,1,20,1,1,1,1
        Beta,B,TRANSPORTATION,X,2025-Q1,9,1,-4,1,1,1,1
        Gamma,G,CONSUMER GOODS,X,2025-Q1,9,1,1000,1,1,1,1
        """;

    [Theory]
    [InlineData(Question)]
    [InlineData("Could you please create bar chart in TRANSPORTATION sector for the operating profit from the uploaded csv file and provide file to me?")]
    [InlineData("From the file: operating profit of the sector Transportation as a bar chart, please.")]
    public async Task Chart_AnyWording_SumsWhatTheFileHolds(string question)
    {
        Answer answer = await AskAsync(question, Csv);
        Assert.Equal("Alpha: 30.50\nBeta: -4.00\nTotal: 26.50\n",
            answer.Output[0]!["outputs"]![0]!["logs"]!.GetValue<string>());
        JsonArray annotations = answer.Output[1]!["content"]![0]!["annotations"]!.AsArray();
        Assert.Equal(2, annotations.Count);
        Assert.Equal((0, 0), (annotations[0]!["start_index"]!.GetValue<int>(),
            annotations[0]!["end_index"]!.GetValue<int>()));
        Assert.Equal("sandbox:/mnt/data/operating_profit_transportation.png",
            answer.OutputText[annotations[1]!["start_index"]!.GetValue<int>()..annotations[1]!["end_index"]!.GetValue<int>()]);
        byte[] file = await OpenAI.DownloadAsync($"/containers/{annotations[1]!["container_id"]}/files/{annotations[1]!["file_id"]}/content");
        byte[] shown = await OpenAI.DownloadAsync($"/containers/{annotations[0]!["container_id"]}/files/{annotations[0]!["file_id"]}/content");
        Assert.Equal(file, shown);
        Assert.False(PngImage.Decode(file).IsBlank);
    }

    [Fact]
    public async Task Chart_SectorOfTwoWords_IsFound() =>
        Assert.Contains("Gamma: 1,000.00", (await AskAsync("Bar chart for the CONSUMER GOODS sector, operating profit", Csv)).OutputText, StringComparison.Ordinal);

    [Theory]
    [InlineData(Question, null, "There is no CSV file in /mnt/data.")]
    [InlineData(Question, "company,sector\nA,B\n", "The file has no column 'quarter'")]
    [InlineData("Bar chart of the operating profit in the MINING sector", Csv, "The file has no sector 'MINING'")]
    public async Task Chart_Impossible_ExplainsAndMakesNoFile(string question, string? csv, string explanation)
    {
        Answer answer = await AskAsync(question, csv);
        Assert.StartsWith("I could not create the chart.", answer.OutputText, StringComparison.Ordinal);
        Assert.Contains(explanation, answer.OutputText, StringComparison.Ordinal);
        Assert.Empty(answer.Output[^1]!["content"]![0]!["annotations"]!.AsArray());
    }

    [Theory]
    [InlineData("I need to solve the equation `3x + 11 = 14`. Can you help me?", "3x + 11 = 14 is x = 1")]
    [InlineData("Solve 2y - 3 = 4", "2y - 3 = 4 is y = 7/2")]
    public async Task Equation_Linear_IsSolvedByCode(string question, string expected)
    {
        Answer answer = await AskAsync(question, null);
        Assert.Equal("code_interpreter_call", answer.Output[0]!["type"]!.GetValue<string>());
        Assert.Contains(expected, answer.OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equation_WithoutCodeInterpreter_IsNotAnswered()
    {
        Answer answer = (await OpenAI.PostAsync("/responses", """{"model":"m","input":"Solve 3x + 11 = 14"}""")).Ok();
        Assert.DoesNotContain("x = 1", answer.OutputText.Replace("3x + 11 = 14", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeting_Hello_SaysThatItIsScripted() =>
        Assert.Contains("scripted model", (await AskAsync("Hello!", null)).OutputText, StringComparison.Ordinal);

    private async Task<Answer> AskAsync(string question, string? csv)
    {
        string files = csv is null ? "" : $"\"{await OpenAI.UploadAsync("companies.csv", csv)}\"";
        return (await OpenAI.PostAsync("/responses", string.Create(CultureInfo.InvariantCulture, $$"""
            {"model":"m","input":{{JsonSerializer.Serialize(question)}},"include":["code_interpreter_call.outputs"],
             "tools":[{"type":"code_interpreter","container":{"type":"auto","file_ids":[{{files}}]} }]}
            """))).Ok();
    }
}
