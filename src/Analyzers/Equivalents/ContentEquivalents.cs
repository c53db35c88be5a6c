using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class ContentEquivalents
{
    private const string Citation = "'ContainerFileCitationMessageAnnotation'";

    public static readonly Equivalent Items = Becomes(LegacyRule.MessageContent, "'MessageResponseItem.Content'");
    public static readonly Equivalent Part = Becomes(LegacyRule.MessageContent, "'ResponseContentPart'");
    public static readonly Equivalent Refusal = Becomes(LegacyRule.MessageContent, "'ResponseContentPart.Refusal'");
    public static readonly Equivalent TextPart = Becomes(
        LegacyRule.TextContent, "'ResponseContentPart' of kind OutputText");
    public static readonly Equivalent Text = Becomes(
        LegacyRule.TextContent, "'ResponseContentPart.Text', or 'ResponseResult.GetOutputText()' for the whole answer");

    public static readonly Equivalent Image = Becomes(
        LegacyRule.ImageContent, "a 'ContainerFileCitationMessageAnnotation' of the text, no longer a content part");
    public static readonly Equivalent ImageFileId = Becomes(
        LegacyRule.ImageContent, $"{Citation} with 'ContainerId' and 'FileId'");
    public static readonly Equivalent ImageUri = Becomes(
        LegacyRule.InputContent, "'ResponseContentPart.InputImageUri'");

    public static readonly Equivalent Annotations = Becomes(
        LegacyRule.CitationAnnotation, "'ResponseContentPart.OutputTextAnnotations'");
    public static readonly Equivalent FilePath = Becomes(LegacyRule.FilePathAnnotation, Citation);
    public static readonly Equivalent OutputFileId = Becomes(
        LegacyRule.FilePathAnnotation, $"{Citation} with 'ContainerId' and 'FileId'");
    public static readonly Equivalent FileCitation = Becomes(
        LegacyRule.CitationAnnotation, "'FileCitationMessageAnnotation'");
    public static readonly Equivalent CitedFileId = Becomes(
        LegacyRule.CitationAnnotation, "'FileCitationMessageAnnotation.FileId'");
    public static readonly Equivalent Quote = Lost(
        LegacyRule.CitationAnnotation, "include the results of the file search call");
    public static readonly Equivalent Index = Becomes(
        LegacyRule.CitationAnnotation, "'StartIndex' or 'EndIndex' of a container or URI citation");
    public static readonly Equivalent TextToReplace = Becomes(
        LegacyRule.CitationAnnotation, "the slice of the text from 'StartIndex' to 'EndIndex'");
    public static readonly Equivalent UriCitation = Becomes(
        LegacyRule.CitationAnnotation, "'UriCitationMessageAnnotation'");
    public static readonly Equivalent Uri = Becomes(
        LegacyRule.CitationAnnotation, "'UriCitationMessageAnnotation.Uri', a System.Uri");
    public static readonly Equivalent Title = Becomes(
        LegacyRule.CitationAnnotation, "'UriCitationMessageAnnotation.Title'");

    public static readonly Equivalent InputText = Becomes(
        LegacyRule.InputContent, "'ResponseContentPart.CreateInputTextPart'");
    public static readonly Equivalent InputImage = Becomes(
        LegacyRule.InputContent, "'ResponseContentPart.CreateInputImagePart'");
    public static readonly Equivalent ImageDetail = Becomes(
        LegacyRule.InputContent, "'ResponseImageDetailLevel'");
}
