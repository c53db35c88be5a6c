using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace QuarterlyChart;

/// <summary>What was given on the command line.</summary>
internal sealed record Arguments(string CsvPath, string OutputFolder)
{
    private const string Usage =
        """
        Usage: QuarterlyChart [CSV] [--output DIR]
          CSV           the figures to ask about; the sample's own companies.csv when left out
          --output DIR  where to save the chart; the sample's own folder 'output' when left out
        Target: the local emulator, or the real service with
          FOUNDRY_PROJECT_ENDPOINT  a Foundry project (signs in with DefaultAzureCredential), or
          OPENAI_API_KEY            OpenAI; the model from FOUNDRY_MODEL, gpt-4o-mini when not set
        """;

    public static bool TryParse(string[] args, TextWriter error, [NotNullWhen(true)] out Arguments? arguments)
    {
        arguments = null;
        string? csv = null;
        string? output = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--output" && output is null && i + 1 < args.Length && args[i + 1].Length > 0)
            {
                output = args[++i];
            }
            else if (csv is null && args[i].Length > 0 && !args[i].StartsWith('-'))
            {
                csv = args[i];
            }
            else
            {
                string what = args[i] == "--output" ? "--output needs one folder" : $"unexpected argument '{args[i]}'";
                error.WriteLine($"QuarterlyChart: {what}");
                error.WriteLine(Usage);
                return false;
            }
        }

        arguments = new Arguments(
            csv ?? Path.Combine(AppContext.BaseDirectory, "companies.csv"),
            output ?? Path.Combine(SampleFolder(), "output"));
        return true;
    }

    /// <summary>The folder of this file where the sample is run from its sources, else the current one.</summary>
    private static string SampleFolder([CallerFilePath] string thisFile = "") =>
        File.Exists(thisFile) ? Path.GetDirectoryName(thisFile)! : Environment.CurrentDirectory;
}
