namespace QuarterlyChart;

public sealed class LegacyAppOptions
{
    public required string CsvPath { get; init; }

    public required string OutputFolder { get; init; }

    public string Model { get; init; } = "gpt-4o-mini";

    public string Question { get; init; } =
        "Could you please create bar chart in the TRANSPORTATION sector for the operating profit "
        + "from the uploaded csv file and provide file to me?";

    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);
}
