using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Scan.Loading;

/// <summary>Reads a project that does not load by its text alone; names and using directives must do.</summary>
internal static class SyntaxOnlyLoader
{
    public static LoadedProject Load(string name, string folder, string because, CancellationToken cancellationToken)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview);
        IEnumerable<SyntaxTree> trees = ScanTarget.Files(folder, "*.cs").Select(file =>
        {
            using FileStream stream = File.OpenRead(file);
            return CSharpSyntaxTree.ParseText(SourceText.From(stream), options, file, cancellationToken);
        });
        CSharpCompilation compilation = CSharpCompilation.Create(
            name, trees, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        return new(name, folder, compilation, because);
    }
}
