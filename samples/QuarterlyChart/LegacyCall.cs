namespace QuarterlyChart;

/// <summary>A call of the legacy client and the v2 calls that it became.</summary>
internal sealed record LegacyCall(string Name, IReadOnlyList<string> Became, int Count = 1)
{
    public bool IsLike(LegacyCall other) => Name == other.Name && Became.SequenceEqual(other.Became);
}
