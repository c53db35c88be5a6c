using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace QuarterlyChart;

/// <summary>What was given on the command line and in the environment.</summary>
internal sealed record Arguments(string CsvPath, string OutputFolder, Uri? FoundryProject, string? OpenAIKey, string Model)
{
    private const string Usage =
        """
        Usage: QuarterlyChart [CSV] [--output DIR]
          CSV           the figures to ask about; the sample's own companies.csv when left out
          --output DIR  where to save the chart; the sample's own folder 'output' when left out
        Service: the local emulator, or the real one with
          FOUNDRY_PROJECT_ENDPOINT  a Foundry project (signs in with DefaultAzureCredential), or
          OPENAI_API_KEY            OpenAI; the model from FOUNDRY_MODEL, gpt-4o-mini when not set
        """;

    public static bool TryParse(
        string[] args, Func<string, string?> environment, TextWriter error, [NotNullWhen(true)] out Arguments? arguments)
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
                return Refuse(args[i] == "--output" ? "--output needs one folder" : $"unexpected argument '{args[i]}'");
            }
        }

        Uri? project = null;
        if (Setting("FOUNDRY_PROJECT_ENDPOINT") is { } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out project) && project.Scheme == Uri.UriSchemeHttps))
        {
            return Refuse($"FOUNDRY_PROJECT_ENDPOINT is no https address: '{address}'");
        }

        arguments = new Arguments(
            csv ?? Path.Combine(AppContext.BaseDirectory, "companies.csv"),
            output ?? Path.Combine(SampleFolder(), "output"),
            project,
            Setting("OPENAI_API_KEY"),
            Setting("FOUNDRY_MODEL") ?? "gpt-4o-mini");
        return true;

        string? Setting(string name) => environment(name) is { Length: > 0 } value ? value : null;

        bool Refuse(string what)
        {
            error.WriteLine($"QuarterlyChart: {what}");
            error.WriteLine(Usage);
            return false;
        }
    }

    /// <summary>The folder of this file where the sample is run from its sources, else the current one.</summary>
    private static string SampleFolder([CallerFilePath] string thisFile = "") =>
        File.Exists(thisFile) ? Path.GetDirectoryName(thisFile)! : Environment.CurrentDirectory;
}
