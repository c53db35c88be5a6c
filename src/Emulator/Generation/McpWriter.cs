using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.Model;
using AgentsMigration.Emulator.Responses;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Produces a call of a server's tool, which no server is asked for: the script says what it gives.</summary>
internal static class McpWriter
{
    public static void Write(StepContext context, McpStep step)
    {
        JsonObject tool = context.State.Input.Tools.FirstOrDefault(tool => tool["type"]!.GetValue<string>() == "mcp")
            ?? throw new FailedException("server_error", $"The script calls the server's tool '{step.Tool}', and no server is on offer.");
        string arguments = Call.Serialize(step.Arguments ?? []);
        context.Budget.TakeWhole(arguments);
        string label = tool["server_label"]!.GetValue<string>();
        if (step.ApprovedBy is null)
            List(context.Sink, label, step.Tool);
        if (step.ApprovedBy is null && McpTool.NeedsApproval(tool, step.Tool))
            Ask(context.Sink, label, step.Tool, arguments);
        else
            Make(context, label, step, arguments);
    }

    private static void List(OutputSink sink, string label, string name)
    {
        JsonObject item = new()
        {
            ["id"] = sink.NewId("mcpl_"),
            ["type"] = "mcp_list_tools",
            ["server_label"] = label,
            ["tools"] = new JsonArray(new JsonObject
            {
                ["annotations"] = new JsonObject { ["read_only"] = false },
                ["description"] = "",
                ["input_schema"] = new JsonObject { ["type"] = "object" },
                ["name"] = name,
            }),
        };
        sink.Added(item);
        sink.Done(item);
    }

    private static void Ask(OutputSink sink, string label, string name, string arguments)
    {
        JsonObject item = new()
        {
            ["id"] = sink.NewId("mcpr_"),
            ["type"] = "mcp_approval_request",
            ["arguments"] = arguments,
            ["name"] = name,
            ["server_label"] = label,
        };
        sink.Added(item);
        sink.Done(item);
    }

    private static void Make(StepContext context, string label, McpStep step, string arguments)
    {
        OutputSink sink = context.Sink;
        JsonObject item = new()
        {
            ["id"] = sink.NewId("mcp_"),
            ["type"] = "mcp_call",
            ["status"] = "in_progress",
            ["approval_request_id"] = step.ApprovedBy,
            ["arguments"] = "",
            ["error"] = null,
            ["name"] = step.Tool,
            ["output"] = null,
            ["server_label"] = label,
        };
        JsonObject At() => new() { ["item_id"] = item["id"]!.DeepClone(), ["output_index"] = sink.Index };
        sink.Added(item);
        sink.Emit("response.mcp_call.in_progress", At());
        sink.EmitDeltas("response.mcp_call_arguments.delta", arguments, At);
        JsonObject done = At();
        done["arguments"] = arguments;
        sink.Emit("response.mcp_call_arguments.done", done);
        sink.Emit("response.mcp_call.completed", At());
        item["status"] = "completed";
        item["arguments"] = arguments;
        item["output"] = step.Result.Render(context.State.Value);
        sink.Done(item);
    }
}
