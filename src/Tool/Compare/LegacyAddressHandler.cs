namespace AgentsMigration.Tool.Compare;

/// <summary>Sends what was recorded under one base address to another one, with that one's version in the query.</summary>
internal sealed class LegacyAddressHandler(Uri address) : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly string[] Roots = ["assistants", "threads", "files", "vector_stores"];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = Move(request.RequestUri!);
        return base.SendAsync(request, cancellationToken);
    }

    internal Uri Move(Uri recorded)
    {
        string[] segments = recorded.AbsolutePath.Split('/');
        int root = Array.FindIndex(segments, segment => Roots.Contains(segment));
        string path = root < 0 ? recorded.AbsolutePath.TrimStart('/') : string.Join('/', segments[root..]);
        string query = string.Join('&', new[] { recorded.Query.TrimStart('?'), address.Query.TrimStart('?') }.Where(part => part.Length > 0));
        return new UriBuilder(address) { Path = $"{address.AbsolutePath.TrimEnd('/')}/{path}", Query = query }.Uri;
    }
}
