using System.Text.Json;

namespace AgentsMigration.Tool.Doctor.Checks;

/// <summary>Whether the model is there and makes a background response, as every run does; the response is deleted.</summary>
internal static class ModelCheck
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        DoctorSettings settings, ServiceClient service, CancellationToken cancellationToken)
    {
        if (settings.Model is not { } model)
            return [new Finding("model", Verdict.Unknown, "Not tried.", Advice.GiveModel)];
        ServiceAnswer answer = await service.PostAsync("responses", Request(model), cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess && answer.Id is { } id)
        {
            Finding there = new("model", Verdict.Ok, $"'{model}' is there.");
            Finding background = new("background", Verdict.Ok, "Responses may run in the background.");
            return [there, background, .. await Cleanup.DeleteAsync(service, $"responses/{id}", cancellationToken).ConfigureAwait(false)];
        }
        string said = $"The service says {answer.Status}: {answer.Message}";
        return
        [
            answer switch
            {
                { Code: "DeploymentNotFound" or "model_not_found" } =>
                    new Finding("model", Verdict.Problem, $"'{model}' is not there: {answer.Message}", Advice.NoModel),
                { Status: 429 } => new Finding("model", Verdict.Problem, said, Advice.Busy),
                { Status: >= 500 } => new Finding("model", Verdict.Unknown, said, Advice.Unstable),
                _ when answer.Message.Contains("background", StringComparison.OrdinalIgnoreCase) =>
                    new Finding("background", Verdict.Problem, said, Advice.NoBackground),
                _ => new Finding("model", Verdict.Problem, said, Advice.NoModel),
            },
        ];
    }

    private static string Request(string model) =>
        $$"""{"model":{{Quote(model)}},"input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"Say: ok"}]}],"max_output_tokens":16,"background":true,"store":true}""";

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
