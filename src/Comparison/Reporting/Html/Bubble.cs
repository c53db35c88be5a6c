using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>An entry as people see it, with the way to its wire.</summary>
internal static class Bubble
{
    public static void Add(Markup page, Transcript transcript, TranscriptEntry entry, TranscriptEntry? other, string side)
    {
        page.Add($"<article class=\"{Class(entry)}\">");
        switch (entry)
        {
            case MessageEntry message:
                AddMessage(page, message, other as MessageEntry);
                break;
            case ToolCallEntry call:
                AddCall(page, call, other as ToolCallEntry);
                break;
            case RunEntry run:
                AddRun(page, run);
                break;
            case FileEntry file:
                page.Add($"<p>{file.Title}</p>");
                // An image that a message shows is not shown again.
                AddFile(page, file.File, isImage: file.File.MediaType is not null, isShown: !ShownIn(transcript, file));
                break;
            case ErrorEntry error:
                page.Add($"<p><b>{error.Status}</b> {error.Call}</p><p class=\"text\">{error.Message}</p>");
                break;
            case StreamEntry stream:
                page.Add($"<p>stream · {VerdictHeader.Count(stream.Events.Count, "event")}, pieces as one</p>");
                break;
            default:
                page.Add($"<p>{entry.Title}{Named(entry)}</p>");
                break;
        }
        WireTemplates.AddButton(page, transcript, entry, side);
        page.AddOwn("</article>");
    }

    private static void AddMessage(Markup page, MessageEntry message, MessageEntry? other)
    {
        page.Add($"<p class=\"who\">{message.Role}</p>");
        int text = 0;
        string[] otherTexts = [.. other?.Content.OfType<TextPart>().Select(part => part.Text) ?? []];
        foreach (ContentPart part in message.Content)
        {
            switch (part)
            {
                case TextPart words:
                    MarkedText.Add(page, words.Text, text < otherTexts.Length ? otherTexts[text] : null);
                    text++;
                    break;
                case ImagePart { File: { } file }:
                    AddFile(page, file, isImage: true);
                    break;
                case ImagePart image:
                    page.Add($"<p class=\"chip\">image {EntryText.Cut(image.Address ?? "")}</p>");
                    break;
                case FilePart attached:
                    AddFile(page, attached.File, isImage: false);
                    break;
                case RefusalPart refusal:
                    page.Add($"<p class=\"text refusal\">{refusal.Text}</p>");
                    break;
            }
        }
        // The place of an image that only the other side has.
        for (int lost = message.Images.Count(); lost < (other?.Images.Count() ?? 0); lost++)
            page.AddOwn("<p class=\"lost\">no image here</p>");
        foreach (Annotation annotation in message.Annotations)
            page.Add($"<span class=\"chip\">{EntryText.Of(annotation)}</span>");
    }

    private static bool ShownIn(Transcript transcript, FileEntry file) =>
        transcript.Messages.Any(message => message.Images.Any(image => image.File?.Id == file.File.Id));

    private static void AddCall(Markup page, ToolCallEntry call, ToolCallEntry? other)
    {
        page.Add($"<p class=\"who\">{(call.IsFunction ? "function" : call.Tool.Replace('_', ' '))} <b>{call.Name}</b></p>");
        if (call.Arguments.Length > 0)
            MarkedText.AddCode(page, Json.Readably(call.Arguments), other is null ? null : Json.Readably(other.Arguments));
        if (!string.IsNullOrEmpty(call.Output))
        {
            page.AddOwn("<p class=\"who\">gave</p>");
            MarkedText.AddCode(page, Json.Readably(call.Output), other?.Output is { } output ? Json.Readably(output) : null);
        }
        foreach (FileReference image in call.Images)
            AddFile(page, image, isImage: true);
    }

    private static void AddRun(Markup page, RunEntry run)
    {
        page.Add($"<p>run <b>{run.Status.Replace('_', ' ')}</b>{(run.IncompleteReason is { } reason ? $" ({reason})" : "")}");
        if (run.Duration is { } duration)
            page.Add($" · {duration.TotalSeconds:0.#} s");
        if (run.Usage is { } usage)
            page.Add($" · {usage.Input} + {usage.Output} tokens");
        page.AddOwn("</p>");
        if (run.ErrorMessage is { } message)
            page.Add($"<p class=\"text\">{run.ErrorCode}: {message}</p>");
    }

    private static void AddFile(Markup page, FileReference file, bool isImage, bool isShown = true)
    {
        if (isImage && isShown && file.MediaType is { } type)
        {
            page.Add($"<figure><img alt=\"image {EntryText.Of(file)}\" src=\"data:{type};base64,{Convert.ToBase64String(file.Content!.Value.Span)}\"><figcaption>{EntryText.Of(file)}</figcaption></figure>");
        }
        else
        {
            page.Add($"<span class=\"chip\">{(isImage ? "image " : "file ")}{EntryText.Of(file)}{(file.Content is null ? " · bytes not recorded" : "")}</span>");
        }
    }

    private static string Named(TranscriptEntry entry) => entry.Body?.GetText("name") is { Length: > 0 } name ? $" · {name}" : "";

    private static string Class(TranscriptEntry entry) => entry switch
    {
        MessageEntry { Role: "user" } => "bubble user",
        MessageEntry => "bubble assistant",
        ToolCallEntry => "bubble tool",
        ErrorEntry => "bubble error",
        _ => "slim",
    };
}
