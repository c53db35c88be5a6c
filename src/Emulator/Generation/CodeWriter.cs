using AgentsMigration.Emulator.CodeInterpreter;
using AgentsMigration.Emulator.Containers;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Produces a code interpreter call: the code, really run, and what came of it.</summary>
internal static class CodeWriter
{
    public static async Task WriteAsync(StepContext context, string code, CancellationToken cancellationToken)
    {
        context.Budget.TakeWhole(code);
        OutputSink sink = context.Sink;
        Container container = ResolveContainer(context);
        context.State.Container = container;
        JsonObject item = new()
        {
            ["id"] = sink.NewId("ci_"),
            ["type"] = "code_interpreter_call",
            ["status"] = "in_progress",
            ["code"] = "",
            ["container_id"] = container.Id,
            ["outputs"] = null,
        };
        JsonObject At() => new() { ["output_index"] = sink.Index, ["item_id"] = item["id"]!.DeepClone() };
        sink.Added(item);
        sink.Emit("response.code_interpreter_call.in_progress", At());
        sink.EmitDeltas("response.code_interpreter_call_code.delta", code, At);
        JsonObject done = At();
        done["code"] = code;
        sink.Emit("response.code_interpreter_call_code.done", done);
        sink.Emit("response.code_interpreter_call.interpreting", At());
        Execution execution = await context.Sandbox.RunAsync(container, code, cancellationToken);
        context.State.Ran(execution);
        item["code"] = code;
        item["status"] = execution.Status switch
        {
            ExecutionStatus.Finished => "completed",
            ExecutionStatus.Stopped => "incomplete",
            _ => "failed",
        };
        item["outputs"] = Collect(context, container, execution);
        if (execution.Status == ExecutionStatus.Finished) sink.Emit("response.code_interpreter_call.completed", At());
        sink.Done(item);
    }

    private static JsonArray Collect(StepContext context, Container container, Execution execution)
    {
        JsonArray outputs = [];
        lock (context.Workspace.Gate)
        {
            container.Touch(context.Workspace.Now);
            foreach (ExecutionOutput output in execution.Outputs)
                outputs.Add(output.ImagePath is { } image ? Image(context, container, image) : Logs(output.Logs!));
            foreach (string path in execution.Created) context.State.Files.Add(Register(context, container, path));
        }

        return outputs;
    }

    private static JsonObject Logs(string logs) => new() { ["type"] = "logs", ["logs"] = logs };

    private static JsonObject Image(StepContext context, Container container, string path)
    {
        ContainerFile image = container.AddImage(context.Workspace.Ids, path, context.Workspace.Now);
        context.State.Images.Add(image);
        return new JsonObject
        {
            ["type"] = "image",
            ["url"] = "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(path)),
        };
    }

    private static ContainerFile Register(StepContext context, Container container, string path)
    {
        string name = Path.GetRelativePath(container.DataFolder, path).Replace('\\', '/');
        foreach (string old in container.Files.Values.Where(file =>
            file.LocalPath == path).Select(file => file.Id).ToList())
            container.Files.Remove(old);
        return container.Add(context.Workspace.Ids, path, name, "assistant", context.Workspace.Now);
    }

    private static Container ResolveContainer(StepContext context)
    {
        JsonNode wanted = context.Record.Request.Tools
            .First(tool => tool!["type"]!.GetValue<string>() == "code_interpreter")!["container"]!;
        lock (context.Workspace.Gate)
        {
            ContainerStore containers = context.Workspace.Containers;
            if (wanted is not JsonObject auto) return containers.Touch(wanted.GetValue<string>());
            string[] files = [.. (auto["file_ids"] as JsonArray ?? []).Select(file => file!.GetValue<string>())];
            if (Earlier(context) is not { } container)
            {
                JsonObject settings = new() { ["memory_limit"] = auto["memory_limit"]?.DeepClone() ?? "1g" };
                return containers.Create("auto", files, "tools", null, settings);
            }

            container.Touch(context.Workspace.Now);
            foreach (string id in files)
                if (context.Workspace.Files.All.FirstOrDefault(file => file.Id == id) is { } file)
                    containers.Mount(container, file);
            return container;
        }
    }

    // The service goes on in the container of an earlier call as long as that is alive.
    private static Container? Earlier(StepContext context)
    {
        foreach (JsonObject item in context.Record.Request.Context.Concat(context.Sink.Items).Reverse())
        {
            if (item["type"]!.GetValue<string>() != "code_interpreter_call") continue;
            string id = item["container_id"]!.GetValue<string>();
            Container? container = context.Workspace.Containers.All.FirstOrDefault(existing => existing.Id == id);
            if (container is { Expired: false }) return container;
        }

        return null;
    }
}
