using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

/// <summary>What the real service sent, against its own description.</summary>
public sealed class RecordedBodyTests
{
    public static TheoryData<string> Names => [.. SharedFolder.RecordingNames("v2")];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names))]
    public void Validate_RecordedBodies_HaveOnlyKnownDeviations(string name)
    {
        IEnumerable<string> unknown = RecordedBodies.Of(name)
            .SelectMany(body => body.Errors().Where(error => !IsKnown(error)).Select(error => $"{body}: {error}"));
        Assert.True(!unknown.Any(), string.Join('\n', unknown));
    }

    [Fact]
    public void KnownDeviations_EachOfThem_StillOccurs()
    {
        SchemaError[] errors = [.. SharedFolder.RecordingNames("v2").SelectMany(RecordedBodies.Of).SelectMany(b => b.Errors())];
        Assert.SkipWhen(errors.Length == 0 && !SharedFolder.Exists, "Needs the shared recordings.");
        Assert.Empty(Known.Where(deviation => !errors.Any(deviation.Covers)).Select(deviation => deviation.ToString()));
    }

    [Theory]
    [InlineData("id", null, "$: lacks 'id'")]
    [InlineData("object", "\"reply\"", "$.object: \"reply\" is none of \"response\"")]
    [InlineData("status", "\"done\"", "$.status: \"done\" is none of")]
    [InlineData("created_at", "\"now\"", "$.created_at: expected number, got \"now\"")]
    [InlineData("output", "{}", "$.output: expected array, got object")]
    [InlineData("output.0.type", "\"python\"", "$.output[0].type: 'python' is none of")]
    [InlineData("output.0.code", "1", "$.output[0].code: expected string, got 1")]
    [InlineData("output.0.container_id", null, "$.output[0]: lacks 'container_id'")]
    [InlineData("usage.total_tokens", "1.5", "$.usage.total_tokens: expected integer, got 1.5")]
    [InlineData("tools.0.container.type", "\"none\"", "$.tools[0].container.type: 'none' is none of")]
    public void Validate_MutatedBody_IsRejected(string place, string? value, string expected)
    {
        const string Chart = "openai-dotnet__ResponsesToolTests__CodeInterpreterToolWithUploadedFileIds.json";
        RecordedExchange run = Recording.Load("v2", Chart).Exchanges.First(exchange => exchange.Path == "/v1/responses");
        JsonNode body = JsonNode.Parse(run.Response!.Value.GetRawText())!;
        Mutate(body, place.Split('.'), value);
        IEnumerable<string> errors = OpenApiSchema.OpenAI
            .ValidateResponse("POST", "/v1/responses", 200, JsonElement.Parse(body.ToJsonString()))
            .Select(error => error.ToString());
        Assert.Contains(errors, error => error.StartsWith(expected, StringComparison.Ordinal));
    }

    private static IEnumerable<SchemaDeviation> Known => [.. RecordedDeviations.OpenAI, .. OldRecordings.Deviations];

    private static bool IsKnown(SchemaError error) => Known.Any(deviation => deviation.Covers(error));

    private static void Mutate(JsonNode body, string[] place, string? value)
    {
        JsonNode owner = place[..^1].Aggregate(
            body, (node, step) => int.TryParse(step, out int index) ? node[index]! : node[step]!);
        if (value is null)
        {
            Assert.True(owner.AsObject().Remove(place[^1]));
        }
        else
        {
            Assert.True(owner.AsObject().ContainsKey(place[^1]));
            owner[place[^1]] = JsonNode.Parse(value);
        }
    }
}
