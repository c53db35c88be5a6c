namespace AgentsMigration.TestSupport.Schemas;

/// <summary>A place in a JSON value, kept as a chain so that text is only built for errors.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string _segment;

    private JsonPath(JsonPath? parent, string segment)
    {
        _parent = parent;
        _segment = segment;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    public static JsonPath Root { get; } = new(null, "$");

    public int Depth { get; }

    public JsonPath Property(string name) => new(this, "." + name);

    public JsonPath Index(int index) => new(this, $"[{index}]");

    public override string ToString() => _parent + _segment;
}
