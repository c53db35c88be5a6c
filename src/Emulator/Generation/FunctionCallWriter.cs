using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.Model;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Produces a function call; arguments that do not fit the function's schema fail the response.</summary>
internal static class FunctionCallWriter
{
    public static void Write(StepContext context, CallStep step)
    {
        string name = step.Function.Render(context.State.Value);
        JsonObject function = context.State.Input.Function(name)
            ?? throw new FailedException("server_error", $"The script calls the function '{name}', which is not on offer.");
        JsonObject? schema = function["parameters"] as JsonObject;
        JsonObject arguments = step.Arguments is { } given
            ? ArgumentTemplate.Fill(given, schema, context.State.Value)
            : SchemaSample.Arguments(schema, context.State.Value);
        if (SchemaCheck.FirstProblem(arguments, schema, "arguments") is { } problem)
            throw new FailedException("server_error",
                $"The script's arguments for '{name}' do not fit its schema: {problem}");
        Write(context, name, Call.Serialize(arguments));
    }

    private static void Write(StepContext context, string name, string arguments)
    {
        context.Budget.TakeWhole(arguments);
        OutputSink sink = context.Sink;
        JsonObject item = new()
        {
            ["id"] = sink.NewId("fc_"),
            ["type"] = "function_call",
            ["status"] = "in_progress",
            ["arguments"] = "",
            ["call_id"] = Ids.NewCall(),
            ["name"] = name,
        };
        JsonObject At() => new() { ["item_id"] = item["id"]!.DeepClone(), ["output_index"] = sink.Index };
        sink.Added(item);
        sink.EmitDeltas("response.function_call_arguments.delta", arguments, At);
        JsonObject done = At();
        done["name"] = name;
        done["arguments"] = arguments;
        sink.Emit("response.function_call_arguments.done", done);
        item["status"] = "completed";
        item["arguments"] = arguments;
        sink.Done(item);
    }
}
