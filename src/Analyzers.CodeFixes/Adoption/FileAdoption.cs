using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>The changes of one file: text put in beside what is there, so that nothing else moves.</summary>
internal sealed class FileAdoption
{
    private readonly SourceText _text;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<SyntaxNode, string?> _done = [];
    private readonly List<TextChange> _changes = [];
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    public FileAdoption(SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        _text = text;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Gives a construction the adapter; says why not when it stays as it is.</summary>
    public string? Adopt(BaseObjectCreationExpressionSyntax creation)
    {
        if (_done.TryGetValue(creation, out string? before)) return before;
        return _done[creation] = TryAdopt(creation);
    }

    /// <summary>A client of its own in place of one taken from a client that is made out of reach.</summary>
    public string? ReplaceFactory(InvocationExpressionSyntax factory)
    {
        INamedTypeSymbol? client = _model.GetTypeInfo(factory, _cancellationToken).Type as INamedTypeSymbol;
        IMethodSymbol? constructor = client?.InstanceConstructors.FirstOrDefault(
            candidate => candidate.DeclaredAccessibility == Accessibility.Public && candidate.Parameters.Length == 2
                && candidate.Parameters[0].Type.Name == "ApiKeyCredential" && ClientOptions.Is(candidate.Parameters[1]));
        if (constructor is null) return AdoptionReasons.MadeElsewhere;
        if (!_done.ContainsKey(factory))
        {
            _done[factory] = null;
            string credential = NameOf(constructor.Parameters[0].Type);
            string options = NameOf(constructor.Parameters[1].Type);
            // The adapter signs in by itself; the key of this client goes nowhere.
            _changes.Add(new(factory.Span, $"new {NameOf(client!)}(new {credential}(\"unused\"), "
                + $"new {options}().{ClientOptions.Adopted}(SharedAdapter.FromEnvironment()))"));
            _namespaces.Add(UsingDirectives.Adapter);
        }

        return null;
    }

    /// <summary>A client with options of its own, in place of one taken from a project's connection.</summary>
    public string? ReplaceConnection(InvocationExpressionSyntax factory, BaseObjectCreationExpressionSyntax project)
    {
        INamedTypeSymbol? client = _model.GetTypeInfo(factory, _cancellationToken).Type as INamedTypeSymbol;
        ITypeSymbol? options = client?.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters).FirstOrDefault(ClientOptions.Is)?.Type;
        if (options is null || project.ArgumentList is not { Arguments: { Count: > 1 } arguments }) return AdoptionReasons.NoOptions;

        ExpressionSyntax endpoint = arguments[0].Expression is ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } inner }
            ? inner[0].Expression
            : arguments[0].Expression;
        if (CopyTo(factory, endpoint) is not { } address || CopyTo(factory, arguments[1].Expression) is not { } credential)
            return AdoptionReasons.MadeElsewhere;
        if (_done.ContainsKey(factory)) return null;

        _done[factory] = null;
        if (_model.GetTypeInfo(endpoint, _cancellationToken).Type?.Name == "Uri") address += ".AbsoluteUri";
        string adapter = $"SharedAdapter.ForFoundry({address}, {credential})";
        _changes.Add(new(factory.Span, $"new {NameOf(client!)}({address}, {credential}, "
            + $"new {NameOf(options)}().{ClientOptions.Adopted}({adapter}))"));
        _namespaces.Add(UsingDirectives.Adapter);
        return null;
    }

    public SourceText? Apply()
    {
        if (_changes.Count == 0) return null;

        CompilationUnitSyntax root = (CompilationUnitSyntax)_model.SyntaxTree.GetRoot(_cancellationToken);
        _changes.AddRange(UsingDirectives.Missing(root, _text, _model.Compilation, _namespaces));
        return _text.WithChanges(_changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End));
    }

    private string? TryAdopt(BaseObjectCreationExpressionSyntax creation)
    {
        // By name: the package of the adapter may not be referenced yet.
        if (creation.ArgumentList?.DescendantNodes().Any(node => node is SimpleNameSyntax { Identifier.ValueText: ClientOptions.Adopted }) == true)
            return AdoptionReasons.Done;
        if (_model.GetSymbolInfo(creation, _cancellationToken).Symbol is not IMethodSymbol constructor) return AdoptionReasons.Unbound;

        KeyValuePair<IParameterSymbol, ExpressionSyntax> given = AdapterExpression.Arguments(creation, constructor)
            .FirstOrDefault(argument => ClientOptions.Is(argument.Key));
        string adapter = $".{ClientOptions.Adopted}({AdapterExpression.For(creation, constructor, _model)})";
        if (given.Value is { } options && !IsNothing(options))
        {
            OptionsState state = ClientOptions.StateOf(options, _model, _cancellationToken);
            if (state == OptionsState.HasTransport) return AdoptionReasons.OwnTransport;
            if (state == OptionsState.Adopted) return AdoptionReasons.Done;
            Extend(options, NameOf(given.Key.Type), adapter);
            return null;
        }

        IMethodSymbol? longer = constructor.Parameters.Any(ClientOptions.Is) ? constructor : ClientOptions.WithOptions(constructor);
        if (longer is null || creation.ArgumentList is null) return AdoptionReasons.NoOptions;

        IParameterSymbol parameter = longer.Parameters.First(ClientOptions.Is);
        string created = $"new {NameOf(parameter.Type)}(){adapter}";
        // Before the options: what is put in at one place stays in this order.
        WrapKey(creation, constructor, longer);
        if (given.Value is { } nothing) _changes.Add(new(nothing.Span, created));
        else Append(creation, constructor, parameter, created, isLast: longer.Parameters.Length > constructor.Parameters.Length);
        _namespaces.Add(UsingDirectives.Adapter);
        return null;
    }

    /// <summary>An expression's text, when it means the same elsewhere in the file.</summary>
    private string? CopyTo(SyntaxNode place, ExpressionSyntax expression)
    {
        foreach (IdentifierNameSyntax name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (_model.GetSymbolInfo(name, _cancellationToken).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol) and not null)
                continue;

            ISymbol? symbol = _model.GetSymbolInfo(name, _cancellationToken).Symbol;
            if (!_model.LookupSymbols(place.SpanStart, name: name.Identifier.ValueText)
                .Any(seen => SymbolEqualityComparer.Default.Equals(seen, symbol)))
                return null;
        }

        return ExpressionCopies.TryCopy(expression, _model);
    }

    private void Extend(ExpressionSyntax options, string type, string adapter)
    {
        _namespaces.Add(UsingDirectives.Adapter);
        bool mayBeNull = _model.GetTypeInfo(options, _cancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull;
        if (options is ImplicitObjectCreationExpressionSyntax creation)
        {
            _changes.Add(new(new TextSpan(creation.NewKeyword.Span.End, 0), " " + type));
            _changes.Add(new(new TextSpan(options.Span.End, 0), adapter));
        }
        else if (mayBeNull || options is not (SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or ObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax))
        {
            _changes.Add(new(new TextSpan(options.SpanStart, 0), "("));
            _changes.Add(new(new TextSpan(options.Span.End, 0), (mayBeNull ? $" ?? new {type}()" : "") + ")" + adapter));
        }
        else
        {
            _changes.Add(new(new TextSpan(options.Span.End, 0), adapter));
        }
    }

    private void Append(
        BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor, IParameterSymbol parameter, string created, bool isLast)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = creation.ArgumentList!.Arguments;
        bool isNamed = !isLast || arguments.Any(argument => argument.NameColon is not null)
            || arguments.Count < constructor.Parameters.Length;
        string argument = isNamed ? $"{parameter.Name}: {created}" : created;
        TextSpan end = new(creation.ArgumentList.CloseParenToken.SpanStart, 0);
        if (arguments.Count == 0)
        {
            _changes.Add(new(end, argument));
            return;
        }

        // By what no other fix in the same statement moves, so that all at once is the same as one by one.
        TextLine last = _text.Lines.GetLineFromPosition(arguments.Last().SpanStart);
        bool isList = _text.Lines.GetLineFromPosition(arguments[0].SpanStart).LineNumber != last.LineNumber
            || _text.Lines.GetLineFromPosition(creation.ArgumentList.SpanStart).LineNumber != last.LineNumber;
        string indent = isList ? Indent(last) : Indent(_text.Lines.GetLineFromPosition(Beginning(creation))) + "    ";
        _changes.Add(new(new TextSpan(arguments.Last().Span.End, 0), "," + NewLine + indent + argument));
    }

    /// <summary>Where the code begins, on a line of its own, that the construction is a part of.</summary>
    private int Beginning(SyntaxNode node) =>
        node.AncestorsAndSelf().Select(outer => outer.SpanStart).FirstOrDefault(start =>
        {
            TextLine line = _text.Lines.GetLineFromPosition(start);
            return string.IsNullOrWhiteSpace(_text.ToString(TextSpan.FromBounds(line.Start, start)));
        });

    private void WrapKey(BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor, IMethodSymbol longer)
    {
        foreach (KeyValuePair<IParameterSymbol, ExpressionSyntax> argument in AdapterExpression.Arguments(creation, constructor))
        {
            ITypeSymbol wanted = longer.Parameters[argument.Key.Ordinal].Type;
            if (argument.Key.Type.SpecialType != SpecialType.System_String || wanted.Name != "ApiKeyCredential") continue;

            if (argument.Value.Parent is ArgumentSyntax { NameColon: { } name })
                _changes.Add(new(name.Name.Span, longer.Parameters[argument.Key.Ordinal].Name));
            _changes.Add(new(new TextSpan(argument.Value.SpanStart, 0), $"new {NameOf(wanted)}("));
            _changes.Add(new(new TextSpan(argument.Value.Span.End, 0), ")"));
        }
    }

    /// <summary>The type's name; its namespace becomes a using directive.</summary>
    private string NameOf(ITypeSymbol type)
    {
        _namespaces.Add(type.ContainingNamespace.ToDisplayString());
        return type.Name;
    }

    private string NewLine => _text.ToString().Contains("\r\n") ? "\r\n" : "\n";

    private static string Indent(TextLine line)
    {
        string text = line.ToString();
        return text.Substring(0, text.Length - text.TrimStart().Length);
    }

    private static bool IsNothing(ExpressionSyntax options) =>
        options.IsKind(SyntaxKind.NullLiteralExpression) || options.IsKind(SyntaxKind.DefaultLiteralExpression)
        || options is DefaultExpressionSyntax;
}
