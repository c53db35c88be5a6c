using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentsMigration.Emulator.Model;

/// <summary>Turns script JSON into rules; whatever is wrong is named with its rule.</summary>
internal static class ScriptReader
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<ScriptRule> Read(JsonNode? script)
    {
        if (script is not JsonObject root) throw new ModelScriptException("The script must be a JSON object.");
        AllowOnly(root, "The script", "description", "rules");
        if (root["rules"] is not JsonArray rules) throw new ModelScriptException("The script needs an array 'rules'.");
        return [.. rules.Select((rule, index) => ReadRule(rule, index + 1))];
    }

    public static void AllowOnly(JsonObject value, string where, params ReadOnlySpan<string> names)
    {
        foreach (KeyValuePair<string, JsonNode?> member in value)
            if (!names.Contains(member.Key))
                throw new ModelScriptException($"{where}: unknown member '{member.Key}'.");
    }

    /// <summary>Reads text that may be written as an array of lines.</summary>
    public static string Text(JsonNode? node, string where) => node switch
    {
        JsonArray lines => string.Join('\n', lines.Select(line => Text(line, where))),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw new ModelScriptException($"{where}: expected text or an array of lines."),
    };

    private static ScriptRule ReadRule(JsonNode? node, int number)
    {
        string where = $"Rule {number}";
        if (node is not JsonObject rule) throw new ModelScriptException($"{where}: must be an object.");
        string name = rule["name"] is { } given ? Text(given, where) : number.ToString();
        where = $"Rule {number} ('{name}')";
        AllowOnly(rule, where, "name", "description", "when", "output");
        if (rule["when"] is not JsonObject when) throw new ModelScriptException($"{where}: needs an object 'when'.");
        AllowOnly(when, where, "message", "tools", "function");
        Regex[] messages = [.. Listed(when["message"]).Select(text => Pattern(Text(text, where), where))];
        Regex? function = when["function"] is { } pattern ? Pattern(Text(pattern, where), where) : null;
        string[] tools = [.. Listed(when["tools"]).Select(tool => Text(tool, where))];
        if (rule["output"] is not JsonArray { Count: > 0 } output)
            throw new ModelScriptException($"{where}: needs a non-empty array 'output'.");
        HashSet<string> names = [.. Template.BuiltIn, .. messages.SelectMany(message => message.GetGroupNames())];
        return new ScriptRule(name, messages, tools, function,
            [.. output.Select((step, index) => StepReader.Read(step, $"{where}, output[{index}]", names))]);
    }

    private static JsonArray Listed(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list,
        _ => [node.DeepClone()],
    };

    private static Regex Pattern(string pattern, string where)
    {
        try
        {
            return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchLimit);
        }
        catch (ArgumentException failure)
        {
            throw new ModelScriptException($"{where}: '{pattern}' is not a valid pattern. {failure.Message}", failure);
        }
    }
}
