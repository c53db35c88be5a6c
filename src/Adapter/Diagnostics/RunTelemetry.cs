using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Diagnostics;

/// <summary>What runs came to, in the names of the GenAI semantic conventions: a run is the invocation of an agent.</summary>
internal sealed class RunTelemetry(V2Target target)
{
    private const string Operation = "gen_ai.operation.name";
    private const string Provider = "gen_ai.provider.name";
    private const string RequestModel = "gen_ai.request.model";

    private static readonly Histogram<long> Tokens = Telemetry.RunMeter.CreateHistogram<long>(
        "gen_ai.client.token.usage", "{token}", "Tokens of runs that have ended.");

    private static readonly Counter<long> Runs = Telemetry.RunMeter.CreateCounter<long>(
        "agents_migration.runs", "{run}", "Runs that have ended, by how.");

    private readonly string _provider = target is FoundryTarget or AzureOpenAITarget ? "azure.ai.openai" : "openai";

    /// <summary>Marks the call that begins the run.</summary>
    public void Begin(RunRecord run) => Tag(Activity.Current, run);

    /// <summary>Once for each run: by whoever puts its end on record.</summary>
    public void Change(RunRecord before, RunRecord after)
    {
        if (!RunStatus.IsActive(before.Status) || RunStatus.IsActive(after.Status))
            return;
        TagList tags = new() { { Operation, "invoke_agent" }, { Provider, _provider }, { RequestModel, after.Settings.Model } };
        if (after.Usage is { } usage)
        {
            Record(usage.Prompt, "input", tags);
            Record(usage.Completion, "output", tags);
            if (Activity.Current is { } activity)
            {
                Tag(activity, after);
                activity.SetTag("gen_ai.usage.input_tokens", usage.Prompt);
                activity.SetTag("gen_ai.usage.output_tokens", usage.Completion);
            }
        }
        tags.Add("status", after.Status);
        Runs.Add(1, tags);
    }

    private void Tag(Activity? activity, RunRecord run)
    {
        if (activity is null)
            return;
        activity.SetTag(Operation, "invoke_agent");
        activity.SetTag(Provider, _provider);
        activity.SetTag(RequestModel, run.Settings.Model);
        activity.SetTag("gen_ai.agent.id", run.AssistantId);
        activity.SetTag("gen_ai.conversation.id", run.ThreadId);
    }

    private static void Record(long tokens, string kind, TagList tags)
    {
        tags.Add("gen_ai.token.type", kind);
        Tokens.Record(tokens, tags);
    }
}
