using System.Net;
using System.Text.Json.Nodes;

namespace AgentsMigration.Emulator.Tests.Support;

/// <summary>An answer of the emulator.</summary>
public sealed record Answer(HttpStatusCode Status, string Text)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public JsonNode? this[string name] => Body[name];

    public string Id => Body["id"]!.GetValue<string>();

    public JsonArray Data => Body["data"]!.AsArray();

    public JsonArray Output => Body["output"]!.AsArray();

    public string OutputText => Output[^1]!["content"]![0]!["text"]!.GetValue<string>();

    public Answer Ok()
    {
        Assert.True(Status == HttpStatusCode.OK, $"{Status}: {Text}");
        return this;
    }

    public void IsRefused(int status, string message, string? param = null, string? code = null)
    {
        Assert.Equal((status, message), ((int)Status, Body["error"]!["message"]!.GetValue<string>()));
        Assert.Equal(param, Body["error"]!["param"]?.GetValue<string>());
        Assert.Equal(code, Body["error"]!["code"]?.GetValue<string>());
        Assert.Equal(["message", "type", "param", "code"], Body["error"]!.AsObject().Select(member => member.Key));
    }
}
