using System.Globalization;

namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>
/// v2 ids carry their creation time in hex; items have no <c>created_at</c> otherwise. Undocumented, so only a fallback,
/// checked for plausibility (docs/wire.md, Timestamps).
/// </summary>
internal static class IdTime
{
    private const long Earliest = 1_735_689_600; // 2025-01-01, before the first v2 id
    private const long Tolerance = 86_400;

    public static long? TryRead(string id, long now)
    {
        string body = id.Substring(id.IndexOf('_') + 1);
        string hex = body.Length switch
        {
            48 or 32 => body.Substring(0, 8),
            50 => body.Substring(18, 8),
            _ => "",
        };
        return long.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long time)
            && time >= Earliest
            && time <= now + Tolerance
                ? time
                : null;
    }
}
