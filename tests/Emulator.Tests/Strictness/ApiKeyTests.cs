using System.Net;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Strictness;

public sealed class ApiKeyTests : EmulatorTest
{
    private const string Key = "the-key";

    [Theory]
    [InlineData("Authorization", "Bearer the-key", HttpStatusCode.OK)]
    [InlineData("api-key", "the-key", HttpStatusCode.Unauthorized)]
    public async Task AnyRequest_RightKey_IsServedWhereItsHeaderIsKnown(string header, string value, HttpStatusCode onOpenAI)
    {
        (string, string) key = (header, value);
        Assert.Equal(onOpenAI, (await OpenAI.SendAsync(HttpMethod.Get, "/files", null, key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Azure.SendAsync(HttpMethod.Get, "/files", null, key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Foundry.SendAsync(HttpMethod.Get, "/files", null, key)).Status);
    }

    [Fact]
    public async Task AnyRequest_WrongKey_Is401() =>
        (await OpenAI.SendAsync(HttpMethod.Get, "/files", null, ("Authorization", "Bearer other")))
            .IsRefused(401, "Incorrect API key provided.", null, "invalid_api_key");

    [Fact]
    public async Task AnyRequest_NoKey_Is401() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await OpenAI.GetAsync("/files")).Status);

    [Fact]
    public async Task AnyRequest_WrongKeyOnAzure_Is401InItsShape()
    {
        foreach (ApiClient client in new[] { Azure, Foundry })
        {
            Answer answer = await client.SendAsync(HttpMethod.Get, "/files", null, ("api-key", "other"));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal(["code", "message"], answer["error"]!.AsObject().Select(member => member.Key));
            Assert.StartsWith("Access denied due to invalid subscription key", answer["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    protected override void Configure(EmulatorOptions options) => options.ApiKey = Key;
}
