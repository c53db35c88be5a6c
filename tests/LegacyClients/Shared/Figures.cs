using System.Globalization;

namespace AgentsMigration.LegacyClients;

/// <summary>The answer to the app's question, from the CSV and without any of the code under test.</summary>
internal static class Figures
{
    public static IReadOnlyList<string> OperatingProfitOf(string csvPath, string sector)
    {
        string[][] rows = [.. File.ReadLines(csvPath).Select(line => line.Split(','))];
        int profit = Array.IndexOf(rows[0], "operating_profit");
        Dictionary<string, decimal> totals = rows.Skip(1)
            .Where(row => row[2] == sector)
            .GroupBy(row => row[0])
            .ToDictionary(company => company.Key, company => company.Sum(row => Parse(row[profit])));
        return [
            .. totals.Select(one => Text(one.Key, one.Value)),
            Text("Total", totals.Values.Sum()),
        ];
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(string name, decimal value) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: {value:N2}");
}
