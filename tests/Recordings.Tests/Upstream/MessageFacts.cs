using System.Text;
using System.Text.Json;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>The messages of a response are the thread's, in order, with their texts, files and citations; nothing else is.</summary>
internal static class MessageFacts
{
    private const string SandboxLink = "sandbox:/mnt/data/";

    public static IEnumerable<string> Broken(ResponseRun made)
    {
        JsonElement[] items = [.. made.Response.GetProperty("output").EnumerateArray().Where(item => UpstreamBody.TypeOf(item) == "message")];
        JsonElement[] messages = [.. made.Messages.Skip(1)];
        if (!messages.Select(message => Text(message, "id")).SequenceEqual(items.Select(item => Text(item, "id"))))
            return [$"The thread has {messages.Length} answers, the response {items.Length}, or others."];
        return items.Zip(messages).SelectMany(pair => OfMessage(pair.First, pair.Second));
    }

    private static IEnumerable<string> OfMessage(JsonElement item, JsonElement message)
    {
        JsonElement[] theirs = [.. item.GetProperty("content").EnumerateArray()];
        JsonElement[] ours = [.. message.GetProperty("content").EnumerateArray()];
        int images = theirs.SelectMany(Annotations).Count(IsDisplayed);
        string[] expected = [.. Enumerable.Repeat("image_file", images), .. theirs.Select(part => UpstreamBody.TypeOf(part) == "refusal" ? "refusal" : "text")];
        string[] kinds = [.. ours.Select(UpstreamBody.TypeOf)];
        if (!kinds.SequenceEqual(expected))
            return [$"A message has the parts [{string.Join(", ", kinds)}], not [{string.Join(", ", expected)}]."];
        return theirs.Zip(ours.Skip(images)).Where(pair => UpstreamBody.TypeOf(pair.Second) == "text").SelectMany(pair => OfText(pair.First, pair.Second.GetProperty("text")));
    }

    private static IEnumerable<string> OfText(JsonElement part, JsonElement text)
    {
        JsonElement[] placed = [.. Annotations(part).Where(annotation => !IsDisplayed(annotation))];
        JsonElement[] ours = [.. text.GetProperty("annotations").EnumerateArray()];
        Rune[] value = [.. Text(text, "value").EnumerateRunes()];
        if (ours.Length != placed.Length)
            yield return $"{ours.Length} annotations, not {placed.Length}.";

        foreach (JsonElement annotation in ours)
        {
            (int start, int end) = (annotation.GetProperty("start_index").GetInt32(), annotation.GetProperty("end_index").GetInt32());
            if (Slice(value, start, end) != Text(annotation, "text"))
                yield return $"\"{Text(annotation, "text")}\" is not what stands at {start}..{end}: \"{Slice(value, start, end)}\".";
        }

        string[] links = [.. placed.Where(annotation => UpstreamBody.TypeOf(annotation) == "container_file_citation").Select(annotation => SandboxLink + Text(annotation, "filename"))];
        if (!Texts(ours, "file_path").SequenceEqual(links))
            yield return $"Links [{string.Join(", ", Texts(ours, "file_path"))}], not [{string.Join(", ", links)}].";

        string[] files = [.. placed.Where(annotation => UpstreamBody.TypeOf(annotation) == "file_citation").Select(annotation => Text(annotation, "file_id"))];
        if (!files.SequenceEqual(ours.Where(annotation => UpstreamBody.TypeOf(annotation) == "file_citation").Select(annotation => Text(annotation.GetProperty("file_citation"), "file_id"))))
            yield return $"Other files are cited than [{string.Join(", ", files)}].";

        if (WithoutMarkers(value, ours) != Text(part, "text"))
            yield return "The text is another, apart from the markers of citations.";
    }

    /// <summary>Citation markers are the only thing that may stand in a legacy text and not in v2's.</summary>
    private static string WithoutMarkers(Rune[] value, JsonElement[] annotations)
    {
        StringBuilder text = new();
        int at = 0;
        foreach (JsonElement marker in annotations.Where(annotation => UpstreamBody.TypeOf(annotation) == "file_citation"))
        {
            int start = marker.GetProperty("start_index").GetInt32();
            text.Append(Slice(value, at, start));
            at = marker.GetProperty("end_index").GetInt32();
        }
        return text.Append(Slice(value, at, value.Length)).ToString();
    }

    /// <summary>Offsets count code points; what lies beyond the text is nothing.</summary>
    private static string Slice(Rune[] value, int start, int end) => string.Concat(value.Take(end).Skip(start));

    /// <summary>An image that the code showed: cited at no place of the text.</summary>
    private static bool IsDisplayed(JsonElement annotation) => UpstreamBody.TypeOf(annotation) == "container_file_citation"
        && annotation.GetProperty("start_index").GetInt32() == 0
        && annotation.GetProperty("end_index").GetInt32() == 0;

    private static IEnumerable<string> Texts(JsonElement[] annotations, string type) =>
        annotations.Where(annotation => UpstreamBody.TypeOf(annotation) == type).Select(annotation => Text(annotation, "text"));

    private static IEnumerable<JsonElement> Annotations(JsonElement part) =>
        part.TryGetProperty("annotations", out JsonElement annotations) ? annotations.EnumerateArray() : [];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
