// Structured answers: a JSON schema for the response, read into a record.
using System.ClientModel;
using System.Text.Json;
using OpenAI;
using OpenAI.Assistants;

OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
AssistantClient client = openAI.GetAssistantClient();

BinaryData schema = BinaryData.FromString("""
    {
      "type": "object",
      "properties": { "city": { "type": "string" }, "population": { "type": "integer" } },
      "required": ["city", "population"],
      "additionalProperties": false
    }
    """);
Assistant assistant = client.CreateAssistant("gpt-4o", new AssistantCreationOptions
{
    Instructions = "You answer with facts about cities.",
    ResponseFormat = AssistantResponseFormat.CreateJsonSchemaFormat("city_facts", schema, "Facts about a city", true),
    Temperature = 0,
    NucleusSamplingFactor = 0.9f,
});

AssistantThread thread = client.CreateThread();
client.CreateMessage(thread.Id, MessageRole.User, ["Facts about the city of Porto, please."]);
ThreadRun run = client.CreateRun(thread.Id, assistant.Id, new RunCreationOptions { MaxOutputTokenCount = 500 });
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    Thread.Sleep(50);
    run = client.GetRun(thread.Id, run.Id);
}

string json = client.GetMessages(thread.Id).First().Content[0].Text;
CityFacts facts = JsonSerializer.Deserialize<CityFacts>(json, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
Console.WriteLine($"{facts.City} has {facts.Population} inhabitants.");
Console.WriteLine($"Tokens: {(run.Usage.TotalTokenCount > 0 ? "counted" : "not counted")}");

internal sealed record CityFacts(string City, int Population);
