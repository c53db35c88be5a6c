using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>The item that a message is created from: role and content of a legacy call.</summary>
internal sealed class MessageItem
{
    private readonly RewriteContext _context;
    private readonly ExpressionSyntax _role;
    private readonly ExpressionSyntax _content;
    private readonly string? _factory;

    private MessageItem(RewriteContext context, ExpressionSyntax role, ExpressionSyntax content, string? factory)
    {
        _context = context;
        _role = role;
        _content = content;
        _factory = factory;
    }

    public static MessageItem Of(RewriteContext context, ExpressionSyntax role, ExpressionSyntax content)
    {
        string? constant = context.SymbolOf(role) switch
        {
            IFieldSymbol { HasConstantValue: true } field => field.Name,
            IPropertySymbol { IsStatic: true } property when context.Table.IsLegacy(property) => property.Name,
            _ => null,
        };
        if (constant == "Agent") constant = "Assistant";
        MessageItem item = new(context, role, content, constant is "User" or "Assistant" ? constant : null);
        if (item.SingleText() is { } text) context.Unconverted.Add(text);
        return item;
    }

    /// <summary>The new code; to be asked while the plan is applied.</summary>
    public string Text()
    {
        string content = SingleText() is { } text ? _context.Rewritten(Inner(text)) : _context.Rewritten(_content);
        return _factory is null
            ? $"AgentItems.CreateMessage({_context.Rewritten(_role)}, {(SingleText() is null ? content : Part(content))})"
            : $"ResponseItem.Create{_factory}MessageItem({content})";
    }

    private string Part(string text) =>
        _context.Collection("ResponseContentPart", [$"ResponseContentPart.CreateInputTextPart({text})"]);

    /// <summary>The only text of the content; it is given as it is.</summary>
    private ExpressionSyntax? SingleText()
    {
        if (IsText(_content)) return _content;
        if (Elements(_content) is not { Count: 1 } elements) return null;

        ExpressionSyntax only = elements[0];
        return IsText(only) || (only is InvocationExpressionSyntax call && IsFromText(call)) ? only : null;
    }

    private ExpressionSyntax Inner(ExpressionSyntax element) => element is InvocationExpressionSyntax call && IsFromText(call)
        ? call.ArgumentList.Arguments[0].Expression
        : element;

    private bool IsText(ExpressionSyntax element) => _context.TypeOf(element)?.SpecialType == SpecialType.System_String;

    private bool IsFromText(InvocationExpressionSyntax call) =>
        _context.SymbolOf(call) is IMethodSymbol { Name: "FromText" } method && _context.Table.IsLegacy(method);

    /// <summary>The elements of a list that is written out; null for any other expression.</summary>
    private static List<ExpressionSyntax>? Elements(ExpressionSyntax content)
    {
        InitializerExpressionSyntax? initializer = content switch
        {
            ImplicitArrayCreationExpressionSyntax array => array.Initializer,
            ArrayCreationExpressionSyntax array => array.Initializer,
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            _ => null,
        };
        if (initializer is not null) return [.. initializer.Expressions];
        if (content.GetType().Name != "CollectionExpressionSyntax") return null;

        List<ExpressionSyntax> elements = [];
        foreach (SyntaxNode element in content.ChildNodes())
        {
            if (element.GetType().Name != "ExpressionElementSyntax") return null;
            elements.Add((ExpressionSyntax)element.ChildNodes().First());
        }

        return elements;
    }
}
