using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>Where a name stands, by syntax alone.</summary>
internal static class NamePositions
{
    /// <summary>Leaves out, before anything is bound, names that stand where no site can be.</summary>
    public static bool CanBeSite(SimpleNameSyntax name, bool hasStaticImports)
    {
        switch (name.Parent)
        {
            case QualifiedNameSyntax qualified:
                return qualified.Right == name && !IsInDirective(qualified);
            case MemberAccessExpressionSyntax access:
                return access.Name == name;
            case UsingDirectiveSyntax or NameEqualsSyntax or BaseNamespaceDeclarationSyntax:
                return false;
            case NameColonSyntax or MemberBindingExpressionSyntax:
                return true;
            case AssignmentExpressionSyntax assignment when assignment.Left == name:
                return assignment.Parent.IsKind(SyntaxKind.ObjectInitializerExpression)
                    || assignment.Parent.IsKind(SyntaxKind.WithInitializerExpression);
            default:
                return hasStaticImports || IsTypeName(name);
        }
    }

    /// <summary>True for names that stand where only a type or a constant can.</summary>
    public static bool IsTypeName(SimpleNameSyntax name) => name.Parent switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type == name,
        TypeSyntax or TypeArgumentListSyntax or ParameterSyntax or BaseTypeSyntax or TypeConstraintSyntax => true,
        BasePropertyDeclarationSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax => true,
        DelegateDeclarationSyntax or TypeOfExpressionSyntax or CatchDeclarationSyntax or TupleElementSyntax => true,
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => true,
        VariableDeclarationSyntax declaration => declaration.Type == name,
        CastExpressionSyntax cast => cast.Type == name,
        BinaryExpressionSyntax binary => binary.Right == name
            && (binary.IsKind(SyntaxKind.IsExpression) || binary.IsKind(SyntaxKind.AsExpression)),
        PatternSyntax or CaseSwitchLabelSyntax => true,
        _ => false,
    };

    /// <summary>The node that is the site when a member is used under this name.</summary>
    public static SyntaxNode Whole(SimpleNameSyntax name)
    {
        SyntaxNode node = name.Parent switch
        {
            MemberAccessExpressionSyntax access => access,
            MemberBindingExpressionSyntax binding => binding,
            QualifiedNameSyntax qualified => qualified,
            NameColonSyntax { Parent: SubpatternSyntax subpattern } => subpattern,
            AssignmentExpressionSyntax assignment => assignment,
            _ => name,
        };
        return node.Parent is InvocationExpressionSyntax invocation && invocation.Expression == node ? invocation : node;
    }

    private static bool IsInDirective(QualifiedNameSyntax name)
    {
        SyntaxNode? parent = name.Parent;
        while (parent is NameSyntax) parent = parent.Parent;
        return parent is UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax;
    }
}
