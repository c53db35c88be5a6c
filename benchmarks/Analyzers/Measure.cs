using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

internal static class Measure
{
    private const int Rounds = 3;

    /// <summary>
    /// Time of one analyzer set over a fresh compilation, as the compiler's own report of analyzer times counts it:
    /// what runs in the analyzers, with the binding that they ask for. The median of the rounds.
    /// </summary>
    public static async Task<(double Milliseconds, int Found)> AnalyzersAsync(
        Func<CSharpCompilation> compile, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        int found = 0;
        List<double> times = [];
        for (int round = 0; round < Rounds; round++)
        {
            CompilationWithAnalyzers analysis = compile().WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            Settle();
            AnalysisResult result = await analysis.GetAnalysisResultAsync(CancellationToken.None);
            found = result.GetAllDiagnostics().Length;
            times.Add(result.AnalyzerTelemetryInfo.Values.Sum(telemetry => telemetry.ExecutionTime.TotalMilliseconds));
        }

        return (Median(times), found);
    }

    /// <summary>Time of the compiler itself for the same sources, from text to assembly.</summary>
    public static double Compiler(Func<CSharpCompilation> compile)
    {
        List<double> times = [];
        for (int round = 0; round < Rounds; round++)
        {
            Settle();
            long start = Stopwatch.GetTimestamp();
            using MemoryStream assembly = new();
            if (!compile().Emit(assembly).Success) throw new InvalidOperationException("The generated solution does not compile.");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Median(times);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
