using System.Text.Json;
using System.Text.RegularExpressions;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>What both services have: files and errors.</summary>
internal static partial class CommonReader
{
    public static bool TryRead(TranscriptBuilder builder, RecordedExchange exchange, int index)
    {
        if (exchange.Status >= 400)
        {
            builder.Add(Error(exchange), index);
            return true;
        }
        string[] path = exchange.Path.Split('/');
        if (path is [.., "files", var id, "content"] && exchange.Method == "GET")
        {
            builder.Add(new FileEntry("downloaded", builder.Files[id]) { Id = id }, index);
            return true;
        }
        // Some recorders keep no forms.
        if (exchange.Method == "POST" && exchange.Response is { } uploaded && (exchange.Form.Count > 0 || uploaded.GetText("object") == "file"))
        {
            builder.Add(new FileEntry("uploaded", builder.Files[uploaded.GetText("id") ?? ""]) { Id = uploaded.GetText("id"), Body = uploaded }, index);
            return true;
        }
        return false;
    }

    /// <summary>The entry of an answer that is no part of a conversation.</summary>
    public static void AddObject(TranscriptBuilder builder, RecordedExchange exchange, int index, JsonElement answer)
    {
        string kind = answer.GetText("object") ?? "answer";
        bool isList = kind == "list";
        string name = isList
            ? ListKind(exchange.Path.TrimEnd('/').Split('/'))
            : kind.Replace(".deleted", "", StringComparison.Ordinal);
        bool isDeleted = kind.EndsWith(".deleted", StringComparison.Ordinal) || exchange.Method == "DELETE";
        string act = isDeleted ? "deleted" : isList ? "listed" : exchange.Method == "GET" ? "read" : IsOfOne(exchange, answer) ? "modified" : "created";
        builder.Add(
            new ObjectEntry(name, act) { Id = answer.GetText("id"), Body = answer },
            index,
            exchange.Method == "GET" && !isList ? exchange.ToString() : null);
    }

    /// <summary>An empty list does not say what it is a list of, but its address does.</summary>
    private static string ListKind(string[] path) => path[^1] switch
    {
        "files" when path.Contains("vector_stores") => "vector_store.file",
        "files" when path.Contains("containers") => "container.file",
        "messages" => "thread.message",
        "runs" => "thread.run",
        "steps" => "thread.run.step",
        var plural => plural.TrimEnd('s'),
    };

    private static bool IsOfOne(RecordedExchange exchange, JsonElement answer) =>
        answer.GetText("id") is { } id && exchange.Path.Contains(id, StringComparison.Ordinal);

    private static ErrorEntry Error(RecordedExchange exchange)
    {
        JsonElement error = exchange.Response?.Get("error") ?? exchange.Response ?? default;
        return new ErrorEntry(
            $"{exchange.Method} {PathId().Replace(exchange.Path, "{id}")}",
            exchange.Status,
            error.GetText("code"),
            error.GetText("message") ?? exchange.ResponseText ?? "")
        {
            Body = exchange.Response,
        };
    }

    [GeneratedRegex(@"(?<=/)(?:[a-z]{2,8}[_-][A-Za-z0-9_]*\d[A-Za-z0-9_]*)")]
    private static partial Regex PathId();
}
