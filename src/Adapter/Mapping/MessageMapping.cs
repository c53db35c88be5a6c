using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A conversation item with what the store knows of it → legacy message.</summary>
internal static class MessageMapping
{
    /// <summary>Only what people said: notes to the model, tool calls and empty messages have no legacy counterpart.</summary>
    public static bool IsMessage(JsonElement item) =>
        item.GetText("type") == "message"
        && item.GetText("role") is "user" or "assistant"
        && item.GetItems("content").Any();

    public static MessageRecord Complete(JsonElement item, MessageRecord? known, long now) =>
        known ?? new MessageRecord
        {
            Id = item.GetText("id") ?? "",
            CreatedAt = IdTime.TryRead(item.GetText("id") ?? "", now) ?? now,
        };

    /// <summary>
    /// The recorded REST answers lack the four status fields that the official schema requires: both are served by
    /// sending them (docs/fidelity.md, Messages).
    /// </summary>
    public static void Write(
        Utf8JsonWriter writer, string threadId, JsonElement item, MessageRecord record, LegacyWire wire)
    {
        writer.WriteStartObject();
        WriteFields(writer, threadId, item, record, wire);
        writer.WriteEndObject();
    }

    /// <summary>The answer to a modification also had the <c>file_ids</c> of the version before.</summary>
    public static void WriteModified(
        Utf8JsonWriter writer, string threadId, JsonElement item, MessageRecord record, LegacyWire wire)
    {
        writer.WriteStartObject();
        WriteFields(writer, threadId, item, record, wire);
        if (!wire.HasFileIds)
            writer.WriteTexts("file_ids", MessageFiles.Of(record));
        writer.WriteEndObject();
    }

    /// <summary>A message that a stream has just begun, or has to leave as far as it came.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="threadId">Its thread.</param>
    /// <param name="item">As much of it as there is.</param>
    /// <param name="record">What the store knows.</param>
    /// <param name="cutBy">Why it will not be finished; null while it is being written.</param>
    /// <param name="wire">Whose words.</param>
    public static void WriteUnfinished(
        Utf8JsonWriter writer, string threadId, JsonElement item, MessageRecord record, string? cutBy, LegacyWire wire)
    {
        writer.WriteStartObject();
        WriteFields(writer, threadId, item, record, cutBy is null ? "in_progress" : "incomplete", cutBy, wire);
        writer.WriteEndObject();
    }

    private static void WriteFields(
        Utf8JsonWriter writer, string threadId, JsonElement item, MessageRecord record, LegacyWire wire)
    {
        bool incomplete = item.GetText("status") == "incomplete";
        string status = incomplete ? "incomplete" : "completed";
        WriteFields(writer, threadId, item, record, status, incomplete ? "max_tokens" : null, wire);
    }

    private static void WriteFields(
        Utf8JsonWriter writer, string threadId, JsonElement item, MessageRecord record, string status, string? cutBy, LegacyWire wire)
    {
        writer.WriteString("id", record.Id);
        writer.WriteString("object", "thread.message");
        writer.WriteNumber("created_at", record.CreatedAt);
        writer.WriteString("assistant_id", record.AssistantId);
        writer.WriteString("thread_id", threadId);
        writer.WriteString("run_id", record.RunId);
        writer.WriteString("role", item.GetText("role"));
        writer.WriteString("status", status);
        writer.WriteNumberOrNull("completed_at", status == "completed" ? record.CreatedAt : null);
        writer.WriteNumberOrNull("incomplete_at", status == "incomplete" ? record.CreatedAt : null);
        WriteIncompleteDetails(writer, cutBy);
        WriteContent(writer, item, record, wire);
        wire.WriteAttachments(writer, record);
        writer.WriteMetadata(record.Metadata);
    }

    /// <summary>The images of a streamed message that were not known when it began: they follow its text.</summary>
    public static IEnumerable<string> LateImages(JsonElement item, MessageRecord record) => record.Images is { } known
        ? CitedImages(item).Except(known).Except(record.ShownBefore)
        : [];

    public static IEnumerable<string> CitedImages(JsonElement item) => item.GetItems("content")
        .Where(part => part.GetText("type") == "output_text")
        .SelectMany(part => AnnotationMapping.Map(part).ImageFileIds);

    /// <summary>Images first, as the legacy service had them: apps read <c>content[0].image_file</c>.</summary>
    private static void WriteContent(Utf8JsonWriter writer, JsonElement item, MessageRecord record, LegacyWire wire)
    {
        int citations = 0;
        List<(JsonElement Part, LegacyText? Text)> parts = [];
        foreach (JsonElement part in item.GetItems("content"))
        {
            LegacyText? text = part.GetText("type") == "output_text"
                ? AnnotationMapping.Map(part, record.CitationPlaces, citations)
                : null;
            citations += text?.Citations ?? 0;
            parts.Add((part, text));
        }
        writer.WriteStartArray("content");
        foreach (string image in record.Images ?? parts.SelectMany(part => part.Text?.ImageFileIds ?? []))
            WriteImageFile(writer, image, null);
        foreach ((JsonElement part, LegacyText? text) in parts)
        {
            if (text is not null)
                WriteText(writer, text.Value, text.Annotations, wire);
            else
                WriteOther(writer, part, wire);
        }
        foreach (string image in LateImages(item, record))
            WriteImageFile(writer, image, null);
        writer.WriteEndArray();
    }

    private static void WriteOther(Utf8JsonWriter writer, JsonElement part, LegacyWire wire)
    {
        switch (part.GetText("type"))
        {
            case "input_text" or "text":
                WriteText(writer, part.GetText("text") ?? "", [], wire);
                break;
            case "input_image" or "refusal" when part.GetText("file_id") is null && !wire.HasRichContent:
                WriteText(writer, part.GetText("refusal") ?? part.GetText("image_url") ?? "", [], wire);
                break;
            case "input_image" when part.GetText("file_id") is { } fileId:
                WriteImageFile(writer, fileId, part.GetText("detail") ?? "auto");
                break;
            case "input_image":
                writer.WriteStartObject();
                writer.WriteString("type", "image_url");
                writer.WriteStartObject("image_url");
                writer.WriteString("url", part.GetText("image_url") ?? "");
                writer.WriteString("detail", part.GetText("detail") ?? "auto");
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case "refusal":
                writer.WriteStartObject();
                writer.WriteString("type", "refusal");
                writer.WriteString("refusal", part.GetText("refusal"));
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteText(
        Utf8JsonWriter writer, string value, IReadOnlyList<LegacyAnnotation> annotations, LegacyWire wire)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteStartObject("text");
        writer.WriteString("value", value);
        writer.WriteStartArray("annotations");
        foreach (LegacyAnnotation annotation in annotations)
            annotation.Write(writer, withQuote: wire.HasQuotes);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteImageFile(Utf8JsonWriter writer, string fileId, string? detail)
    {
        writer.WriteStartObject();
        WriteImage(writer, fileId, detail);
        writer.WriteEndObject();
    }

    /// <summary>The members of an image part; a delta has an index before them.</summary>
    public static void WriteImage(Utf8JsonWriter writer, string fileId, string? detail = null)
    {
        writer.WriteString("type", "image_file");
        writer.WriteStartObject("image_file");
        writer.WriteString("file_id", fileId);
        if (detail is not null)
            writer.WriteString("detail", detail);
        writer.WriteEndObject();
    }

    private static void WriteIncompleteDetails(Utf8JsonWriter writer, string? reason)
    {
        if (reason is null)
        {
            writer.WriteNull("incomplete_details");
            return;
        }
        writer.WriteStartObject("incomplete_details");
        writer.WriteString("reason", reason);
        writer.WriteEndObject();
    }
}
