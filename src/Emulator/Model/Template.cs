using System.Text.RegularExpressions;

namespace AgentsMigration.Emulator.Model;

/// <summary>Text with <c>{{name}}</c> placeholders.</summary>
internal sealed partial record Template(string Text)
{
    /// <summary>Names that every rule may use; the others are its own named groups.</summary>
    public static readonly string[] BuiltIn =
        ["message", "function", "stdout", "error", "files", "result", "results", "snippet", "cite", "tools"];

    public IEnumerable<string> Names => Placeholder().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>The one placeholder that the text consists of, if it does.</summary>
    public string? OnlyName => Placeholder().Match(Text) is { Success: true } match && match.Length == Text.Length
        ? match.Groups[1].Value
        : null;

    public string Render(Func<string, string> value) =>
        Placeholder().Replace(Text, match => value(match.Groups[1].Value));

    /// <summary>Puts values in as Python literals, so that no value can become code.</summary>
    public string RenderPython(Func<string, string> value) => Render(name => PythonLiteral.Of(value(name)));

    [GeneratedRegex(@"\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}")]
    private static partial Regex Placeholder();
}
