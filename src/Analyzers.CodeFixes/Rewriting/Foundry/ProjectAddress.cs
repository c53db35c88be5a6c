using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Where the project is and how to sign in: what the old client was given, or what a person has to give.</summary>
internal static class ProjectAddress
{
    public static bool IsCredential(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "TokenCredential" or "AuthenticationTokenProvider") return true;
        }

        return false;
    }

    public static string Reason(RewriteContext context, bool isEndpointGiven, bool hasCredential) =>
        (isEndpointGiven
            ? "give it the endpoint of a Foundry project"
            : "set FOUNDRY_PROJECT_ENDPOINT to the endpoint of a Foundry project, or write that here")
        + (hasCredential ? ""
            : Credential(context) is null ? ", and a TokenCredential: a project takes no key"
            : "; a project takes no key, it is signed in to with Entra ID");

    public static string Client(RewriteContext context, ExpressionSyntax? endpoint, ExpressionSyntax? credential) =>
        "new AIProjectClient" + Arguments(context, endpoint, credential);

    /// <summary>To be asked while the plan is applied.</summary>
    public static string Arguments(RewriteContext context, ExpressionSyntax? endpoint, ExpressionSyntax? credential)
    {
        string address = endpoint is null
            ? "new Uri(Environment.GetEnvironmentVariable(\"FOUNDRY_PROJECT_ENDPOINT\")!)"
            : context.Rewritten(endpoint);
        string signIn = credential is null
            ? Credential(context) ?? "default(Azure.Core.TokenCredential)!"
            : context.Rewritten(credential);
        return $"(endpoint: {address}, tokenProvider: {signIn})";
    }

    /// <summary>What options of a client said beyond its address, which goes; null for other arguments and for nothing.</summary>
    public static string? Options(RewriteContext context, ExpressionSyntax given)
    {
        if (context.Model.GetTypeInfo(given, context.CancellationToken) is not { ConvertedType: { } type }
            || !type.Name.EndsWith("ClientOptions", StringComparison.Ordinal) || given.Text() is "null" or "default")
            return null;

        ExpressionSyntax made = given is IdentifierNameSyntax name && context.SymbolOf(name) is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } places }
            && places[0].GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                ? value
                : given;
        return made is BaseObjectCreationExpressionSyntax creation && creation.ArgumentList is not { Arguments.Count: > 0 }
            && creation.Initializer?.Expressions.All(option => option is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Endpoint" } }) != false
                ? null
                : LostPlan.Shorten(made.Text());
    }

    /// <summary>The usual credential, in full where its name may not be in sight; null where its package is not referenced.</summary>
    private static string? Credential(RewriteContext context)
    {
        if (context.Model.Compilation.GetTypesByMetadataName("Azure.Identity.DefaultAzureCredential").IsEmpty) return null;

        context.Plan.Namespaces.Add("Azure.Identity");
        return "new DefaultAzureCredential()";
    }
}
