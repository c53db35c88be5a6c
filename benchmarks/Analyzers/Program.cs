using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

// Prints analyzer time beside two well-known analyzers, and the share of the compile time where nothing legacy is used.
// With "fix": the time that the rewrite takes instead.
// Exits with 1 when ours is not the least of the three, or takes 1 % of the compile time or more.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string frameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
MetadataReference[] framework =
[
    .. Directory.EnumerateFiles(frameworkFolder, "System*.dll")
        .Where(file => !file.Contains("Native", StringComparison.Ordinal))
        .Append(Path.Combine(frameworkFolder, "netstandard.dll"))
        .Select(file => MetadataReference.CreateFromFile(file)),
    Local("System.Memory.Data.dll"),
];
CSharpCompilationOptions options = new(
    OutputKind.DynamicallyLinkedLibrary,
    nullableContextOptions: NullableContextOptions.Enable,
    specificDiagnosticOptions: [KeyValuePair.Create("OPENAI001", ReportDiagnostic.Suppress)]);

if (args is ["fix"]) return await FixTime.RunAsync([.. framework, Local("OpenAI.dll"), Local("System.ClientModel.dll")], options);

Console.WriteLine($"{GeneratedSolution.Files} files, {GeneratedSolution.Lines:N0} lines, {GeneratedSolution.Calls:N0} legacy calls; one thread, median of 3:");
IReadOnlyList<SyntaxTree> legacy = GeneratedSolution.Create(withLegacy: true);
MetadataReference[] sdk = [.. framework, Local("OpenAI.dll"), Local("System.ClientModel.dll")];
CSharpCompilation CompileLegacy() => CSharpCompilation.Create("Legacy", legacy, sdk, options);
Measure.Compiler(CompileLegacy);

double ours = 0, least = double.MaxValue;
foreach (var (name, analyzers) in AnalyzerSets.All())
{
    (double milliseconds, int found) = await Measure.AnalyzersAsync(CompileLegacy, analyzers);
    Console.WriteLine($"  {name,-28} {milliseconds,9:N0} ms {found,8:N0} diagnostics");
    if (name.StartsWith("AgentsMigration", StringComparison.Ordinal)) ours = milliseconds;
    else least = Math.Min(least, milliseconds);
}

Console.WriteLine("The same size without a legacy SDK:");
IReadOnlyList<SyntaxTree> ordinary = GeneratedSolution.Create(withLegacy: false);
CSharpCompilation CompileOrdinary() => CSharpCompilation.Create("Ordinary", ordinary, framework, options);
double compiler = Measure.Compiler(() => CSharpCompilation.Create("Ordinary", GeneratedSolution.Create(withLegacy: false), framework, options));
(double idle, _) = await Measure.AnalyzersAsync(CompileOrdinary, AnalyzerSets.All()[0].Analyzers);
double share = idle / compiler;
Console.WriteLine($"  compiler {compiler:N0} ms, analyzers {idle:N1} ms: {share:P2} of the compile time");

bool isGood = ours < least && share < 0.01;
Console.WriteLine(isGood ? "Good: less than either, and under 1 %." : "Too slow.");
return isGood ? 0 : 1;

static MetadataReference Local(string file) => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
