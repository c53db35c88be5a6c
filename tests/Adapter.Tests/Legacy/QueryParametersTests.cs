using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Tests.Legacy;

public sealed class QueryParametersTests
{
    [Theory]
    [InlineData("?api%2Dversion=v1")]
    [InlineData("?limit=3&api-version=v1")]
    [InlineData("?API-Version=v1")]
    public void Indexer_EncodedName_IsFound(string query) => Assert.Equal("v1", new QueryParameters(query)["api-version"]);

    [Fact]
    public void Indexer_TwiceEncodedName_IsFound() =>
        Assert.Equal("a[*].b", new QueryParameters("?include%255B%255D=a%5B%2A%5D.b")["include[]"]);

    [Fact]
    public void ToForwardedQuery_ApiVersion_IsLeftOut() =>
        Assert.Equal("?limit=3&filter=a%26b", new QueryParameters("?limit=3&api-version=v1&filter=a%26b").ToForwardedQuery());

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=many", "limit")]
    [InlineData("?order=up", "order")]
    [InlineData("?after=a%2Fb", "after")]
    public void PageRequest_BadInput_NamesTheParameter(string query, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<LegacyException>(() => PageRequest.Read(new QueryParameters(query))).Parameter);

    [Fact]
    public void PageRequest_Nothing_IsTwentyNewestFirst() =>
        Assert.Equal(new PageRequest(20, false, null, null), PageRequest.Read(new QueryParameters("")));
}
