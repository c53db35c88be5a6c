using System.Text;

namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>Requests as they go over the wire.</summary>
internal static class HttpBytes
{
    public static byte[] Get(string target, string key) => Request($"GET {target}", key, "");

    public static byte[] Post(string target, string key, string json) =>
        Request($"POST {target}", key, $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n", json);

    private static byte[] Request(string what, string key, string headers, string body = "") =>
        $"{what} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\nAccept: application/json\r\n{headers}\r\n{body}".AsBytes();
}
