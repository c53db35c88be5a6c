using System.Net;
using System.Text;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>
/// A v2 service that says what it is told to, with <c>*</c> for one segment of a path. A call that nobody expected is
/// answered 404 and kept.
/// </summary>
internal sealed class StubUpstream : HttpMessageHandler
{
    private readonly List<Expected> _answers = [];
    private readonly List<string> _unexpected = [];
    private readonly List<string> _requests = [];

    public IReadOnlyList<string> Unexpected => _unexpected;

    /// <summary>The bodies of the requests so far.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>The latest of the answers that fit is given.</summary>
    public void Answer(string method, string path, string body, int status = 200) =>
        Answer(method, path, _ => (status, Encoding.UTF8.GetBytes(body)));

    public void Answer(string method, string path, byte[] body) => Answer(method, path, _ => (200, body));

    public void Answer(string method, string path, Func<HttpRequestMessage, string> body) =>
        Answer(method, path, request => (200, Encoding.UTF8.GetBytes(body(request))));

    /// <summary>An answer to requests whose body says something.</summary>
    public void AnswerWhen(string method, string path, string text, string body) =>
        _answers.Add(new Expected(method, path.Split('/'), text, _ => (200, Encoding.UTF8.GetBytes(body))));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        _requests.Add(sent);
        string[] path = request.RequestUri!.AbsolutePath.Split('/');
        Expected? found = _answers.FindLast(answer => answer.Fits(request.Method.Method, path, sent));
        if (found is null)
            _unexpected.Add($"{request.Method} {request.RequestUri.PathAndQuery}");
        (int status, byte[] body) = found?.Answer(request) ?? (404, """{"error":{"message":"Not found."}}"""u8.ToArray());
        ByteArrayContent content = new(body);
        content.Headers.ContentType = new("application/json");
        return new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = content };
    }

    private void Answer(string method, string path, Func<HttpRequestMessage, (int Status, byte[] Body)> answer) =>
        _answers.Add(new Expected(method, path.Split('/'), "", answer));

    private sealed record Expected(
        string Method, string[] Path, string Text, Func<HttpRequestMessage, (int Status, byte[] Body)> Answer)
    {
        public bool Fits(string method, string[] path, string sent) =>
            Method == method
            && Path.Length == path.Length
            && Path.Zip(path).All(pair => pair.First == "*" || pair.First == pair.Second)
            && sent.Contains(Text, StringComparison.Ordinal);
    }
}
