using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Content items become content parts; files that code wrote are citations of a container's files.</summary>
internal static class ContentRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["MessageContent"] = "ResponseContentPart";
        entries.Types["TextAnnotation"] = "ResponseMessageAnnotation";
        entries.Types["MessageImageDetail"] = "ResponseImageDetailLevel";

        entries.Members["MessageContent.Text"] = MemberRule.By(Text);
        entries.Keep("MessageContent", "Refusal");
        entries.Members["MessageContent.TextAnnotations"] = "GetAnnotations()";
        entries.Members["MessageContent.ImageFileId"] = "GetImageFileId()";
        entries.Members["MessageContent.ImageUri"] = "GetImageUri()";
        entries.Members["MessageContent.ImageDetail"] = "InputImageDetailLevel";
        entries.Keep("MessageImageDetail", "Auto", "Low", "High");

        entries.Members["TextAnnotation.OutputFileId"] = "GetOutputFileId()";
        entries.Members["TextAnnotation.InputFileId"] = "GetInputFileId()";
        entries.Members["TextAnnotation.StartIndex"] = "GetStartIndex()";
        entries.Members["TextAnnotation.EndIndex"] = "GetEndIndex()";
        entries.Members["TextAnnotation.TextToReplace"] = MemberRule.By(TextToReplace);

        entries.Call("MessageContent.FromText", call => $"ResponseContentPart.CreateInputTextPart({call["text"]})");
        entries.Call("MessageContent.FromImageFileId", call =>
            $"ResponseContentPart.CreateInputImagePart({call["imageFileId"]}{Detail(call)})");
        entries.Call("MessageContent.FromImageUri", call =>
            $"ResponseContentPart.CreateInputImagePart({call["imageUri"]}{Detail(call)})");
        entries.Conversions[("String", "MessageContent")] = "ResponseContentPart.CreateInputTextPart({0})";
    }

    private static string Detail(CallText call) => call.Has("detail") ? ", " + call["detail"] : "";

    /// <summary>An image had no text at all where a part of its own now has an empty one.</summary>
    private static void Text(RewriteContext context, MemberUse use)
    {
        if (!context.Facts.UsesImages || use.Access is not { } access) return;

        SyntaxNode whole = Code.Outermost(access);
        if (whole.Parent is BinaryExpressionSyntax comparison
            && comparison.IsKind(SyntaxKind.EqualsExpression) | comparison.IsKind(SyntaxKind.NotEqualsExpression)
            && (comparison.Left == whole ? comparison.Right : comparison.Left).IsKind(SyntaxKind.NullLiteralExpression))
        {
            string not = comparison.IsKind(SyntaxKind.EqualsExpression) ? "" : "!";
            context.Replace(comparison, _ => $"{not}string.IsNullOrEmpty({context.Rewritten(access)})");
        }
        else if (whole.Parent is IsPatternExpressionSyntax pattern && pattern.Expression == whole
            && pattern.Pattern.Text() is "not null" or "null")
        {
            string not = pattern.Pattern.Text() == "null" ? "" : "!";
            context.Replace(pattern, _ => $"{not}string.IsNullOrEmpty({context.Rewritten(access)})");
        }
    }

    /// <summary>The citation says where it stands in the text; the text is that of the part it was taken from.</summary>
    private static void TextToReplace(RewriteContext context, MemberUse use)
    {
        string? part = null;
        foreach (ForEachStatementSyntax loop in use.Name.Ancestors().OfType<ForEachStatementSyntax>())
        {
            if (loop.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TextAnnotations" } listed
                && use.Access?.Expression.Text() == loop.Identifier.ValueText)
                part = listed.Expression.Text();
        }

        Planner.PlanPath(context, use, $"GetText({part})");
    }
}
