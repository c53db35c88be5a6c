namespace AgentsMigration.Tool.Doctor.Checks;

/// <summary>Which parts of v2 the service has. Reads lists and things that cannot exist: nothing is made.</summary>
internal static class SurfaceCheck
{
    private static readonly string NoBody = new('0', 48);

    public static async Task<IReadOnlyList<Finding>> RunAsync(
        DoctorSettings settings, ServiceClient service, CancellationToken cancellationToken)
    {
        bool alone = settings.Target == DoctorTarget.Responses;
        List<Finding> findings =
        [
            Judge("responses", await service.GetAsync($"responses/resp_{NoBody}00", cancellationToken).ConfigureAwait(false), Advice.NoResponses),
            settings.Target == DoctorTarget.AzureOpenAI || alone
                ? new Finding("conversations", Verdict.Note, $"{(alone ? "Not used" : "Azure OpenAI has none")}: the adapter keeps threads in its store. Give it one that lasts.")
                : Judge("conversations", await service.GetAsync($"conversations/conv_{NoBody}", cancellationToken).ConfigureAwait(false), Advice.NoConversations),
            Judge("files", await service.GetAsync("files?limit=1", cancellationToken).ConfigureAwait(false), Advice.NoFiles, isOptional: alone),
            Judge("vector stores", await service.GetAsync("vector_stores?limit=1", cancellationToken).ConfigureAwait(false), Advice.NoStores, isOptional: alone),
            Judge("containers", await service.GetAsync("containers?limit=1", cancellationToken).ConfigureAwait(false), Advice.NoContainers, isOptional: alone),
        ];
        if (settings.Target == DoctorTarget.Foundry)
            findings.Add(await JudgeAgentsAsync(service, cancellationToken).ConfigureAwait(false));
        return findings;
    }

    private static async Task<Finding> JudgeAgentsAsync(ServiceClient service, CancellationToken cancellationToken)
    {
        ServiceAnswer answer = await service.GetOfProjectAsync("agents?api-version=v1&limit=1", cancellationToken).ConfigureAwait(false);
        return Judge("agents", answer, Advice.NoAgents);
    }

    /// <param name="name">What is looked at.</param>
    /// <param name="answer">What the service said to it.</param>
    /// <param name="advice">What to do without it.</param>
    /// <param name="isOptional">Whether a target of this kind need not have it.</param>
    private static Finding Judge(string name, ServiceAnswer answer, string advice, bool isOptional = false) => answer switch
    {
        { IsMissingRoute: true } => new Finding(name, isOptional ? Verdict.Note : Verdict.Problem, "The service does not have them.", advice),
        { Body: null } => new Finding(name, Verdict.Problem, $"HTTP {answer.Status} with {answer.Message}.", Advice.NotTheService),
        { Status: 401 or 403 } => new Finding(name, Verdict.Problem, $"Not allowed: {answer.Message}", Advice.Forbidden),
        { Status: 429 } => new Finding(name, Verdict.Unknown, $"Too busy to tell: {answer.Message}", Advice.Busy),
        { Status: >= 500 } => new Finding(name, Verdict.Unknown, $"HTTP {answer.Status}: {answer.Message}", Advice.Unstable),
        // A list, or the word that there is no such thing.
        _ => new Finding(name, Verdict.Ok, "There."),
    };
}
