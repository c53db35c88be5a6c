using System.Globalization;

namespace AgentsMigration.Tool.Serve;

/// <summary>Reads values that people write.</summary>
internal static class SettingText
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static string[] Split(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary><c>90s</c>, <c>10m</c>, <c>2h</c> or <c>hh:mm:ss</c>; null where it is none of these, or no time at all.</summary>
    public static TimeSpan? ParseTime(string text)
    {
        TimeSpan? time = text is [.. string number, 's' or 'm' or 'h']
            ? ParseCount(number) * Unit(text[^1])
            : text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
                ? span
                : null;
        return time > TimeSpan.Zero && time <= Longest ? time : null;
    }

    /// <summary>Bytes, or with <c>K</c>, <c>M</c> or <c>G</c> as many times 1024; null where it is none of these, or nothing.</summary>
    public static long? ParseSize(string text)
    {
        int shift = char.ToUpperInvariant(text[^1]) switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 };
        string number = shift == 0 ? text : text[..^1];
        return number.Length <= 12 && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count > 0
            ? count << shift
            : null;
    }

    // Six digits: no product of it leaves the range of a time.
    private static int? ParseCount(string number) =>
        number.Length <= 6 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    private static TimeSpan Unit(char unit) => unit switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };
}
