using System.Text;
using System.Text.RegularExpressions;

namespace AgentsMigration.Gateway.Fuzz;

/// <summary>The request of a number, always the same for the same ids: one in three is right, the others are not.</summary>
internal sealed partial class RequestSource(int seed, IdPool ids)
{
    private static readonly string[] Methods = ["GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO"];
    private static readonly string[] WrongIds =
    [
        "none", "..", "%2e%2e", "a%2Fb", "a%00b", "%FF", "%", "%25", "a b", "a'b\"", "thread_", "run_x?y", "ünïcode", "😀", new('i', 300), "-", "_", "null", "0",
        "file-6161", "file-" + new string('6', 60), "thread_ffffffffffffffffffffffffffffffffffffffffffffffff", "*", ";drop table", "{}",
    ];
    private static readonly string[] Parameters =
    [
        "limit=0", "limit=-1", "limit=101", "limit=1e3", "limit=", "limit=abc", "limit=99999999999", "limit=20", "order=asc", "order=up", "order=", "after=",
        "after=none", "after=msg_1", "before=none", "before=%00", "run_id=asc", "run_id=1", "purpose=assistants", "purpose=", "include[]=a",
        "include%255B%255D=step_details.tool_calls%5B*%5D.file_search.results%5B*%5D.content", "x=%", "=", "&&", "%GG=1", "filter=completed", "filter=x",
        "limit=2&limit=x", "api-version=9999", "api-version=", "a=" + new string('q', 3_000),
    ];

    public FuzzRequest Create(int number)
    {
        Random random = new(HashCode.Combine(seed, number));
        (string method, string template, string[] bodies) = Routes.All[random.Next(Routes.All.Length)];
        (string prefix, string query, string? beta) = Routes.Dialects[random.Next(Routes.Dialects.Length)];
        bool right = random.Next(3) == 0;
        string path = Path(template, right, random);
        if (!right)
        {
            if (random.Next(8) == 0)
                method = Methods[random.Next(Methods.Length)];
            if (random.Next(15) == 0)
                path += random.Next(2) == 0 ? "/" : "/extra";
            for (int i = random.Next(3); i > 0; i--)
                query += "&" + Parameters[random.Next(Parameters.Length)];
        }
        string target = $"{prefix}{path}{(query.Length == 0 ? "" : "?" + query.TrimStart('&'))}";
        List<(string, string)> headers = beta is null ? [] : [("OpenAI-Beta", beta)];
        if (random.Next(10) == 0)
            headers.Add(("Accept", "text/event-stream"));
        // The other one's requests are mostly about what is not theirs.
        string key = random.Next(8) == 0 ? random.Next(2) == 0 ? "other" : "wrong" : "key";
        FuzzRequest request = new(method, target) { Headers = headers, Key = key };
        if (!right && random.Next(25) == 0)
            return request with { Raw = Raw(method, target, random) };
        return bodies.Length == 0 && random.Next(12) > 0 ? request : WithBody(request, bodies, right, random);
    }

    /// <summary>Right ones, one after the other: a file, then what names it.</summary>
    public IEnumerable<FuzzRequest> CreateFirst()
    {
        (byte[] form, string type) = Forms.Create(new Random(seed), right: true);
        string[] paths = ["files", "vector_stores", "assistants", "threads", "threads/{thread}/messages", "threads/runs", "vector_stores/{vs}/file_batches"];
        string[] order = [.. Enumerable.Repeat(paths, 4).SelectMany(path => path)];
        foreach (string path in order)
        {
            FuzzRequest request = new("POST", "/v1/" + Fill(path)) { Headers = [("OpenAI-Beta", "assistants=v2")] };
            string[] bodies = Routes.All.First(route => route.Method == "POST" && route.Path == path).Bodies;
            yield return path == "files"
                ? request with { Body = form, ContentType = type }
                : request with { Body = Encoding.UTF8.GetBytes(Fill(bodies[^1] is { Length: > 2 } last ? last : bodies[0])), ContentType = "application/json" };
        }

        string Fill(string text) => Placeholder().Replace(text, match => ids.Take(match.Groups[1].Value, new Random(seed)));
    }

    private FuzzRequest WithBody(FuzzRequest request, string[] bodies, bool right, Random random)
    {
        string body = bodies.Length == 0 ? "{}" : bodies[random.Next(bodies.Length)];
        if (body == "multipart")
        {
            (byte[] form, string type) = Forms.Create(random, right);
            return request with { Body = form, ContentType = type };
        }
        string json = Placeholder().Replace(body, match => Id(match.Groups[1].Value, right || random.Next(3) > 0, random));
        bool keep = right || json.Length == 0 || random.Next(5) == 0;
        return request with
        {
            Body = keep ? Encoding.UTF8.GetBytes(json) : Mutation.Apply(json, random),
            ContentType = random.Next(20) switch { 0 => "text/plain", 1 => "application/x-www-form-urlencoded", 2 => "multipart/form-data; boundary=x", _ => "application/json" },
        };
    }

    /// <summary>From the end on: what is inside decides what it is in.</summary>
    private string Path(string template, bool right, Random random)
    {
        string? inside = null;
        return PlaceholderFromEnd().Replace(template, match =>
        {
            string kind = match.Groups[1].Value;
            bool wrong = !right && random.Next(5) == 0;
            string id = wrong ? Id(kind, right: false, random) : (inside is null ? null : ids.ParentOf(inside, kind)) ?? ids.Take(kind, random);
            inside = id;
            return id;
        });
    }

    private string Id(string kind, bool right, Random random) =>
        right || random.Next(3) > 0 ? ids.Take(kind, random) : WrongIds[random.Next(WrongIds.Length)].Replace("\"", "", StringComparison.Ordinal);

    private static byte[] Raw(string method, string target, Random random)
    {
        string safe = new([.. target.Where(c => c is > ' ' and <= '~')]);
        string head = $"{method} {safe} HTTP/1.1\r\nHost: 127.0.0.1\r\napi-key: key\r\n";
        return Encoding.Latin1.GetBytes(random.Next(9) switch
        {
            0 => head + "Content-Length: 100\r\nContent-Type: application/json\r\n\r\n{\"a\":",
            1 => head + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n5\r\n{\"a\":\r\nzz\r\n",
            2 => head + "Content-Length: x\r\n\r\n",
            3 => head + "Content-Length: -1\r\n\r\n",
            4 => head + "Bad Header\r\n\r\n",
            5 => head + $"X-Long: {new string('h', 40_000)}\r\n\r\n",
            6 => $"{method} http://other.example{safe} HTTP/1.1\r\nHost: other.example\r\napi-key: key\r\n\r\n",
            7 => $"{method} {safe} HTTP/9.9\r\n\r\n",
            _ => head + "Transfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n10\r\n--b\r\nContent-Disp\r\n",
        });
    }

    // Of names only: bodies have braces of their own.
    [GeneratedRegex("\\{(asst|thread|msg|run|step|file|vs|vsfb)\\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\\{(asst|thread|msg|run|step|file|vs|vsfb)\\}", RegexOptions.RightToLeft)]
    private static partial Regex PlaceholderFromEnd();
}
