using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Routing;

internal delegate Task<LegacyResponse> LegacyOperation(RouteCall call, CancellationToken cancellationToken);

/// <summary>One row of the route table.</summary>
internal sealed class Route
{
    private readonly string[] _segments;
    private readonly Dialect? _onlyIn;

    public Route(string method, string template, LegacyOperation operation, Dialect? onlyIn = null)
    {
        Method = method;
        Template = template;
        Operation = operation;
        _onlyIn = onlyIn;
        Name = $"{method} {template}";
        _segments = template.Split('/');
    }

    public string Method { get; }

    public string Template { get; }

    /// <summary>Method and template: what telemetry calls the operation.</summary>
    public string Name { get; }

    public LegacyOperation Operation { get; }

    public bool Matches(string[] path, Dialect dialect)
    {
        if (path.Length != _segments.Length || (_onlyIn is { } own && own != dialect))
            return false;
        for (int i = 0; i < path.Length; i++)
        {
            if (!IsParameter(_segments[i]) && _segments[i] != path[i])
                return false;
        }
        return true;
    }

    public string Value(string name, string[] path) => path[Array.IndexOf(_segments, $"{{{name}}}")];

    private static bool IsParameter(string segment) => segment.Length > 0 && segment[0] == '{';
}
