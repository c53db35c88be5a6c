using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Content and annotations as a, b and c have them: one type for each kind.</summary>
internal static class ContentTypes
{
    public static IEnumerable<LegacyType> Azure()
    {
        yield return new("MessageContent", TypeRole.Piece, ContentEquivalents.Part);
        yield return new("MessageTextContent", TypeRole.Piece, ContentEquivalents.TextPart)
        {
            ["Text"] = ContentEquivalents.Text,
            ["Annotations"] = ContentEquivalents.Annotations.Returning("MessageTextAnnotation"),
        };
        yield return new("MessageImageFileContent", TypeRole.Piece, ContentEquivalents.Image)
        {
            ["FileId"] = ContentEquivalents.ImageFileId,
        };
        yield return new("MessageTextAnnotation", TypeRole.Piece, ContentEquivalents.Annotations)
        {
            ["Text"] = ContentEquivalents.TextToReplace,
            ["StartIndex"] = ContentEquivalents.Index,
            ["EndIndex"] = ContentEquivalents.Index,
        };
        yield return new("MessageTextFilePathAnnotation", TypeRole.Piece, ContentEquivalents.FilePath)
        {
            ["FileId"] = ContentEquivalents.OutputFileId,
            ["Text"] = ContentEquivalents.TextToReplace,
            ["StartIndex"] = ContentEquivalents.Index,
            ["EndIndex"] = ContentEquivalents.Index,
        };
        yield return new("MessageTextFileCitationAnnotation", TypeRole.Piece, ContentEquivalents.FileCitation)
        {
            ["FileId"] = ContentEquivalents.CitedFileId,
            ["Quote"] = ContentEquivalents.Quote,
            ["Text"] = ContentEquivalents.TextToReplace,
            ["StartIndex"] = ContentEquivalents.Index,
            ["EndIndex"] = ContentEquivalents.Index,
        };
    }

    /// <summary>What b and c have beyond a.</summary>
    public static IEnumerable<LegacyType> Agents()
    {
        yield return new("MessageTextUriCitationAnnotation", TypeRole.Piece, ContentEquivalents.UriCitation)
        {
            ["UriCitation"] = ContentEquivalents.UriCitation.Returning("MessageTextUriCitationDetails"),
            ["Text"] = ContentEquivalents.TextToReplace,
            ["StartIndex"] = ContentEquivalents.Index,
            ["EndIndex"] = ContentEquivalents.Index,
        };
        yield return new("MessageTextUriCitationDetails", TypeRole.Piece, ContentEquivalents.UriCitation)
        {
            ["Uri"] = ContentEquivalents.Uri,
            ["Title"] = ContentEquivalents.Title,
        };
        yield return new("MessageInputContentBlock", TypeRole.Piece, ContentEquivalents.Part);
        yield return new("MessageInputTextBlock", TypeRole.Options, ContentEquivalents.InputText)
        {
            ["Text"] = ContentEquivalents.InputText,
        };
        yield return new("MessageInputImageFileBlock", TypeRole.Options, ContentEquivalents.InputImage);
        yield return new("MessageInputImageUriBlock", TypeRole.Options, ContentEquivalents.InputImage);
        yield return new("MessageImageFileParam", TypeRole.Options, ContentEquivalents.InputImage)
        {
            ["Detail"] = ContentEquivalents.ImageDetail,
        };
        yield return new("MessageImageUriParam", TypeRole.Options, ContentEquivalents.InputImage)
        {
            ["Detail"] = ContentEquivalents.ImageDetail,
        };
    }

    public static LegacyType Role() => new("MessageRole", TypeRole.Piece, MessageEquivalents.Role)
    {
        ["User"] = MessageEquivalents.RoleUser,
        ["Assistant"] = MessageEquivalents.RoleAssistant,
        ["Agent"] = MessageEquivalents.RoleAssistant,
    };

    public static LegacyType Page() => new("PageableList", TypeRole.Model, ClientEquivalents.Paging)
    {
        ["Data"] = ClientEquivalents.Paging,
        ["FirstId"] = ClientEquivalents.Paging,
        ["LastId"] = ClientEquivalents.Paging,
        ["HasMore"] = ClientEquivalents.Paging,
    };
}
