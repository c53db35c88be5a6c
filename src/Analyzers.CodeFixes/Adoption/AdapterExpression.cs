using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>Chooses the adapter for a client from what its construction says of the service and the sign-in.</summary>
internal static class AdapterExpression
{
    private const string FromEnvironment = "SharedAdapter.FromEnvironment()";

    public static string For(BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor, SemanticModel model)
    {
        Dictionary<IParameterSymbol, ExpressionSyntax> arguments = Arguments(creation, constructor);
        if (IsPlainOpenAI(constructor, arguments))
        {
            return KeyOf(arguments, model) is { } key
                ? $"SharedAdapter.ForOpenAI({key}{Endpoint(arguments, model)})"
                : FromEnvironment;
        }

        ExpressionSyntax? signIn = arguments
            .FirstOrDefault(pair => IsTokenCredential(model.GetTypeInfo(pair.Value).Type)).Value;
        if (signIn is null || ExpressionCopies.TryCopy(signIn, model) is not { } credential) return FromEnvironment;

        return ProjectEndpoint(constructor, arguments) is { } endpoint && ExpressionCopies.TryCopy(endpoint, model) is { } address
            ? $"SharedAdapter.ForFoundry({address}, {credential})"
            : $"SharedAdapter.ForFoundry({credential})";
    }

    public static Dictionary<IParameterSymbol, ExpressionSyntax> Arguments(
        BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor)
    {
        Dictionary<IParameterSymbol, ExpressionSyntax> found = new(SymbolEqualityComparer.Default);
        if (creation.ArgumentList is null) return found;

        for (int index = 0; index < creation.ArgumentList.Arguments.Count; index++)
        {
            ArgumentSyntax argument = creation.ArgumentList.Arguments[index];
            IParameterSymbol? parameter = argument.NameColon?.Name.Identifier.ValueText is { } name
                ? constructor.Parameters.FirstOrDefault(candidate => candidate.Name == name)
                : constructor.Parameters.ElementAtOrDefault(index);
            if (parameter is not null) found[parameter] = argument.Expression;
        }

        return found;
    }

    /// <summary>OpenAI's own service: no Azure client, and no endpoint of a resource.</summary>
    private static bool IsPlainOpenAI(IMethodSymbol constructor, Dictionary<IParameterSymbol, ExpressionSyntax> arguments)
    {
        string space = constructor.ContainingNamespace.ToDisplayString();
        return space == "OpenAI" || space.StartsWith("OpenAI.", StringComparison.Ordinal)
            || arguments.Keys.Any(parameter => parameter.Name == "openAIApiKey");
    }

    private static string? KeyOf(Dictionary<IParameterSymbol, ExpressionSyntax> arguments, SemanticModel model)
    {
        foreach (KeyValuePair<IParameterSymbol, ExpressionSyntax> argument in arguments)
        {
            bool isText = argument.Key.Type.SpecialType == SpecialType.System_String;
            if (!isText && argument.Key.Type.Name != "ApiKeyCredential") continue;

            ExpressionSyntax value = !isText && argument.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } inner }
                ? inner[0].Expression
                : argument.Value;
            return ExpressionCopies.TryCopy(value, model);
        }

        return null;
    }

    /// <summary>The address given to the legacy client, when it is not OpenAI's own, is that of the same server's v2.</summary>
    private static string Endpoint(Dictionary<IParameterSymbol, ExpressionSyntax> arguments, SemanticModel model)
    {
        foreach (KeyValuePair<IParameterSymbol, ExpressionSyntax> given in arguments.Where(pair => ClientOptions.Is(pair.Key)))
        {
            ExpressionSyntax argument = given.Value;
            if (argument is SimpleNameSyntax or MemberAccessExpressionSyntax
                && ExpressionCopies.TryCopy(argument, model) is { } options
                && given.Key.Type.GetMembers("Endpoint").OfType<IPropertySymbol>().Any(property => property.Type.Name == "Uri"))
            {
                bool mayBeNull = model.GetTypeInfo(argument).Nullability.FlowState == NullableFlowState.MaybeNull;
                return $", {options}{(mayBeNull ? "?" : "")}.Endpoint";
            }

            AssignmentExpressionSyntax? assignment = (argument as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions
                .OfType<AssignmentExpressionSyntax>()
                .FirstOrDefault(member => member.Left is IdentifierNameSyntax { Identifier.ValueText: "Endpoint" });
            if (assignment is null) continue;

            ExpressionSyntax address = assignment.Right;
            if (address is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } text }
                && ExpressionCopies.TryCopy(text[0].Expression, model) is { } inner)
                return $", new Uri({inner})";
            if (ExpressionCopies.TryCopy(address, model) is { } copy) return ", " + copy;
        }

        return "";
    }

    /// <summary>A project's address; Azure OpenAI's resources and the hosts of regions are none.</summary>
    private static ExpressionSyntax? ProjectEndpoint(
        IMethodSymbol constructor, Dictionary<IParameterSymbol, ExpressionSyntax> arguments)
    {
        if (constructor.ContainingType.Name is not ("PersistentAgentsClient" or "PersistentAgentsAdministrationClient" or "AIProjectClient"))
            return null;

        return arguments.FirstOrDefault(argument => argument.Key.Name == "endpoint").Value;
    }

    private static bool IsTokenCredential(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "TokenCredential" && type.ContainingNamespace.ToDisplayString() == "Azure.Core") return true;
        }

        return false;
    }
}
