using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>Runs a compiled program in this process and collects what it prints.</summary>
internal static partial class ProgramRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly FlowingWriter Output = Install();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<string> RunAsync(LegacyProgram program, Compilation compilation, Uri endpoint, ProgramPackages? packages = null)
    {
        using MemoryStream assembly = new();
        EmitResult emitted = compilation.Emit(assembly, cancellationToken: Cancelled);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        assembly.Position = 0;

        DirectoryInfo folder = Directory.CreateTempSubdirectory("legacy-program-");
        ProgramLoadContext context = new(packages ?? ProgramPackages.For(program));
        try
        {
            foreach (string file in Directory.GetFiles(program.Folder).Where(file => !file.EndsWith(".cs", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            foreach ((string name, string value) in Settings(endpoint)) Environment.SetEnvironmentVariable(name, value);
            Console.SetIn(new StringReader(program.Input));

            StringWriter output = new();
            MethodInfo main = context.LoadFromStream(assembly).EntryPoint!;
            object?[] arguments = main.GetParameters().Length == 0 ? [] : [new[] { folder.FullName }];
            await Task.Run(() => Start(main, arguments, output), Cancelled).WaitAsync(Limit, Cancelled);
            return Describe(output.ToString(), folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What a program is told by its environment.</summary>
    public static IReadOnlyDictionary<string, string> Settings(Uri endpoint) => new Dictionary<string, string>
    {
        ["OPENAI_API_KEY"] = "any-key",
        ["OPENAI_ENDPOINT"] = endpoint.AbsoluteUri.TrimEnd('/'),
        ["FOUNDRY_PROJECT_ENDPOINT"] = endpoint.AbsoluteUri.TrimEnd('/'),
        ["PROJECT_ENDPOINT"] = endpoint.AbsoluteUri.TrimEnd('/'),
        ["MODEL_DEPLOYMENT_NAME"] = "gpt-4o",
    };

    /// <summary>What it printed, and the files that it left with their lengths.</summary>
    public static string Describe(string output, DirectoryInfo folder)
    {
        string files = string.Join(' ', folder.GetFiles().Select(file => $"{file.Name}:{file.Length}").Order(StringComparer.Ordinal));
        return Plain($"{output}\n[{files}]", folder.FullName);
    }

    private static void Start(MethodInfo main, object?[] arguments, StringWriter output)
    {
        FlowingWriter.Collect(output);
        Console.SetOut(Output);
        try
        {
            object? exitCode = main.Invoke(null, arguments);
            if (exitCode is int code) output.Write($"[exit code {code}]");
        }
        catch (TargetInvocationException failure)
        {
            output.Write($"[{failure.InnerException!.GetType().Name}: {failure.InnerException.Message}]\n{failure.InnerException.StackTrace}");
        }
    }

    /// <summary>Ids and places differ from run to run, as they do for every user.</summary>
    private static string Plain(string text, string folder) =>
        Id().Replace(text.Replace(folder, "<folder>", StringComparison.Ordinal).ReplaceLineEndings("\n"), "<id>");

    private static FlowingWriter Install()
    {
        FlowingWriter writer = new(Console.Out);
        Console.SetOut(writer);
        return writer;
    }

    [GeneratedRegex(@"\b(?:asst|thread|conv|msg|run|resp|step|file|assistant|cfile|cntr|vs)[_-][A-Za-z0-9]{16,}\b")]
    private static partial Regex Id();
}
