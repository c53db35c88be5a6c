using System.Globalization;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>The keywords that limit lengths, counts and numbers.</summary>
internal static class Limits
{
    public static void CheckText(SchemaNode node, string text, JsonPath path, List<SchemaError> errors)
    {
        if (node.MinLength is not null || node.MaxLength is not null)
        {
            // Lengths count code points, not UTF-16 units.
            CheckCount(text.EnumerateRunes().Count(), node.MinLength, node.MaxLength, "characters", path, errors);
        }

        if (node.Pattern is { } pattern && !pattern.IsMatch(text))
        {
            errors.Report(path, $"'{text}' does not match {pattern}");
        }
    }

    public static void CheckNumber(SchemaNode node, double number, JsonPath path, List<SchemaError> errors)
    {
        if (number < node.Minimum || number <= node.ExclusiveMinimum)
        {
            errors.Report(path, Format($"{number} is below {node.Minimum ?? node.ExclusiveMinimum}"));
        }

        if (number > node.Maximum || number >= node.ExclusiveMaximum)
        {
            errors.Report(path, Format($"{number} is above {node.Maximum ?? node.ExclusiveMaximum}"));
        }
    }

    public static void CheckCount(
        int count, int? least, int? most, string what, JsonPath path, List<SchemaError> errors)
    {
        if (count < least)
        {
            errors.Report(path, Format($"has {count} {what}, at least {least} expected"));
        }

        if (count > most)
        {
            errors.Report(path, Format($"has {count} {what}, at most {most} expected"));
        }
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
