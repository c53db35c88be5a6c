using System.Net;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Strictness;

public sealed class ApiKeyTests : EmulatorTest
{
    private const string Key = "the-key";

    [Theory]
    [InlineData("Authorization", "Bearer the-key")]
    [InlineData("api-key", "the-key")]
    public async Task AnyRequest_RightKey_IsServed(string header, string value) =>
        Assert.Equal(HttpStatusCode.OK, (await OpenAI.SendAsync(HttpMethod.Get, "/files", null, (header,
            value))).Status);

    [Fact]
    public async Task AnyRequest_WrongKey_Is401() =>
        (await OpenAI.SendAsync(HttpMethod.Get, "/files", null, ("Authorization", "Bearer other")))
            .IsRefused(401, "Incorrect API key provided.", null, "invalid_api_key");

    [Fact]
    public async Task AnyRequest_NoKey_Is401() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await OpenAI.GetAsync("/files")).Status);

    protected override void Configure(EmulatorOptions options) => options.ApiKey = Key;
}
