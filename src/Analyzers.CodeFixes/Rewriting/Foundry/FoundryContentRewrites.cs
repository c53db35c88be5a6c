using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Content: kinds of content were classes and are now questions asked of one.</summary>
internal static class FoundryContentRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["MessageContent"] = "ResponseContentPart";
        entries.Types["MessageTextContent"] = "ResponseContentPart";
        entries.Types["MessageImageFileContent"] = "string";
        entries.Types["MessageTextAnnotation"] = "ResponseMessageAnnotation";
        entries.Types["MessageTextFilePathAnnotation"] = "ContainerFileCitationMessageAnnotation";
        entries.Types["MessageTextFileCitationAnnotation"] = "FileCitationMessageAnnotation";
        entries.Types["MessageTextUriCitationAnnotation"] = "UriCitationMessageAnnotation";
        entries.Types["MessageTextUriCitationDetails"] = "UriCitationMessageAnnotation";

        entries.Keep("MessageTextContent", "Text");
        entries.Members["MessageTextAnnotation.Text"] = MemberRule.By(AnnotationText.Plan);
        entries.Members["MessageTextContent.Annotations"] = "GetAnnotations()";
        entries.Members["MessageImageFileContent.FileId"] = MemberRule.By((context, use) => Self(context, use));
        entries.Members["MessageTextFilePathAnnotation.FileId"] = "GetOutputFileId()";
        entries.Keep("MessageTextFilePathAnnotation", "StartIndex", "EndIndex");
        entries.Keep("MessageTextFileCitationAnnotation", "FileId");
        entries.Members["MessageTextFileCitationAnnotation.StartIndex"] = "GetStartIndex()";
        entries.Members["MessageTextFileCitationAnnotation.EndIndex"] = "GetEndIndex()";
        entries.Lose("MessageTextFileCitationAnnotation", "include the results of the file search call", "Quote");
        entries.Members["MessageTextUriCitationAnnotation.UriCitation"] = MemberRule.By(Self);
        entries.Members["MessageTextUriCitationDetails.Uri"] = "Uri.ToString()";
        entries.Keep("MessageTextUriCitationDetails", "Title");
        entries.Keep("MessageTextUriCitationAnnotation", "StartIndex", "EndIndex");

        entries.Types["MessageInputContentBlock"] = "ResponseContentPart";
        entries.Types["MessageInputTextBlock"] = "ResponseContentPart";
        entries.Types["MessageInputImageFileBlock"] = "ResponseContentPart";
        entries.Types["MessageInputImageUriBlock"] = "ResponseContentPart";
        entries.Types["MessageImageFileParam"] = "string";
        entries.Types["MessageImageUriParam"] = "Uri";
        entries.Creations["MessageInputTextBlock"] = (context, creation) => One(context, creation, "ResponseContentPart.CreateInputTextPart({0})");
        ImageInputs.AddTo(entries);
    }

    private static void Self(RewriteContext context, MemberUse use)
    {
        if (use.Access is { } access)
            context.Plan.Edit(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.WithTriviaFrom(visited));
        else context.Block(use.Whole, "the value itself is what this property was");
    }

    private static void One(
        RewriteContext context, BaseObjectCreationExpressionSyntax creation, string text)
    {
        if (creation.ArgumentList is not { Arguments.Count: 1 } || creation.Initializer is not null)
        {
            context.Block(creation, "an input made in this way is rewritten by hand");
            return;
        }

        context.Replace(creation, visited => string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            text,
            ((BaseObjectCreationExpressionSyntax)visited).ArgumentList!.Arguments[0].Expression.Text()));
    }
}
