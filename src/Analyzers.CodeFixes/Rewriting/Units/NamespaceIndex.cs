using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>In which namespace the types of new code are, and which namespaces a project imports everywhere.</summary>
internal sealed class NamespaceIndex
{
    private const string Agents = "Azure.AI.Projects.Agents";
    private const string Extensions = "Azure.AI.Extensions.OpenAI";

    private static readonly string[] Namespaces =
    [
        "OpenAI.Responses", "OpenAI.Conversations", "OpenAI.Containers", "OpenAI.Files", "OpenAI.VectorStores", "OpenAI",
        "Azure.AI.Projects", Agents, Extensions,
    ];

    /// <summary>Parts of tools that the legacy package has under the same name.</summary>
    private static readonly HashSet<string> SameNames = new(StringComparer.Ordinal)
    {
        "AzureAISearchQueryType", "AzureFunctionBinding", "AzureFunctionStorageQueue", "BingCustomSearchConfiguration",
        "BingGroundingSearchConfiguration", "BrowserAutomationToolConnectionParameters",
    };

    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<ProjectId, HashSet<string>> _implicit = [];
    private bool _isBlind;

    public void Read(ProjectId project, Compilation compilation)
    {
        foreach (string name in Namespaces)
        {
            INamespaceSymbol? space = compilation.GlobalNamespace;
            foreach (string part in name.Split('.'))
                space = space?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
            foreach (INamedTypeSymbol type in space?.GetTypeMembers() ?? ImmutableArray<INamedTypeSymbol>.Empty)
            {
                // 3.0-beta has the tools of 2.0 twice; the names that are written are those of 2.0.
                if (type.DeclaredAccessibility != Accessibility.Public || (name == Extensions && _types.TryGetValue(type.Name, out string? first) && first == Agents))
                    continue;
                _types[type.Name] = name;
            }
        }

        // The successor of a package that is still there in its old version cannot be looked into.
        _isBlind = compilation.GetTypesByMetadataName("OpenAI.Responses.ResponsesClient").IsEmpty;

        HashSet<string> everywhere = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (UsingDirectiveSyntax directive in ((CompilationUnitSyntax)tree.GetRoot()).Usings)
            {
                if (directive.GlobalKeyword.RawKind == 0 || directive.Name is null || directive.Alias is not null) continue;
                everywhere.Add(directive.Name.ToString().Replace("global::", ""));
            }
        }

        _implicit[project] = everywhere;
    }

    public bool IsImplicit(ProjectId project, string @namespace) =>
        _implicit.TryGetValue(project, out HashSet<string>? names) && names.Contains(@namespace);

    /// <summary>The namespaces of the types that a file names now and did not name before.</summary>
    public HashSet<string> NeededBy(SyntaxNode root, SyntaxNode before)
    {
        HashSet<string> old = new(Names(before), StringComparer.Ordinal);
        HashSet<string> needed = new(StringComparer.Ordinal);
        foreach (string name in Names(root))
        {
            // Some types have the same name in both generations.
            if (Space(name) is { } space && (!old.Contains(name) || SameNames.Contains(name) || space is "OpenAI.Responses" or "OpenAI.Files" or "OpenAI.VectorStores" or "Azure.AI.Projects")) needed.Add(space);
        }

        return needed;
    }

    private string? Space(string type) => _types.TryGetValue(type, out string? space) ? space : type switch
    {
        "AIProjectClient" => "Azure.AI.Projects",
        "ProjectsAgentVersion" => "Azure.AI.Projects.Agents",
        "ProjectConversation" => "Azure.AI.Extensions.OpenAI",
        "OpenAIFile" or "FileUploadPurpose" => "OpenAI.Files",
        "VectorStore" or "VectorStoreFile" or "VectorStoreFileBatch" => _isBlind ? "OpenAI.VectorStores" : null,
        "MessageResponseItem" or "MessageRole" or "FunctionTool" or "FileSearchTool" or "FunctionCallResponseItem"
            or "FunctionCallOutputResponseItem" or "CodeInterpreterTool" or "ContainerFileCitationMessageAnnotation"
            or "FileCitationMessageAnnotation" or "UriCitationMessageAnnotation" => _isBlind ? "OpenAI.Responses" : null,
        _ => _isBlind && (type.StartsWith("Response", StringComparison.Ordinal) && type != "Response" && type != "Responses"
            && type != "ResponsesOf" || type.StartsWith("StreamingResponse", StringComparison.Ordinal))
            ? "OpenAI.Responses"
            : null,
    };

    private static IEnumerable<string> Names(SyntaxNode root) =>
        root.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText);
}
