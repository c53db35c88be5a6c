using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Recognition;

internal static class Namespaces
{
    /// <summary>Compares without building the namespace's text.</summary>
    public static bool Is(INamespaceSymbol space, string name)
    {
        int end = name.Length;
        while (end > 0)
        {
            if (space is null || space.IsGlobalNamespace) return false;

            int start = name.LastIndexOf('.', end - 1) + 1;
            if (space.Name.Length != end - start
                || string.CompareOrdinal(space.Name, 0, name, start, end - start) != 0)
                return false;

            end = start - 1;
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }
}
