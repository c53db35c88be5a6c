using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>
/// The text of a script with which the emulator says and does what the recorded model did: its texts to the letter, code that prints
/// what the recorded code printed, searches that find what the recorded ones found.
/// </summary>
internal static class RecordedModel
{
    private const string Display = "from IPython.display import display\nfrom emulator_charts import bar_chart\ndisplay(bar_chart(['a'], [1]))";
    private const string StandInText = "A stand-in for a recorded message.";

    public static string Script(RecordedObjects recorded)
    {
        // Of several runs each is known by what the user asked it.
        JsonArray rules = recorded.Questions.Count > 1
            ? [.. recorded.Questions.Select(question => Rule(Message(question.Text), recorded.OfRun(question.RunId)))]
            : [];
        rules.Add(Rule([], recorded));
        return new JsonObject { ["rules"] = rules }.ToJsonString();
    }

    private static JsonObject Rule(JsonObject when, RecordedObjects recorded)
    {
        JsonArray output = [.. Steps(recorded)];
        if (End(recorded) is { } end)
            output.Add(end);
        else if (output.Count == 0)
            output.Add(new JsonObject { ["text"] = StandInText });
        return new JsonObject { ["name"] = "recorded", ["when"] = when, ["output"] = output };
    }

    /// <summary>How the last run ended, if not well.</summary>
    private static JsonObject? End(RecordedObjects recorded)
    {
        if (recorded.All("thread.run") is not [.., var run])
            return null;
        return (run.GetText("status"), run.Get("incomplete_details")?.GetText("reason")) switch
        {
            ("failed", _) => new JsonObject
            {
                ["fail"] = new JsonObject
                {
                    ["code"] = run.Get("last_error")?.GetText("code") ?? "server_error",
                    ["message"] = run.Get("last_error")?.GetText("message") ?? "",
                },
            },
            ("incomplete", "max_completion_tokens") => new JsonObject { ["incomplete"] = "max_output_tokens" },
            ("incomplete", "content_filter") => new JsonObject { ["incomplete"] = "content_filter" },
            _ => null,
        };
    }

    private static JsonObject Message(string text) => new() { ["message"] = $"^{Regex.Escape(text)}$" };

    private static IEnumerable<JsonObject> Steps(RecordedObjects recorded)
    {
        IReadOnlyList<JsonElement> steps = recorded.All("thread.run.step");
        JsonObject[] calls = [.. recorded.FunctionCalls.Select(Call)];
        JsonElement[] messages = [.. recorded.All("thread.message").Where(message => message.GetProperty("role").ValueEquals("assistant")
            && message.GetProperty("run_id").ValueKind == JsonValueKind.String)];
        if (steps.Count == 0)
            return calls.Concat(messages.SelectMany(Say));
        // A step that waits for its functions shows none of them yet.
        return calls.Concat(steps.SelectMany(step => step.GetProperty("type").ValueEquals("message_creation")
            ? SayById(messages, step.GetProperty("step_details").GetProperty("message_creation").GetProperty("message_id").GetString()!)
            : RecordedObjects.ToolCalls(step).Select(Do)));
    }

    private static JsonObject Call(JsonElement call)
    {
        JsonElement function = call.GetProperty("function");
        return new JsonObject
        {
            ["call"] = function.GetProperty("name").GetString(),
            ["arguments"] = Json.TryParse(function.GetText("arguments") ?? "") is { ValueKind: JsonValueKind.Object } arguments ? JsonNode.Parse(arguments.GetRawText()) : null,
        };
    }

    private static IEnumerable<JsonObject> SayById(JsonElement[] messages, string id)
    {
        JsonElement[] found = [.. messages.Where(message => RecordedObjects.IdOf(message) == id)];
        return found.Length > 0 ? found.SelectMany(Say) : [new JsonObject { ["text"] = StandInText }];
    }

    private static IEnumerable<JsonObject> Say(JsonElement message)
    {
        foreach (JsonElement part in message.GetProperty("content").EnumerateArray())
        {
            if (!part.TryGetProperty("text", out JsonElement text))
            {
                yield return Python(Display);
                continue;
            }
            string value = text.GetProperty("value").GetString()!;
            foreach (JsonElement annotation in text.GetProperty("annotations").EnumerateArray())
            {
                string cited = annotation.GetProperty("text").GetString()!;
                if (annotation.GetProperty("type").ValueEquals("file_path"))
                    yield return Python($"open('{cited["sandbox:".Length..]}', 'w').write('A stand-in.')\nNone");
                else
                    value = value.Replace(cited, "{{cite}}", StringComparison.Ordinal);
            }
            yield return new JsonObject { ["text"] = value };
        }
    }

    private static JsonObject Do(JsonElement call) => call.GetProperty("type").GetString() switch
    {
        "code_interpreter" => Python(string.Join('\n', Comment(call.GetProperty("code_interpreter").GetText("input")).Concat(
            call.GetProperty("code_interpreter").GetItems("outputs")
                .Select(output => output.GetProperty("type").ValueEquals("logs")
                    ? $"print({output.GetProperty("logs").GetRawText()}, end='')"
                    : Display))
            .Append("None"))),
        "file_search" => new JsonObject
        {
            // The words of the text itself find it, whatever the threshold.
            ["file_search"] = call.Get("file_search")?.GetItems("results").FirstOrDefault().GetItems("content").FirstOrDefault().GetText("text") ?? StandInText,
        },
        var other => throw new NotSupportedException($"The emulator has no '{other}'. Compare with the address of a gateway instead."),
    };

    /// <summary>The recorded code is shown and does not run: its files are not there. Braces would be places to fill in.</summary>
    private static IEnumerable<string> Comment(string? code) =>
        (code ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => $"# {line}".Replace("{{", "{ {", StringComparison.Ordinal));

    private static JsonObject Python(string code) => new() { ["python"] = code };
}
