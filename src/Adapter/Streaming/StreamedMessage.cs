using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>The message that is being written: how far its current part has come, not what it says.</summary>
internal sealed class StreamedMessage(EventWriter events, string threadId, StepRecord step, MessageRecord record)
{
    private readonly List<int> _places = [];
    private byte[] _before = [];
    private string _type = "";
    private int _contentIndex = -1;
    private bool _partBegun;
    private bool _misplaced;
    private int _position;
    private int _partCitations;
    private int _shift;

    public StepRecord Step => step;

    public MessageRecord Record => record;

    private int Images => record.Images?.Count ?? 0;

    public void Begin()
    {
        foreach (string name in (string[])["created", "in_progress"])
            events.Message(name, (threadId, record, events.Wire), static (writer, begun) =>
                MessageMapping.WriteUnfinished(writer, begun.threadId, Unwritten, begun.record, cutBy: null, begun.Wire));
        for (int i = 0; i < Images; i++)
            AddImage(i, record.Images![i]);
    }

    public void AddText(scoped in V2Delta delta)
    {
        bool isText = delta.Kind == DeltaKind.Text || !events.Wire.HasRichContent;
        Enter(delta.ContentIndex, isText ? "text" : "refusal");
        if (isText)
            events.Escaped(_before, delta.Escaped, _partBegun ? "\"}}]}}\n\n"u8 : "\",\"annotations\":[]}}]}}\n\n"u8);
        else
            events.Escaped(_before, delta.Escaped, "\"}]}}\n\n"u8);
        _partBegun = true;
        _position += EscapedText.CountCodePoints(delta.Escaped);
    }

    /// <summary>Puts the marker of a file citation at the place that the text has reached.</summary>
    public void Cite(int contentIndex, JsonElement annotation)
    {
        Enter(contentIndex, "text");
        string marker = AnnotationMapping.Marker(_partCitations, annotation.GetText("filename") ?? "source");
        int length = CodePoints.Count(marker, 0, marker.Length);
        int start = _position + _shift;
        LegacyAnnotation citation = new(
            AnnotationKind.FileCitation, start, start + length, annotation.GetText("file_id") ?? "", annotation)
        { Text = marker };
        AddAnnotated(citation, _partCitations, marker);
        _misplaced |= annotation.GetInt32("index") != _position;
        _places.Add(_position);
        _partCitations++;
        _shift += length;
        _partBegun = true;
    }

    /// <summary>Tells of the annotations that are known only with the whole text, and of a text that came in no deltas.</summary>
    public void EndPart(int contentIndex, JsonElement part)
    {
        bool refused = part.GetText("type") == "refusal";
        Enter(contentIndex, refused && events.Wire.HasRichContent ? "refusal" : "text");
        if (refused)
        {
            if (!_partBegun && part.GetText("refusal") is { Length: > 0 } refusal)
                AddWhole(refusal);
            return;
        }
        LegacyText text = AnnotationMapping.Map(part, _misplaced ? _places : null, _places.Count - _partCitations);
        int told = _partCitations;
        if (!_partBegun)
        {
            AddWhole(text.Value);
            told = 0;
        }
        for (int i = told; i < text.Annotations.Count; i++)
            AddAnnotated(text.Annotations[i], i, value: null);
    }

    public void End(JsonElement item, MessageRecord final)
    {
        int parts = Images + item.GetItems("content").Count();
        foreach (string image in MessageMapping.LateImages(item, final))
            AddImage(parts++, image);
        string name = item.GetText("status") == "incomplete" ? "incomplete" : "completed";
        events.Message(name, (threadId, item, final, events.Wire), static (writer, ended) =>
            MessageMapping.Write(writer, ended.threadId, ended.item, ended.final, ended.Wire));
    }

    /// <summary>As far as it came. The service keeps nothing of it, and neither does the stream.</summary>
    public void Cut(JsonElement? item, string reason) =>
        events.Message("incomplete", (threadId, item: item ?? Unwritten, record, reason, events.Wire), static (writer, cut) =>
            MessageMapping.WriteUnfinished(writer, cut.threadId, cut.item, cut.record, cut.reason, cut.Wire));

    /// <summary>Where the file citations came; null where that is where they say.</summary>
    public IReadOnlyList<int>? Places => _misplaced ? _places : null;

    private static JsonElement Unwritten { get; } = JsonBytes.Parse("""{"role":"assistant","content":[]}"""u8);

    private void Enter(int contentIndex, string type)
    {
        if (_contentIndex == contentIndex && _type == type)
            return;
        (_contentIndex, _type) = (contentIndex, type);
        (_partBegun, _position, _partCitations, _shift) = (false, 0, 0, 0);
        _before = EventWriter.BeforeText(record.Id, Images + contentIndex, type);
    }

    private void AddWhole(string text)
    {
        byte[] escaped = JsonEncodedText.Encode(text, JsonBytes.WriterOptions.Encoder).EncodedUtf8Bytes.ToArray();
        AddText(new V2Delta { Kind = _type == "text" ? DeltaKind.Text : DeltaKind.Refusal, ContentIndex = _contentIndex, Escaped = escaped });
    }

    private void AddAnnotated(LegacyAnnotation annotation, int index, string? value) =>
        events.MessageDelta(record.Id, (part: Images + _contentIndex, annotation, index, value), static (writer, delta) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", delta.part);
            writer.WriteString("type", "text");
            writer.WriteStartObject("text");
            if (delta.value is not null)
                writer.WriteString("value", delta.value);
            writer.WriteStartArray("annotations");
            delta.annotation.Write(writer, delta.index);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private void AddImage(int index, string fileId) =>
        events.MessageDelta(record.Id, (index, fileId), static (writer, delta) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", delta.index);
            MessageMapping.WriteImage(writer, delta.fileId);
            writer.WriteEndObject();
        });
}
