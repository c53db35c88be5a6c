namespace AgentsMigration.Tool.Doctor;

/// <summary>Regions whose Foundry projects have no code interpreter, by the service's documentation of November 2025.</summary>
internal static class Regions
{
    private static readonly string[] WithoutCodeInterpreter =
        ["canadacentral", "centralus", "japaneast", "southcentralus", "southeastasia", "spaincentral"];

    public static IReadOnlyList<string> Lacking => WithoutCodeInterpreter;

    /// <param name="region">Its name, for people (<c>Central US</c>) or for programs (<c>centralus</c>).</param>
    public static bool LacksCodeInterpreter(string region) => WithoutCodeInterpreter.Contains(
        region.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), StringComparer.Ordinal);
}
