using System.Diagnostics;
using System.Globalization;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Samples.Tests;

/// <summary>The sample's figures are what the script makes, and they add up.</summary>
public sealed class CompaniesTests
{
    private static string Folder => Path.Combine(SharedFolder.RepositoryRoot, "samples", "QuarterlyChart");

    private static string[] Lines => File.ReadAllLines(Path.Combine(Folder, "companies.csv"));

    [Fact]
    public async Task Script_Run_WritesTheCommittedBytes()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("companies-");
        try
        {
            string made = Path.Combine(folder.FullName, "made.csv");
            using Process python = Process.Start("python3", [Path.Combine(Folder, "make_companies.py"), made]);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, python.ExitCode);
            Assert.Equal(
                await File.ReadAllBytesAsync(
                    Path.Combine(Folder, "companies.csv"), TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(made, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void File_HasTheColumnsAndCountsThatTheSamplePromises()
    {
        Assert.Equal(
            "company,ticker,sector,industry,quarter,revenue,operating_expenses,operating_profit,depreciation,interest,"
            + "tax,net_profit",
            Lines[0]);
        string[][] rows = [.. Lines.Skip(1).Select(line => line.Split(','))];
        Assert.Equal(2_000, rows.Length);
        Assert.All(rows, row => Assert.Equal(12, row.Length));
        IEnumerable<IGrouping<string, string[]>> companies = rows.GroupBy(row => row[0]);
        Assert.Equal(500, companies.Count());
        Assert.All(companies, one => Assert.Equal(
            ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"], one.Select(row => row[4])));
        Assert.Equal(500, rows.Select(row => row[1]).Distinct().Count());
        Assert.Equal(18, companies.Count(one => one.All(row => row[2] == "TRANSPORTATION")));
        Assert.InRange(rows.Select(row => row[2]).Distinct().Count(), 12, 15);
        Assert.All(rows, row => Assert.Equal(row[2].ToUpperInvariant(), row[2]));
    }

    [Fact]
    public void Figures_OfEachRow_AddUp() => Assert.All(Lines.Skip(1), line =>
    {
        decimal[] figures = [.. line.Split(',').Skip(5).Select(text => decimal.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(figures[0] - figures[1], figures[2]);
        Assert.Equal(figures[2] - figures[3] - figures[4] - figures[5], figures[6]);
        Assert.All(line.Split(',').Skip(5), text => Assert.Equal(2, text.Length - text.IndexOf('.') - 1));
    });
}
