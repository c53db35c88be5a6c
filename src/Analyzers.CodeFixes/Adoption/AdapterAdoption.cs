using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>Keeps the legacy calls and gives each client that makes them the adapter as its transport.</summary>
public sealed class AdapterAdoption
{
    private readonly Solution _solution;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<DocumentId, FileAdoption> _files = [];
    private readonly Dictionary<Compilation, LegacySdk?> _sdks = [];
    private readonly List<SiteOutcome> _outcomes = [];

    private AdapterAdoption(Solution solution, CancellationToken cancellationToken)
    {
        _solution = solution;
        _cancellationToken = cancellationToken;
    }

    public static async Task<MigrationResult> ApplyAsync(
        Solution solution, MigrationScope scope, CancellationToken cancellationToken)
    {
        AdapterAdoption adoption = new(solution, cancellationToken);
        foreach (DocumentId id in scope.Documents)
        {
            if (solution.GetDocument(id) is { } document)
                await adoption.AdoptAsync(document, scope).ConfigureAwait(false);
        }

        Solution changed = solution;
        foreach (KeyValuePair<DocumentId, FileAdoption> file in adoption._files)
        {
            if (file.Value.Apply() is { } text) changed = changed.WithDocumentText(file.Key, text);
        }

        return new(changed, adoption._outcomes.ToImmutableArray());
    }

    private async Task AdoptAsync(Document document, MigrationScope scope)
    {
        if (await document.GetSemanticModelAsync(_cancellationToken).ConfigureAwait(false) is not { } model) return;
        if (SdkOf(model.Compilation) is not { } sdk) return;

        SyntaxNode root = await model.SyntaxTree.GetRootAsync(_cancellationToken).ConfigureAwait(false);
        foreach (LegacySite site in AdoptionSites.Find(root, model, sdk, scope.Focus, _cancellationToken))
        {
            string rule = RuleTable.For(site.Rule).Id;
            if (scope.Rules is not null && !scope.Rules.Contains(rule)) continue;

            string? left = !site.IsBound ? AdoptionReasons.Unbound : await AdoptAsync(document, model, site).ConfigureAwait(false);
            if (left != AdoptionReasons.Done) _outcomes.Add(new(rule, site.Node.GetLocation(), left));
        }
    }

    /// <summary>Looks at all files of a project, once.</summary>
    private LegacySdk? SdkOf(Compilation compilation)
    {
        if (!_sdks.TryGetValue(compilation, out LegacySdk? sdk))
            _sdks[compilation] = sdk = LegacySdk.Create(compilation, _cancellationToken);
        return sdk;
    }

    private async Task<string?> AdoptAsync(Document document, SemanticModel model, LegacySite site) => site.Rule switch
    {
        LegacyRule.ClientFactory => await AdoptSourceAsync(document, model, site).ConfigureAwait(false),
        LegacyRule.ClientRegistration => AdoptionReasons.Registered,
        _ => (await FileAsync(document, model).ConfigureAwait(false)).Adopt((BaseObjectCreationExpressionSyntax)site.Node),
    };

    /// <summary>Where the client is constructed that the factory is called on: here, or anywhere in the solution.</summary>
    private async Task<string?> AdoptSourceAsync(Document document, SemanticModel model, LegacySite site)
    {
        if (ClientOrigin.Receiver(site) is not { } receiver) return AdoptionReasons.MadeElsewhere;

        FileAdoption file = await FileAsync(document, model).ConfigureAwait(false);
        // The connection takes no options along; this client is constructed by itself.
        if (site.Type.Family == LegacyFamily.AzurePersistent) return ReplaceConnection(model, site, receiver, file);
        if (ClientOrigin.Of(receiver, model, _cancellationToken) is { } creation) return file.Adopt(creation);

        string? left = AdoptionReasons.MadeElsewhere;
        bool isFound = false;
        if (model.GetTypeInfo(receiver, _cancellationToken).Type is INamedTypeSymbol type)
        {
            foreach (Document other in _solution.Projects.SelectMany(project => project.Documents))
            {
                foreach (var (otherModel, found) in await ConstructionsAsync(other, type).ConfigureAwait(false))
                {
                    isFound = true;
                    left = (await FileAsync(other, otherModel).ConfigureAwait(false)).Adopt(found);
                }
            }
        }

        return isFound ? left : file.ReplaceFactory((InvocationExpressionSyntax)site.Node);
    }

    private string? ReplaceConnection(SemanticModel model, LegacySite site, ExpressionSyntax receiver, FileAdoption file) =>
        ClientOrigin.Of(receiver, model, _cancellationToken) is { } project
            ? file.ReplaceConnection((InvocationExpressionSyntax)site.Node, project)
            : AdoptionReasons.MadeElsewhere;

    private async Task<IReadOnlyList<(SemanticModel Model, BaseObjectCreationExpressionSyntax Creation)>> ConstructionsAsync(
        Document document, INamedTypeSymbol type)
    {
        SourceText text = await document.GetTextAsync(_cancellationToken).ConfigureAwait(false);
        if (!text.ToString().Contains(type.Name)) return [];
        if (await document.GetSemanticModelAsync(_cancellationToken).ConfigureAwait(false) is not { } model) return [];

        SyntaxNode root = await model.SyntaxTree.GetRootAsync(_cancellationToken).ConfigureAwait(false);
        return [.. ClientOrigin.All(type, root, model, _cancellationToken).Select(creation => (model, creation))];
    }

    private async Task<FileAdoption> FileAsync(Document document, SemanticModel model)
    {
        if (_files.TryGetValue(document.Id, out FileAdoption? file)) return file;

        SourceText text = await document.GetTextAsync(_cancellationToken).ConfigureAwait(false);
        return _files[document.Id] = new(text, model, _cancellationToken);
    }
}
