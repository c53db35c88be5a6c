using System.Text.Json;
using AgentsMigration.Comparison.Comparing;

namespace AgentsMigration.Comparison.Reporting;

/// <summary>The report for programs.</summary>
public static class JsonReport
{
    /// <summary>Writes it.</summary>
    public static void Write(ComparisonReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using Utf8JsonWriter writer = new(output, Json.Readable);
        writer.WriteStartObject();
        writer.WriteString("verdict", Name(report.Verdict));
        writer.WriteString("left", report.Left);
        writer.WriteString("right", report.Right);
        writer.WriteStartArray("sessions");
        foreach (SessionResult session in report.Sessions)
        {
            writer.WriteStartObject();
            writer.WriteString("name", session.Name);
            writer.WriteString("verdict", Name(session.Verdict));
            if (session.Problem is { } problem)
                writer.WriteString("problem", problem);
            writer.WriteStartArray("differences");
            foreach (TranscriptDifference difference in session.Comparison?.Pairs.SelectMany(pair => pair.Differences) ?? [])
                Write(writer, difference);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TranscriptDifference difference)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", DifferenceNames.Of(difference.Kind));
        writer.WriteString("where", difference.Where);
        writer.WriteString("left", difference.Left);
        writer.WriteString("right", difference.Right);
        if (difference.Allowance is { } allowance)
            writer.WriteString("allowed", allowance);
        writer.WriteEndObject();
    }

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Equal => "equal",
        Verdict.Different => "different",
        _ => "not run",
    };
}
