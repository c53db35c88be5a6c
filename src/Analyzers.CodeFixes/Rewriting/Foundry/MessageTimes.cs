using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>The time of a message, which an item has none of: in a text it goes, for a wrong one would be believed.</summary>
internal static class MessageTimes
{
    private const string Reason = "an item of a conversation has no time of its own: a response has 'CreatedAt'";

    public static void Plan(RewriteContext context, MemberUse use)
    {
        if (use.Access is not { Parent: InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } hole })
        {
            LostPlan.Member(context, use, Reason);
            return;
        }

        context.Leave(hole, $"{Reason}: {LostPlan.Shorten(hole.ToString())}");
        context.Plan.Remove(hole);
        int next = text.Contents.IndexOf(hole) + 1;
        if (next == 1 && next < text.Contents.Count && text.Contents[next] is InterpolatedStringTextSyntax separator
            && separator.TextToken.Text.All(c => c is ' ' or '-' or ':' or '|' or ','))
            context.Plan.Remove(separator);
    }
}
