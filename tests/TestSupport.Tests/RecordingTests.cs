using System.Text;
using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.TestSupport.Tests;

public sealed class RecordingTests
{
    [Fact]
    public void Parse_EachKindOfAnswer_IsTyped()
    {
        Recording recording = Recording.Parse("a.json", Encoding.UTF8.GetBytes(
            """
            {
              "source": { "repo": "owner/name", "commit": "c0ffee", "path": "t/a.yaml", "note": "n" },
              "exchanges": [
                { "method": "POST", "path": "/v1/a", "query": "", "request": { "x": 1 },
                  "status": 200, "content_type": "application/json", "response": { "y": 2 } },
                { "method": "GET", "path": "/v1/b", "query": "q=1", "request": null,
                  "status": 404, "content_type": "text/plain", "response_text": "gone" },
                { "method": "POST", "path": "/v1/c", "query": "", "request": null,
                  "status": 200, "content_type": "text/event-stream",
                  "sse": [ { "event": "a", "data": { "z": 3 } }, { "event": null, "data": "[DONE]" } ] }
              ]
            }
            """));

        Assert.Equal(new RecordingSource("owner/name", "c0ffee", "t/a.yaml", "n"), recording.Source);
        RecordedExchange json = recording.Exchanges[0];
        Assert.Equal(("POST", "/v1/a", 200, false), (json.Method, json.Path, json.Status, json.IsStream));
        Assert.Equal(1, json.Request!.Value.GetProperty("x").GetInt32());
        Assert.Equal(2, json.Response!.Value.GetProperty("y").GetInt32());

        RecordedExchange text = recording.Exchanges[1];
        Assert.Equal(("q=1", 404, "gone", false), (text.Query, text.Status, text.ResponseText, text.IsStream));
        Assert.Null(text.Request);
        Assert.Null(text.Response);

        RecordedExchange stream = recording.Exchanges[2];
        Assert.True(stream.IsStream);
        Assert.Equal(["a", null], stream.Events.Select(one => one.Event));
        Assert.Equal([true, false], stream.Events.Select(one => one.IsJson));
        Assert.Equal(3, stream.Events[0].Data.GetProperty("z").GetInt32());
    }

    [Theory]
    [InlineData("legacy")]
    [InlineData("v2")]
    public void Load_EveryRecording_HasExchanges(string generation)
    {
        Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");
        IReadOnlyList<string> names = SharedFolder.RecordingNames(generation);
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.NotEmpty(Recording.Load(generation, name).Exchanges));
    }

    [Fact]
    public void Parse_NoRecording_Throws() =>
        Assert.ThrowsAny<JsonException>(() => Recording.Parse("a.json", "<html>"u8.ToArray()));
}
