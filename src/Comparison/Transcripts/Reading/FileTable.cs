using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>Names and bytes of all files of a session, whenever they were shown.</summary>
internal sealed class FileTable
{
    private readonly Dictionary<string, FileReference> _files = new(StringComparer.Ordinal);

    public static FileTable Of(IReadOnlyList<RecordedExchange> exchanges)
    {
        FileTable table = new();
        foreach (RecordedExchange exchange in exchanges.Where(exchange => exchange.Status is >= 200 and < 300))
            table.Add(exchange);
        return table;
    }

    public FileReference this[string id] => _files.GetValueOrDefault(id) ?? new FileReference(id);

    public FileReference Named(string id, string? name) => this[id] is { Name: null } file ? file with { Name = name } : this[id];

    private void Add(RecordedExchange exchange)
    {
        string[] path = exchange.Path.Split('/');
        if (path is [.., "files", var id, "content"])
        {
            _files[id] = this[id] with { Content = exchange.Content };
            return;
        }
        if (exchange.Response is not { } answer)
            return;
        foreach (JsonElement file in answer.GetText("object") == "list" ? answer.GetItems("data") : [answer])
        {
            string? name = file.GetText("filename") ?? file.GetText("path")?.Split('/')[^1];
            if (file.GetText("id") is { } fileId && name is not null)
                _files[fileId] = this[fileId] with { Name = name };
        }
        RecordedFormPart? sent = exchange.Form.FirstOrDefault(part => part.FileName is not null);
        if (sent is not null && answer.GetText("id") is { } uploaded)
            _files[uploaded] = this[uploaded] with { Name = sent.FileName, Content = sent.Content };
    }
}
