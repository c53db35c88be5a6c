using System.Text.RegularExpressions;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Compares two messages: words, images, links and sources.</summary>
internal sealed partial class MessageComparer(SessionPair session, string name, List<TranscriptDifference> differences)
{
    public void Compare(MessageEntry left, MessageEntry right)
    {
        CompareText(left, right);
        CompareImages([.. left.Images], [.. right.Images]);
        CompareAnnotations([.. left.Annotations], [.. right.Annotations]);
        CompareOrder(left, right);
        if ((left.IsListed, right.IsListed) is (true, false) or (false, true))
            Add(left.IsListed == true ? DifferenceKind.Missing : DifferenceKind.Additional, "in the list", Listed(left), Listed(right), null);
    }

    private static string Listed(MessageEntry message) => message.IsListed == true ? "listed" : "not in the list of messages";

    private void CompareText(MessageEntry left, MessageEntry right)
    {
        // The numbers of a citation's marker name nothing, and v2 has no markers at all.
        string one = Words(left), other = Words(right);
        if (one == other)
            return;
        bool isModel = left.Role == "assistant";
        string? allowance = (isModel ? session.Rules.SameModelText : session.Rules.SameUserText) ? null : isModel ? "a model's words may differ" : "the user's words may differ";
        (string cutOne, string cutOther) = TextCut.AtFirstDifference(one, other);
        if (allowance is not null && isModel && session.Rules.WholeText && BreaksOff(one, other) && !IsCut(right))
            Add(DifferenceKind.CutText, "text", cutOne, other.Length == 0 ? "no text" : cutOther, null);
        else
            Add(DifferenceKind.OtherText, "text", cutOne, cutOther, allowance);
    }

    /// <summary>Where an answer is stopped is a matter of time, and that it was is told by its status.</summary>
    private static bool IsCut(MessageEntry message) => message.Body?.GetText("status") is "incomplete" or "in_progress";

    /// <summary>The same words, and then in the middle of a sentence no more: that is no choice of words.</summary>
    private static bool BreaksOff(string left, string right) =>
        left.Length > right.Length && left.StartsWith(right, StringComparison.Ordinal)
        && left[right.Length..].Any(char.IsLetterOrDigit)
        && (right.Length == 0 || char.IsLetterOrDigit(right[^1]) || right[^1] is ',' or ' ' or '-' or '(' or '[' or ':');

    private string Words(MessageEntry message) =>
        Marker().Replace(string.Join("\n", message.Content.Select(part => part switch
        {
            TextPart text => text.Text,
            RefusalPart refusal => refusal.Text,
            _ => null,
        }).Where(text => text is not null)), session.SameWire ? "【】" : "");

    private void CompareImages(ImagePart[] left, ImagePart[] right)
    {
        for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            string place = $"image {i + 1}";
            if (i >= right.Length)
                Add(DifferenceKind.LostImage, place, Show(left[i]), "nothing", null);
            else if (i >= left.Length)
                Add(DifferenceKind.AdditionalImage, place, "nothing", Show(right[i]), null);
            else if (left[i].File is { } one && right[i].File is { } other)
                FileComparer.Compare(session.Rules, $"{name}: {place}", one, other, differences, isImage: true);
            else if (left[i].Address != right[i].Address)
                Add(DifferenceKind.OtherImage, place, Show(left[i]), Show(right[i]), null);
        }
    }

    private void CompareAnnotations(Annotation[] left, Annotation[] right)
    {
        if (!session.Rules.SameAnnotations)
            return;
        for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            string place = $"annotation {i + 1}";
            if (i >= right.Length)
                Add(DifferenceKind.LostAnnotation, place, EntryText.Of(left[i]), "nothing", null);
            else if (i >= left.Length)
                Add(DifferenceKind.AdditionalAnnotation, place, "nothing", EntryText.Of(right[i]), null);
            else if (left[i].Kind != right[i].Kind)
                Add(DifferenceKind.OtherAnnotation, place, EntryText.Of(left[i]), EntryText.Of(right[i]), null);
            else if (left[i].File is { } one && right[i].File is { } other)
                FileComparer.Compare(session.Rules, $"{name}: {place}", one, other, differences);
            else if (left[i].File is null != right[i].File is null)
                Add(DifferenceKind.OtherAnnotation, place, EntryText.Of(left[i]), EntryText.Of(right[i]), null);
        }
    }

    /// <summary>Between the services the place of an image differs by their nature; see the wire pages.</summary>
    private void CompareOrder(MessageEntry left, MessageEntry right)
    {
        string one = Kinds(left), other = Kinds(right);
        bool isSaidAlready = differences.Any(difference => difference.Kind is DifferenceKind.LostImage or DifferenceKind.AdditionalImage);
        if (session.SameWire && one != other && !isSaidAlready)
            Add(DifferenceKind.OtherContent, "parts", one, other, null);
    }

    private static string Kinds(MessageEntry message) => string.Join(", ", message.Content.Select(part => part switch
    {
        TextPart => "text",
        ImagePart => "image",
        FilePart => "file",
        _ => "refusal",
    }));

    private void Add(DifferenceKind kind, string place, string left, string right, string? allowance) =>
        differences.Add(new TranscriptDifference(kind, $"{name}: {place}", left, right, allowance));

    private static string Show(ImagePart image) => image.File is { } file ? EntryText.Of(file) : image.Address ?? "";

    [GeneratedRegex("【[^】]*】")]
    private static partial Regex Marker();
}
