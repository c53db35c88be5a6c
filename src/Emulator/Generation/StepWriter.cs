using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.Model;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Produces one step of a plan.</summary>
internal static class StepWriter
{
    public static async Task WriteAsync(ScriptStep step, StepContext context, CancellationToken cancellationToken)
    {
        RunState state = context.State;
        switch (step)
        {
            case TextStep text:
                MessageWriter.WriteText(context, text.Text.Render(state.Value));
                break;
            case JsonStep json:
                MessageWriter.WriteText(context, Call.Serialize(SchemaSample.Answer(json.Schema)));
                break;
            case RefusalStep refusal:
                MessageWriter.WriteRefusal(context, refusal.Text.Render(state.Value));
                break;
            case ReasoningStep reasoning:
                ReasoningWriter.Write(context, reasoning.Summary.Render(state.Value));
                break;
            case PythonStep python:
                await CodeWriter.WriteAsync(context, python.Code.RenderPython(state.Value), cancellationToken);
                break;
            case FileSearchStep search:
                FileSearchWriter.Write(context, search.Query.Render(state.Value));
                break;
            case McpStep mcp:
                McpWriter.Write(context, mcp);
                break;
            case CallStep call:
                FunctionCallWriter.Write(context, call);
                break;
            case WaitStep wait:
                await Task.Delay(wait.Time, context.Workspace.Time, cancellationToken);
                break;
            case IncompleteStep incomplete:
                throw new IncompleteException(incomplete.Reason);
            case FailStep fail:
                throw new FailedException(fail.Code, fail.Message.Render(state.Value));
        }
    }
}
