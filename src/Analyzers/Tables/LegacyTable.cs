using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>The names of one legacy SDK.</summary>
public sealed class LegacyTable
{
    private readonly Dictionary<string, LegacyType> _types = new(StringComparer.Ordinal);

    internal LegacyTable(LegacyFamily family, string @namespace, string client, string package, IEnumerable<LegacyType> types)
    {
        Family = family;
        Namespace = @namespace;
        Client = client;
        Package = package;
        foreach (LegacyType type in types)
        {
            _types.Add(type.Name, type.Namespace.Length == 0 ? type.In(family, @namespace) : type);
        }
    }

    public LegacyFamily Family { get; }

    public string Namespace { get; }

    /// <summary>The simple name of the client type, whose presence tells that the SDK is referenced.</summary>
    public string Client { get; }

    public string Package { get; }

    public IReadOnlyDictionary<string, LegacyType> Types => _types;

    public static IReadOnlyList<LegacyTable> All { get; } =
    [
        AzureAssistantsTable.Create(),
        AzureProjectsTable.Create(),
        AzurePersistentTable.Create(),
        OpenAIAssistantsTable.Create(),
    ];

    public static LegacyTable For(LegacyFamily family) => All[(int)family];
}
