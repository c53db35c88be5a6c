namespace AgentsMigration.Adapter.Tenancy;

/// <summary>Names of tenants: they become part of what state is stored under.</summary>
internal static class TenantName
{
    /// <summary>Whose everything is that no other tenant has made, and all that was there before there were tenants.</summary>
    public const string Default = "default";

    private const int MaxLength = 64;

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength && char.IsLetterOrDigit(name[0])
        && name.All(c => c is '-' or '_' or '.' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));
}
