using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>
/// The file client stays. What code wrote is in a container, whose id is part of the id that the rewritten code hands on: calls
/// that may get such an id go through the holder of the clients, which knows both kinds.
/// </summary>
internal static class FileRewrites
{
    private static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "DownloadFile", "DownloadFileAsync", "GetFile", "GetFileAsync", "DeleteFile", "DeleteFileAsync",
    };

    public static void PlanDownloads(RewriteContext context, SyntaxNode root)
    {
        if (!context.Facts.UsesGeneratedFiles) return;

        foreach (InvocationExpressionSyntax call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax access || !Calls.Contains(access.Name.Identifier.ValueText)
                || context.SymbolOf(call) is not IMethodSymbol { ContainingType.Name: "OpenAIFileClient" } method
                || TableEntries.IsProtocol(new CallSite(call, method))
                || call.ArgumentList.Arguments.Count == 0 || IsUploaded(context, call.ArgumentList.Arguments[0].Expression))
                continue;

            if (ClientScope.Find(context, call) is { } client)
            {
                context.Plan.Edit(access.Expression, visited => Code.Expression(client, visited));
            }
            else
            {
                context.Leave(call, "files that code wrote are read with 'ContainerClient.DownloadContainerFile'");
            }
        }
    }

    /// <summary>The id of an uploaded file is known as such where it is taken from the file.</summary>
    private static bool IsUploaded(RewriteContext context, ExpressionSyntax id) =>
        id is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" } access
        && RewriteContext.Unwrap(context.TypeOf(access.Expression)) is { Name: "OpenAIFile" };
}
