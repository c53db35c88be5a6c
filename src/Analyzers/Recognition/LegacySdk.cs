using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Tables;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>What a compilation has of the legacy SDKs, worked out once.</summary>
public sealed class LegacySdk
{
    private static readonly string[] Factories =
        ["GetAssistantClient", "GetAgentsClient", "GetPersistentAgentsClient"];

    private static readonly string[] ChatAdapters =
        ["AsIChatClient", "GetAIAgent", "GetAIAgentAsync", "CreateAIAgent", "CreateAIAgentAsync"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<LegacyTable> _bound = [];
    private readonly List<LegacyTable> _unbound = [];

    private LegacySdk(Compilation compilation, UsingScopes scopes)
    {
        Scopes = scopes;
        foreach (LegacyTable table in LegacyTable.All)
        {
            if (IsReferenced(compilation, table)) _bound.Add(table);
            else if ((scopes.Any & (1 << (int)table.Family)) != 0) _unbound.Add(table);
            else continue;

            AddNames(table);
        }
    }

    internal UsingScopes Scopes { get; }

    internal bool HasUnbound => _unbound.Count > 0;

    /// <summary>Null when the compilation neither references nor imports any legacy SDK: nothing runs then.</summary>
    public static LegacySdk? Create(Compilation compilation, CancellationToken cancellationToken)
    {
        LegacySdk sdk = new(compilation, UsingScopes.Read(compilation, cancellationToken));
        return sdk._bound.Count + sdk._unbound.Count == 0 ? null : sdk;
    }

    /// <summary>The cheap question asked of every name in the code.</summary>
    internal bool MayBeLegacy(string name) => _names.Contains(name) || Scopes.Aliases.Contains(name);

    internal static bool IsFactory(string name) => Array.IndexOf(Factories, name) >= 0;

    internal static bool IsChatAdapter(string name) => Array.IndexOf(ChatAdapters, name) >= 0;

    /// <summary>The entry of a type of a referenced SDK; types of other namespaces are none.</summary>
    public LegacyType? Find(ITypeSymbol? symbol)
    {
        if (symbol is not INamedTypeSymbol { ContainingNamespace: { } space } named) return null;

        foreach (LegacyTable table in _bound)
        {
            if (table.Types.TryGetValue(named.Name, out LegacyType? type) && Namespaces.Is(space, type.Namespace))
                return type;
        }

        return null;
    }

    /// <summary>The type or, for tasks, shells and collections, the legacy type within.</summary>
    public LegacyType? FindWithin(ITypeSymbol? symbol)
    {
        for (int depth = 0; symbol is not null && depth < 4; depth++)
        {
            if (Find(symbol) is { } found) return found;
            symbol = symbol switch
            {
                IArrayTypeSymbol array => array.ElementType,
                INamedTypeSymbol { TypeArguments.Length: 1 } generic => generic.TypeArguments[0],
                _ => null,
            };
        }

        return null;
    }

    /// <summary>A type that its package no longer has, by name, in the families given as bits.</summary>
    internal LegacyType? FindByName(string name, int families)
    {
        foreach (LegacyTable table in _unbound)
        {
            if ((families & (1 << (int)table.Family)) != 0 && table.Types.TryGetValue(name, out LegacyType? type))
                return type;
        }

        return null;
    }

    internal LegacyType? FindByName(string name) => FindByName(name, ~0);

    internal LegacyType? FindQualified(string @namespace, string name)
    {
        foreach (LegacyTable table in _unbound)
        {
            if (table.Namespace == @namespace && table.Types.TryGetValue(name, out LegacyType? type)) return type;
        }

        return null;
    }

    internal IEnumerable<LegacyTable> Unbound(int families)
    {
        foreach (LegacyTable table in _unbound)
        {
            if ((families & (1 << (int)table.Family)) != 0) yield return table;
        }
    }

    private static bool IsReferenced(Compilation compilation, LegacyTable table)
    {
        foreach (INamedTypeSymbol client in compilation.GetTypesByMetadataName(table.Namespace + "." + table.Client))
        {
            // Later previews of Azure.AI.Projects reused the name for a client of v2, which has no threads.
            if (table.Family != LegacyFamily.AzureProjects || !client.GetMembers("CreateThread").IsEmpty) return true;
        }

        return false;
    }

    private void AddNames(LegacyTable table)
    {
        foreach (LegacyType type in table.Types.Values)
        {
            _names.Add(type.Name);
            bool hasCalls = type.Role is TypeRole.Client or TypeRole.SubClient or TypeRole.Companion;
            foreach (string member in type.Members.Keys)
            {
                _names.Add(member);
                if (hasCalls) _names.Add(member + "Async");
            }
        }

        foreach (string name in Factories) _names.Add(name);
        foreach (string name in ChatAdapters) _names.Add(name);
        foreach (string name in RunOptionTypes.ParameterNames) _names.Add(name);
    }
}
