using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>Divides the legacy files of a solution into units.</summary>
internal sealed class UnitFinder
{
    private readonly RewriteTable _table;
    private readonly Solution _solution;
    private readonly Dictionary<DocumentId, LegacyDocument> _documents = [];
    private readonly Dictionary<DocumentId, DocumentId> _parents = [];
    private readonly Dictionary<ProjectId, List<DocumentId>> _containers = [];

    private UnitFinder(RewriteTable table, Solution solution)
    {
        _table = table;
        _solution = solution;
    }

    public static async Task<ImmutableArray<MigrationUnit>> FindAsync(
        Solution solution, RewriteTable table, CancellationToken cancellationToken)
    {
        UnitFinder finder = new(table, solution);
        foreach (Project project in solution.Projects)
        {
            if (project.Language == LanguageNames.CSharp) await finder.ReadAsync(project, cancellationToken).ConfigureAwait(false);
        }

        foreach (LegacyDocument document in finder._documents.Values.ToArray()) finder.Connect(document, cancellationToken);
        foreach (List<DocumentId> sharing in finder._containers.Values)
        {
            foreach (DocumentId id in sharing) finder.Join(sharing[0], id);
        }

        return finder._documents.Values
            .GroupBy(document => finder.Root(document.Document.Id))
            .Where(unit => unit.Any(document => document.Sites.Count > 0))
            .Select(unit => new MigrationUnit([.. unit])).ToImmutableArray();
    }

    private async Task ReadAsync(Project project, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || LegacySdk.Create(compilation, cancellationToken) is not { } sdk)
            return;

        foreach (Document document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root) continue;

            // The model of the same compilation as the table of names: not one more for each file.
            SemanticModel model = compilation.GetSemanticModel(root.SyntaxTree);
            SiteFinder finder = new(sdk, model, cancellationToken);
            List<FoundSite> sites = [.. SiteWalk.In(root, sdk, finder).Where(found => found.Site.Type.Family == _table.Family)];
            _documents.Add(document.Id, new LegacyDocument(document, model, root, finder, sites));
            _parents[document.Id] = document.Id;
        }
    }

    private void Connect(LegacyDocument document, CancellationToken cancellationToken)
    {
        DocumentId id = document.Document.Id;
        foreach (SyntaxNode node in document.Root.DescendantNodes())
        {
            switch (node)
            {
                case UsingDirectiveSyntax directive when directive.GlobalKeyword.RawKind != 0:
                    if (document.Model.GetSymbolInfo(directive.Name!, cancellationToken).Symbol is INamespaceOrTypeSymbol named
                        && (_table.IsLegacy(named) || (named is INamespaceSymbol space && space.GetTypeMembers().Any(_table.IsLegacy))))
                        ShareWithAll(document.Document.Project.Id);
                    break;
                case SimpleNameSyntax name when !name.IsVar && name.Parent is not UsingDirectiveSyntax:
                    Connect(document, id, document.Model.GetSymbolInfo(name, cancellationToken).Symbol);
                    break;
                case ParameterSyntax parameter when IsInjected(parameter):
                    if (document.Model.GetDeclaredSymbol(parameter, cancellationToken) is IParameterSymbol injected && Mentions(injected.Type))
                        Share(document);
                    break;
            }
        }
    }

    private void Connect(LegacyDocument document, DocumentId id, ISymbol? symbol)
    {
        // What is registered with a container and what is given by it meet by type alone.
        if (symbol is IMethodSymbol { TypeArguments.Length: > 0 } generic && generic.DeclaringSyntaxReferences.IsEmpty
            && generic.TypeArguments.Any(Mentions))
            Share(document);
        if (symbol is null || symbol.DeclaringSyntaxReferences.IsEmpty) return;

        bool isLegacy = symbol switch
        {
            IMethodSymbol method => Mentions(method.ReturnType) || method.Parameters.Any(parameter => Mentions(parameter.Type)),
            IPropertySymbol property => Mentions(property.Type),
            IFieldSymbol field => Mentions(field.Type),
            IEventSymbol @event => Mentions(@event.Type),
            IParameterSymbol parameter => Mentions(parameter.Type),
            INamedTypeSymbol type => type.GetMembers().Any(member => member switch
            {
                IMethodSymbol { MethodKind: not (MethodKind.PropertyGet or MethodKind.PropertySet) } method =>
                    Mentions(method.ReturnType) || method.Parameters.Any(parameter => Mentions(parameter.Type)),
                IPropertySymbol property => Mentions(property.Type),
                IFieldSymbol { DeclaredAccessibility: not Accessibility.Private } field => Mentions(field.Type),
                _ => false,
            }),
            _ => false,
        };
        if (!isLegacy) return;

        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (_solution.GetDocumentId(reference.SyntaxTree) is { } other && _documents.ContainsKey(other)) Join(id, other);
        }
    }

    private static bool IsInjected(ParameterSyntax parameter) => parameter.Type is not null
        && parameter.Parent?.Parent is ConstructorDeclarationSyntax or TypeDeclarationSyntax or LambdaExpressionSyntax
            or MethodDeclarationSyntax { AttributeLists.Count: > 0 };

    private void Share(LegacyDocument document)
    {
        ProjectId project = document.Document.Project.Id;
        if (!_containers.TryGetValue(project, out List<DocumentId>? sharing)) _containers.Add(project, sharing = []);
        sharing.Add(document.Document.Id);
    }

    private void ShareWithAll(ProjectId project)
    {
        foreach (LegacyDocument other in _documents.Values)
        {
            if (other.Document.Project.Id == project && other.Sites.Count > 0) Share(other);
        }
    }

    private bool Mentions(ITypeSymbol? type) => type switch
    {
        null => false,
        IArrayTypeSymbol array => Mentions(array.ElementType),
        INamedTypeSymbol named => _table.IsLegacy(named) || named.TypeArguments.Any(Mentions),
        _ => false,
    };

    private DocumentId Root(DocumentId id)
    {
        while (_parents[id] != id) id = _parents[id] = _parents[_parents[id]];
        return id;
    }

    private void Join(DocumentId first, DocumentId second)
    {
        DocumentId a = Root(first), b = Root(second);
        if (a != b) _parents[b] = a;
    }
}
