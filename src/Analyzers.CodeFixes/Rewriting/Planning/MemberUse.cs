using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>A use of a legacy property or constant.</summary>
internal sealed class MemberUse
{
    public MemberUse(SimpleNameSyntax name, ISymbol symbol)
    {
        Name = name;
        Symbol = symbol;
    }

    public SimpleNameSyntax Name { get; }

    public ISymbol Symbol { get; }

    public MemberAccessExpressionSyntax? Access =>
        Name.Parent is MemberAccessExpressionSyntax access && access.Name == Name ? access : null;

    public MemberBindingExpressionSyntax? Binding => Name.Parent as MemberBindingExpressionSyntax;

    /// <summary>The assignment within an initializer.</summary>
    public AssignmentExpressionSyntax? Initializer =>
        Name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == Name
            ? assignment
            : null;

    /// <summary>True for <c>run.Name</c> where it is not given a value.</summary>
    public bool IsRead => Access is { } access && !(access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access);

    /// <summary>The whole expression: the access with its receiver, or the name alone.</summary>
    public SyntaxNode Whole => Access ?? (SyntaxNode?)Initializer ?? Name;
}
