using AgentsMigration.Emulator.CodeInterpreter;
using AgentsMigration.Emulator.Model;
using AgentsMigration.Emulator.Responses;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Takes a response through its life: queued, in progress, and one of the ends.</summary>
internal sealed class ResponseJob(EmulatorOptions options, PythonSandbox sandbox)
{
    // Failures that a stream tells in an event of their own, before it tells that the response failed.
    private static readonly string[] Limits = ["insufficient_quota", "rate_limit_exceeded"];

    public async Task RunAsync(Workspace workspace, ResponseRecord record)
    {
        CancellationToken stop = record.Stop.Token;
        OutputSink sink = new(workspace, record);
        TokenBudget budget = new(record.Request.MaximumOutputTokens);
        try
        {
            Tell(workspace, record, "response.created");
            if (record.Request.Background)
            {
                Tell(workspace, record, "response.queued");
                await Task.Delay(options.QueueDelay, workspace.Time, stop);
                lock (workspace.Gate) record.Status = "in_progress";
            }

            Tell(workspace, record, "response.in_progress");
            if (record.Request.Background) await Task.Delay(options.GenerationDelay, workspace.Time, stop);
            await GenerateAsync(workspace, record, sink, budget, stop);
            stop.ThrowIfCancellationRequested();
            End(workspace, record, sink, budget, "completed");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Cancel(workspace, record);
        }
        catch (OutOfTokensException)
        {
            Incomplete(workspace, record, sink, budget, "max_output_tokens");
        }
        catch (IncompleteException failure)
        {
            Incomplete(workspace, record, sink, budget, failure.Message);
        }
        catch (FailedException failure)
        {
            Fail(workspace, record, sink, budget, failure.Code, failure.Message);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whatever went wrong, a poller must see an end.
            Fail(workspace, record, sink, budget, "server_error", failure.Message);
        }
        finally
        {
            Unlock(workspace, record);
            record.Events.Close();
        }
    }

    private async Task GenerateAsync(
        Workspace workspace, ResponseRecord record, OutputSink sink, TokenBudget budget, CancellationToken stop)
    {
        CreateRequest request = record.Request;
        ModelInput input = ModelInput.Of(request.Context, request.Tools, request.ToolChoice);
        ModelPlan plan = ModelPlan.For(options.Script, input, request);
        RunState state = new(input, plan.Values);
        StepContext context = new(workspace, record, sink, state, budget, sandbox);
        foreach (ScriptStep step in plan.Steps)
            if (state.Applies(step))
                await StepWriter.WriteAsync(step, context, stop);
    }

    private static void Incomplete(
        Workspace workspace, ResponseRecord record, OutputSink sink, TokenBudget budget, string reason)
    {
        lock (workspace.Gate) record.Body["incomplete_details"] = new JsonObject { ["reason"] = reason };
        End(workspace, record, sink, budget, "incomplete");
    }

    private static void Fail(
        Workspace workspace, ResponseRecord record, OutputSink sink, TokenBudget budget, string code, string message)
    {
        lock (workspace.Gate) record.Body["error"] = new JsonObject { ["code"] = code, ["message"] = message };
        if (Limits.Contains(code))
            record.Events.Add("error", new JsonObject
            {
                ["error"] = new JsonObject { ["type"] = code, ["code"] = code, ["message"] = message, ["param"] = null },
            });
        End(workspace, record, sink, budget, "failed");
    }

    private static void End(
        Workspace workspace, ResponseRecord record, OutputSink sink, TokenBudget budget, string status)
    {
        lock (workspace.Gate)
        {
            if (!record.IsActive) return;
            JsonObject body = record.Body;
            body["status"] = status;
            body["output"] = new JsonArray([.. sink.Items.Select(item => item.DeepClone())]);
            body["service_tier"] = "default";
            if (status == "completed") body["completed_at"] = workspace.Now;
            if (status != "failed")
                body["usage"] = ResponseBody.Usage(
                    TokenEstimate.OfInput(record.Request), budget.Used, budget.Reasoning);

            // What was said becomes part of the conversation only now, the input before the answer.
            if (record.Conversation is { } conversation && status != "failed")
                conversation.Items.AddRange(record.Request.Input.Concat(sink.Items).Select(item =>
                    (JsonObject)item.DeepClone()));
        }

        // Whoever sees the last event must find the conversation free.
        Unlock(workspace, record);
        Tell(workspace, record, "response." + status);
    }

    private static void Cancel(Workspace workspace, ResponseRecord record)
    {
        lock (workspace.Gate)
            if (record.IsActive)
                record.Status = "cancelled";
    }

    private static void Unlock(Workspace workspace, ResponseRecord record)
    {
        lock (workspace.Gate)
            if (record.Conversation is { } conversation && conversation.LockedBy == record.Id)
                conversation.LockedBy = null;
    }

    private static void Tell(Workspace workspace, ResponseRecord record, string type)
    {
        JsonObject seen;
        lock (workspace.Gate) seen = Projection.Response(record.Body, record.Include);
        record.Events.Add(type, new JsonObject { ["response"] = seen });
    }
}
