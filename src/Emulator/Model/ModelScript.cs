using System.Text.Json;
using AgentsMigration.Emulator.Model;

namespace AgentsMigration.Emulator;

/// <summary>
/// The rules by which the emulator answers in place of a language model. It is a script: it understands nothing, and
/// says so whenever no rule fits. Code that a rule produces is really run, and answers come from its output.
/// </summary>
/// <remarks>The format is described in <c>docs/emulator.md</c>.</remarks>
public sealed class ModelScript
{
    private static readonly Lazy<ModelScript> Embedded = new(LoadDefault);

    private ModelScript(IReadOnlyList<ScriptRule> rules) => Rules = rules;

    /// <summary>
    /// The script that comes with the emulator: charts from a CSV file, linear equations, a function call, a greeting.
    /// </summary>
    public static ModelScript Default => Embedded.Value;

    internal IReadOnlyList<ScriptRule> Rules { get; }

    /// <summary>Reads a script file.</summary>
    /// <exception cref="ModelScriptException">The file cannot be read, or is not a valid script.</exception>
    public static ModelScript Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelScriptException($"Cannot read the script '{path}': {failure.Message}", failure);
        }
        catch (ModelScriptException failure)
        {
            throw new ModelScriptException($"The script '{path}' is not valid. {failure.Message}", failure);
        }
    }

    /// <summary>Reads a script from JSON; comments and trailing commas are allowed.</summary>
    /// <exception cref="ModelScriptException">The text is not a valid script.</exception>
    public static ModelScript Parse(string json)
    {
        JsonDocumentOptions options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        try
        {
            return new ModelScript(ScriptReader.Read(JsonNode.Parse(json, documentOptions: options)));
        }
        catch (JsonException failure)
        {
            throw new ModelScriptException(
                $"Line {failure.LineNumber + 1}, column {failure.BytePositionInLine + 1}: not valid JSON.", failure);
        }
        catch (ArgumentException failure)
        {
            throw new ModelScriptException($"Not valid JSON: {failure.Message}", failure);
        }
    }

    private static ModelScript LoadDefault()
    {
        using Stream stream = typeof(ModelScript).Assembly.GetManifestResourceStream("default-script.json")!;
        using StreamReader reader = new(stream);
        return Parse(reader.ReadToEnd());
    }
}
