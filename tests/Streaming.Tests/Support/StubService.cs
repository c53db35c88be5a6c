using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>A v2 service that streams one given response, and knows afterwards what came of it.</summary>
public sealed class StubService : HttpMessageHandler
{
    public const string Conversation = "conv_68d5f2fe00000000000000000000000000000000000000a1";
    private const string UserItem =
        """{"id":"msg_68d5f2fe000000000000000000000000000000000000000001","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"Hi"}]}""";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Func<Stream> _open;

    public StubService(Func<Stream> open, JsonElement response)
    {
        _open = open;
        Response = response;
    }

    /// <summary>What GET says of the response.</summary>
    public JsonElement Response { get; set; }

    /// <summary>Called when somebody cancels the response.</summary>
    public Action Cancelled { get; set; } = () => { };

    public Func<HttpRequestMessage, HttpResponseMessage>? Resumed { get; set; }

    /// <summary>The method and path of each call so far.</summary>
    public List<string> Calls { get; } = [];

    public static byte[] Encode(IEnumerable<RecordedEvent> events, string newLine = "\n", string comment = "") =>
        Encoding.UTF8.GetBytes(string.Concat(events.Select(e =>
            $"{comment}event: {e.Event}{newLine}data: {JsonSerializer.Serialize(e.Data, Compact)}{newLine}{newLine}")));

    /// <summary>The last thing that the events say of their response.</summary>
    public static JsonElement Final(IEnumerable<RecordedEvent> events)
    {
        foreach (RecordedEvent e in events)
        {
            if (e.Event is "response.completed" or "response.failed" or "response.incomplete")
                return e.Data.GetProperty("response");
        }
        return default;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath["/v1/".Length..];
        lock (Calls)
            Calls.Add($"{request.Method} {path}");
        return Task.FromResult(Answer(request, path.Split('/')));
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, string[] path) => (request.Method.Method, path) switch
    {
        ("POST", ["responses"]) => Events(_open()),
        ("GET", ["responses", _]) when request.RequestUri!.Query.Contains("stream=true", StringComparison.Ordinal) =>
            Resumed?.Invoke(request) ?? Error(400, "Streaming is not supported."),
        ("GET", ["responses", _]) => Json(Response.GetRawText()),
        ("POST", ["responses", _, "cancel"]) => Cancel(),
        ("POST", ["conversations"]) => Json($$"""{"id":"{{Conversation}}","object":"conversation","created_at":1758851838,"metadata":{ } }"""),
        ("POST", ["conversations", _, "items"]) => List([UserItem]),
        ("GET", ["conversations", _, "items"]) => List(Items().Prepend(UserItem).Reverse()),
        ("GET", ["conversations", _, "items", string id]) => Json(Items().First(item => item.Contains(id, StringComparison.Ordinal))),
        ("GET", ["containers", string container, "files"]) => List(Cited(container)),
        ("GET", ["containers", _, "files", _, "content"]) => Json("bytes"),
        _ => Error(404, "Not found."),
    };

    private IEnumerable<string> Items() =>
        Response.GetProperty("output").EnumerateArray().Select(item => item.GetRawText());

    private IEnumerable<string> Cited(string container) => Response.GetProperty("output").EnumerateArray()
        .Where(item => item.TryGetProperty("content", out _))
        .SelectMany(item => item.GetProperty("content").EnumerateArray())
        .Where(part => part.TryGetProperty("annotations", out _))
        .SelectMany(part => part.GetProperty("annotations").EnumerateArray())
        .Where(annotation => annotation.TryGetProperty("container_id", out JsonElement id) && id.ValueEquals(container))
        .Select(annotation => $$"""
            {"id":"{{annotation.GetProperty("file_id").GetString()}}","object":"container.file","created_at":1758851840,"bytes":5,
             "container_id":"{{container}}","path":"/mnt/data/{{annotation.GetProperty("filename").GetString()}}","source":"assistant"}
            """);

    private HttpResponseMessage Cancel()
    {
        Cancelled();
        return Json(Response.GetRawText());
    }

    public static HttpResponseMessage Events(Stream stream)
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StreamContent(stream) };
        response.Content.Headers.ContentType = new("text/event-stream");
        return response;
    }

    public static HttpResponseMessage Error(int status, string message) =>
        new((HttpStatusCode)status) { Content = new StringContent($$"""{"error":{"message":"{{message}}","type":"invalid_request_error","param":null,"code":null} }""") };

    private static HttpResponseMessage List(IEnumerable<string> items) =>
        Json($$"""{"object":"list","data":[{{string.Join(",", items)}}],"first_id":null,"last_id":null,"has_more":false}""");

    private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body) };
}
