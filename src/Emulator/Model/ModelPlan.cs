using System.Text.RegularExpressions;
using AgentsMigration.Emulator.Responses;

namespace AgentsMigration.Emulator.Model;

/// <summary>The steps that remain to be produced in answer to one request.</summary>
internal sealed record ModelPlan(IReadOnlyList<ScriptStep> Steps, IReadOnlyDictionary<string, string> Values)
{
    private const string Honest = "I am the emulator's scripted model, not a language model, and no rule of my script fits "
        + "this request. ";

    /// <summary>Finds the first rule that fits; calls that were already made are not made again.</summary>
    public static ModelPlan For(ModelScript script, ModelInput input, CreateRequest request)
    {
        foreach (ScriptRule rule in script.Rules)
        {
            Dictionary<string, string> values = [];
            if (!Fits(rule, input, values)) continue;
            IReadOnlyList<ScriptStep> remaining = Remaining(rule.Steps, input);
            if (remaining.Count > 0) return new ModelPlan(remaining, values);
        }

        return new ModelPlan([Fallback(input, request)], new Dictionary<string, string>());
    }

    private static bool Fits(ScriptRule rule, ModelInput input, Dictionary<string, string> values)
    {
        try
        {
            return rule.Matches(input, values);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // Calls in a row are made in one response; the answer to them continues behind the row.
    private static IReadOnlyList<ScriptStep> Remaining(IReadOnlyList<ScriptStep> steps, ModelInput input)
    {
        int made = input.FunctionCalls + input.ApprovalRequests;
        int next = 0;
        List<ScriptStep> approved = [];
        for (int calls = 0; calls < made && next < steps.Count; next++)
            if (Stops(steps[next], input))
            {
                calls++;
                if (calls == made && steps[next] is McpStep asked && input.LastApproved is { } request)
                    approved.Add(asked with { ApprovedBy = request });
            }
        int end = next;
        while (end < steps.Count && !Stops(steps[end], input)) end++;
        while (end < steps.Count && Stops(steps[end], input)) end++;
        return [.. approved, .. steps.Skip(next).Take(end - next)];
    }

    /// <summary>What is behind it comes with the next request.</summary>
    private static bool Stops(ScriptStep step, ModelInput input) =>
        step is CallStep || (step is McpStep mcp && input.NeedsApproval(mcp.Tool));

    private static ScriptStep Fallback(ModelInput input, CreateRequest request)
    {
        if (input.FunctionCalls == 0 && Forced(input, request.ToolChoice) is { } function)
            return new CallStep(new Template(function), null);
        return request.Format["type"]!.GetValue<string>() switch
        {
            "json_schema" => new JsonStep((JsonObject)request.Format["schema"]!),
            "json_object" => new JsonStep(null),
            _ => new TextStep(new Template(Answer(input))),
        };
    }

    private static string? Forced(ModelInput input, JsonNode? choice) => choice switch
    {
        JsonObject named => named["name"]?.GetValue<string>(),
        JsonValue mode when mode.GetValue<string>() == "required" => input.Functions.FirstOrDefault(),
        _ => null,
    };

    private static string Answer(ModelInput input) => input.FunctionOutputs.Count > 0
        ? Honest + "The functions gave: {{results}}"
        : input.Message.Length > 0 ? Honest + "You wrote: {{message}}" : Honest + "There was no user message.";
}
