using System.Text.Json;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>What must hold between a recorded response and what the adapter made of it; each fact names what breaks it.</summary>
internal static class ResponseFacts
{
    private static readonly HashSet<string> StepTypes = new(StringComparer.Ordinal)
    {
        "message", "code_interpreter_call", "file_search_call", "function_call", "mcp_call",
    };

    public static IEnumerable<string> Broken(ResponseRun made) =>
        [.. Status(made), .. Usage(made), .. StepKinds(made), .. CodeOutputs(made), .. MessageFacts.Broken(made)];

    private static IEnumerable<string> Status(ResponseRun made)
    {
        // Approvals come first: the functions beside them are asked about next.
        string[] approvals = [.. Output(made, "mcp_approval_request").Select(request => "call_" + Text(request, "id")["mcpr_".Length..])];
        string[] calls = approvals.Length > 0 ? approvals : [.. Output(made, "function_call").Select(call => Text(call, "call_id"))];
        string asked = approvals.Length > 0 ? "submit_tool_approval" : "submit_tool_outputs";
        string expected = Text(made.Response, "status") is "completed" && calls.Length > 0 ? "requires_action" : Text(made.Response, "status");
        if (Text(made.Run, "status") != expected)
            yield return $"The run is {Text(made.Run, "status")}, not {expected}.";

        string[] open = made.Run.GetProperty("required_action") is { ValueKind: JsonValueKind.Object } action
            ? [.. action.GetProperty(asked).GetProperty("tool_calls").EnumerateArray().Select(call => Text(call, "id"))]
            : [];
        if (!open.SequenceEqual(expected == "requires_action" ? calls : []))
            yield return $"The run waits for [{string.Join(", ", open)}].";

        if (expected == "incomplete" && made.Run.GetProperty("incomplete_details").GetProperty("reason").GetString()
            != (Text(made.Response.GetProperty("incomplete_details"), "reason") is "max_output_tokens" ? "max_completion_tokens" : Text(made.Response.GetProperty("incomplete_details"), "reason")))
            yield return "The run does not say why it is incomplete.";
        if (expected == "failed" && Text(made.Run.GetProperty("last_error"), "message") != Text(made.Response.GetProperty("error"), "message"))
            yield return "The run does not say why it failed.";
    }

    /// <summary>The run has the response's tokens, and its steps have them together.</summary>
    private static IEnumerable<string> Usage(ResponseRun made)
    {
        if (Text(made.Run, "status") is "requires_action" or "failed")
            yield break;
        JsonElement usage = made.Response.GetProperty("usage");
        if (made.Run.GetProperty("usage").ValueKind != JsonValueKind.Object)
        {
            yield return "The run has no usage.";
            yield break;
        }
        foreach ((string ours, string theirs) in new[] { ("prompt_tokens", "input_tokens"), ("completion_tokens", "output_tokens"), ("total_tokens", "total_tokens") })
        {
            long expected = usage.GetProperty(theirs).GetInt64();
            long run = made.Run.GetProperty("usage").GetProperty(ours).GetInt64();
            long steps = made.Steps.Sum(step => step.GetProperty("usage").GetProperty(ours).GetInt64());
            if (run != expected || (made.Steps.Length > 0 && steps != expected))
                yield return $"{ours}: {run} in the run and {steps} in its steps, not {expected}.";
        }
    }

    /// <summary>One step a message and a tool call, one for function calls that stand together, none for anything else.</summary>
    private static IEnumerable<string> StepKinds(ResponseRun made)
    {
        List<string> expected = [];
        foreach (string type in made.Response.GetProperty("output").EnumerateArray().Select(UpstreamBody.TypeOf).Where(StepTypes.Contains))
        {
            string kind = type switch { "message" => "message_creation", "function_call" => "function", _ => type[..^"_call".Length] };
            if (kind != "function" || expected is not [.., "function"])
                expected.Add(kind);
        }
        string[] actual = [.. made.Steps.Select(step => ToolCalls(step).Select(call => Text(call, "type")).FirstOrDefault("message_creation"))];
        if (!actual.SequenceEqual(expected))
            yield return $"The steps are [{string.Join(", ", actual)}], not [{string.Join(", ", expected)}].";
    }

    /// <summary>Code and logs to the letter; outputs that v2 leaves null are none.</summary>
    private static IEnumerable<string> CodeOutputs(ResponseRun made)
    {
        JsonElement[] ours = [.. made.Steps.SelectMany(ToolCalls).Where(call => Text(call, "type") == "code_interpreter").Select(call => call.GetProperty("code_interpreter"))];
        foreach ((JsonElement item, JsonElement call) in Output(made, "code_interpreter_call").Zip(ours))
        {
            if (Text(item, "code") != Text(call, "input"))
                yield return "A step has other code.";
            JsonElement[] outputs = item.TryGetProperty("outputs", out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
            string[] expected = [.. outputs.Select(output => Text(output, "type") == "logs" ? Text(output, "logs") : "image")];
            string[] actual = [.. call.GetProperty("outputs").EnumerateArray().Select(output => Text(output, "type") == "logs" ? Text(output, "logs") : "image")];
            if (!actual.SequenceEqual(expected))
                yield return $"A step has the outputs [{string.Join(", ", actual)}], not [{string.Join(", ", expected)}].";
        }
    }

    private static IEnumerable<JsonElement> ToolCalls(JsonElement step) =>
        step.GetProperty("step_details").TryGetProperty("tool_calls", out JsonElement calls) ? calls.EnumerateArray() : [];

    private static IEnumerable<JsonElement> Output(ResponseRun made, string type) =>
        made.Response.GetProperty("output").EnumerateArray().Where(item => UpstreamBody.TypeOf(item) == type);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
