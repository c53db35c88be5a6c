using System.Text.Json;

namespace AgentsMigration.Emulator.Model;

internal static class StepReader
{
    private static readonly string[] Kinds =
        ["text", "python", "call", "file_search", "reasoning", "refusal", "fail", "incomplete", "wait", "mcp"];

    public static ScriptStep Read(JsonNode? node, string where, HashSet<string> names)
    {
        if (node is not JsonObject step) throw new ModelScriptException($"{where}: must be an object.");
        string[] found = [.. Kinds.Where(step.ContainsKey)];
        if (found is not [var kind])
            throw new ModelScriptException($"{where}: needs exactly one of {string.Join(", ", Kinds)}.");
        ScriptReader.AllowOnly(step, where, kind, "if", "arguments", "result");
        if (kind != "mcp" && step.ContainsKey("result"))
            throw new ModelScriptException($"{where}: 'result' belongs to 'mcp' only.");
        if (kind is not ("call" or "mcp") && step.ContainsKey("arguments"))
            throw new ModelScriptException($"{where}: 'arguments' belongs to 'call' and 'mcp' only.");
        return Make(kind, step, where, names) with { OnlyIf = Condition(step["if"], where) };
    }

    private static ScriptStep Make(string kind, JsonObject step, string where, HashSet<string> names) => kind switch
    {
        "text" => new TextStep(Template(step[kind], where, names)),
        "refusal" => new RefusalStep(Template(step[kind], where, names)),
        "reasoning" => new ReasoningStep(Template(step[kind], where, names)),
        "python" => new PythonStep(Template(step[kind], where, names)),
        "file_search" => new FileSearchStep(Template(step[kind], where, names)),
        "call" => new CallStep(Template(step[kind], where, names), Arguments(step["arguments"], where, names)),
        "mcp" => new McpStep(
            ScriptReader.Text(step[kind], where), Arguments(step["arguments"], where, names), Template(step["result"] ?? "", where, names)),
        "fail" => Fail(step[kind], where, names),
        "incomplete" => Incomplete(ScriptReader.Text(step[kind], where), where),
        _ => Wait(step[kind], where),
    };

    private static bool? Condition(JsonNode? node, string where) =>
        node is null ? null : ScriptReader.Text(node, where) switch
        {
            "ok" => true,
            "failed" => false,
            var other => throw new ModelScriptException($"{where}: 'if' is 'ok' or 'failed', not '{other}'."),
        };

    private static Template Template(JsonNode? node, string where, HashSet<string> names)
    {
        Template template = new(ScriptReader.Text(node, where));
        foreach (string name in template.Names)
            if (!names.Contains(name))
                throw new ModelScriptException($"{where}: '{{{{{name}}}}}' is neither a named group of the rule nor built in.");
        return template;
    }

    private static JsonObject? Arguments(JsonNode? node, string where, HashSet<string> names)
    {
        if (node is null) return null;
        if (node is not JsonObject arguments)
            throw new ModelScriptException($"{where}: 'arguments' must be an object.");
        foreach (JsonNode? value in arguments.Select(member => member.Value))
            if (value?.GetValueKind() == JsonValueKind.String)
                Template(value, where, names);
        return arguments;
    }

    private static FailStep Fail(JsonNode? node, string where, HashSet<string> names)
    {
        if (node is not JsonObject fail) throw new ModelScriptException($"{where}: 'fail' must be an object.");
        ScriptReader.AllowOnly(fail, where, "code", "message");
        return new FailStep(ScriptReader.Text(fail["code"], where), Template(fail["message"], where, names));
    }

    private static IncompleteStep Incomplete(string reason, string where) =>
        reason is "max_output_tokens" or "content_filter"
            ? new IncompleteStep(reason)
            : throw new ModelScriptException($"{where}: 'incomplete' is 'max_output_tokens' or 'content_filter'.");

    private static WaitStep Wait(JsonNode? node, string where) =>
        node?.GetValueKind() == JsonValueKind.Number && node.GetValue<double>() is >= 0 and <= 86_400 and var seconds
            ? new WaitStep(TimeSpan.FromSeconds(seconds))
            : throw new ModelScriptException($"{where}: 'wait' is a number of seconds.");
}
