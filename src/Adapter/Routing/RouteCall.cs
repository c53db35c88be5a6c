using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;

namespace AgentsMigration.Adapter.Routing;

/// <summary>A request on its route.</summary>
internal sealed class RouteCall(LegacyRequest request, Route route, string[] path)
{
    public LegacyRequest Request => request;

    /// <summary>The words in which the call is answered.</summary>
    public LegacyWire Wire { get; } = LegacyWire.Of(request.Dialect);

    /// <summary>The path parameter, unescaped.</summary>
    public string this[string name] => Uri.UnescapeDataString(route.Value(name, path));

    /// <summary>
    /// The path as the target gets it: what cannot be an id, such as an escaped "..", would lead to another resource there.
    /// </summary>
    public string ResolvePath()
    {
        foreach (string segment in path.Skip(1).Select(Uri.UnescapeDataString).Where(segment => !LegacyIds.IsWellFormed(segment)))
            throw LegacyErrors.NotFound("object", segment);
        return string.Join("/", path);
    }

    /// <summary>The path parameter as an id; what cannot be one is answered as unknown, without asking anybody.</summary>
    public string Id(string name, string noun)
    {
        string id = this[name];
        return LegacyIds.IsWellFormed(id) ? id : throw LegacyErrors.NotFound(noun, id);
    }
}
