namespace AgentsMigration.Gateway.Fuzz;

/// <summary>One request as it goes over the wire.</summary>
internal sealed record FuzzRequest(string Method, string Target)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public string Key { get; init; } = "key";

    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Sent as they are over a socket of their own: what no HTTP library would send.</summary>
    public byte[]? Raw { get; init; }

    public override string ToString() =>
        $"{Method} {Target} {ContentType} {(Body is null ? "" : System.Text.Encoding.Latin1.GetString(Body.AsSpan(0, Math.Min(Body.Length, 300))))}";
}
