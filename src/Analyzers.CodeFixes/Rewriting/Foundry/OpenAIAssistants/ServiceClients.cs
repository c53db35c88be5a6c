using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;

/// <summary>
/// The client of a whole service, <c>OpenAIClient</c> or <c>AzureOpenAIClient</c>: where a solution asks it for nothing but what
/// assistants need, the project takes its place; where it does more, it stays beside the project.
/// </summary>
internal static class ServiceClients
{
    private static readonly HashSet<string> ForAssistants = new(StringComparer.Ordinal)
    {
        "GetAssistantClient", "GetOpenAIFileClient", "GetVectorStoreClient", "GetType",
    };

    public static bool IsOne(ITypeSymbol? type) => type is
    {
        Name: "OpenAIClient", ContainingNamespace: { Name: "OpenAI", ContainingNamespace.IsGlobalNamespace: true },
    }
        or { Name: "AzureOpenAIClient", ContainingNamespace: { Name: "OpenAI", ContainingNamespace: { Name: "AI", ContainingNamespace.Name: "Azure" } } };

    public static async Task<bool> AreForAssistantsAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (Document document in solution.Projects.SelectMany(project => project.Documents))
        {
            if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root) continue;

            // By the text alone, before anything is bound: a solution has many files, and few that have to do with this.
            bool namesService = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString().Contains("OpenAIClient");
            SyntaxNode[] suspects = [.. root.DescendantNodes().Where(node => namesService ? MayDoMore(node) : MayTakeClient(node))];
            if (suspects.Length == 0 || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model) continue;

            if (suspects.Any(suspect => DoesMore(suspect, model, cancellationToken))) return false;
        }

        return true;
    }

    private static bool MayDoMore(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax access => !ForAssistants.Contains(access.Name.Identifier.ValueText),
        MemberBindingExpressionSyntax or BaseTypeSyntax => true,
        ArgumentSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax } => true,
        _ => false,
    };

    private static bool MayTakeClient(SyntaxNode node) => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
        && name.StartsWith("Get", StringComparison.Ordinal) && name.EndsWith("Client", StringComparison.Ordinal) && !ForAssistants.Contains(name);

    private static bool DoesMore(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node switch
    {
        MemberAccessExpressionSyntax access => IsOne(model.GetTypeInfo(access.Expression, cancellationToken).Type)
            && model.GetSymbolInfo(access, cancellationToken).Symbol is { DeclaringSyntaxReferences.IsEmpty: true },
        MemberBindingExpressionSyntax binding => model.GetSymbolInfo(binding, cancellationToken).Symbol is { } member && IsOne(member.ContainingType),
        ArgumentSyntax argument => IsOne(model.GetTypeInfo(argument.Expression, cancellationToken).Type)
            && argument.Parent?.Parent is { } call && IsTakenElsewhere(model.GetSymbolInfo(call, cancellationToken).Symbol),
        BaseTypeSyntax derived => IsOne(model.GetTypeInfo(derived.Type, cancellationToken).Type),
        _ => false,
    };

    /// <summary>A library that asks for such a client does with it what nobody can see; a container or a check only hands it on.</summary>
    private static bool IsTakenElsewhere(ISymbol? method) => method is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: true } taking
        && taking.OriginalDefinition.Parameters.Any(parameter => IsOne(parameter.Type));
}
