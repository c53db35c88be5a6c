using System.Text.Json;

namespace AgentsMigration.Tool.Doctor.Checks;

/// <summary>
/// Code interpreter: in the region, and, where a model was given, by a container and a response that may use it. Both are
/// deleted.
/// </summary>
internal static class CodeInterpreterCheck
{
    private const string Name = "code interpreter";

    public static async Task<IReadOnlyList<Finding>> RunAsync(
        DoctorSettings settings, ServiceClient service, CancellationToken cancellationToken)
    {
        List<Finding> findings = settings.Target == DoctorTarget.Responses ? [] : [JudgeRegion(settings, settings.Region ?? service.Region)];
        if (settings.Model is { } model)
            findings.AddRange(await TryAsync(settings, service, model, cancellationToken).ConfigureAwait(false));
        return findings;
    }

    private static Finding JudgeRegion(DoctorSettings settings, string? region)
    {
        if (settings.Target == DoctorTarget.OpenAI)
            return new Finding("region", Verdict.Ok, "OpenAI has code interpreter everywhere.");
        if (region is null)
        {
            return new Finding(
                "region", Verdict.Unknown, "The service does not say where it is.",
                $"Give --region NAME. Without code interpreter are: {string.Join(", ", Regions.Lacking)}.");
        }
        return Regions.LacksCodeInterpreter(region)
            ? new Finding("region", Verdict.Problem, $"Projects in {region} have no code interpreter.", Advice.RegionWithout)
            : new Finding("region", Verdict.Ok, $"{region} is none of the regions without code interpreter.");
    }

    private static async Task<IReadOnlyList<Finding>> TryAsync(
        DoctorSettings settings, ServiceClient service, string model, CancellationToken cancellationToken)
    {
        ServiceAnswer made = await service.PostAsync(
            "containers", """{"name":"agents-migration doctor"}""", cancellationToken).ConfigureAwait(false);
        if (!made.IsSuccess || made.Id is not { } container)
            return [new Finding(Name, settings.Target == DoctorTarget.Responses ? Verdict.Note : Verdict.Problem, $"No container: HTTP {made.Status}, {made.Message}", Advice.NoContainers)];
        List<Finding> findings = [];
        try
        {
            findings.Add(await DownloadAsync(service, container, cancellationToken).ConfigureAwait(false));
            ServiceAnswer answer = await service.PostAsync("responses", Request(model, container), cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccess && answer.Id is { } id)
            {
                findings.Add(new Finding(Name, Verdict.Ok, $"'{model}' takes the tool."));
                findings.AddRange(await Cleanup.DeleteAsync(service, $"responses/{id}", cancellationToken).ConfigureAwait(false));
                findings.Add(new Finding("sessions", Verdict.Note, "Each thread that runs code has a session of its own, for an hour at most and half an hour idle, with a fixed set of packages.", Advice.Sessions));
            }
            else if (answer.Code is not ("DeploymentNotFound" or "model_not_found"))
            {
                findings.Add(new Finding(Name, Verdict.Problem, $"The service says {answer.Status}: {answer.Message}", Advice.NoCodeInterpreter));
            }
        }
        finally
        {
            findings.AddRange(await Cleanup.DeleteAsync(service, $"containers/{container}", CancellationToken.None).ConfigureAwait(false));
        }
        return findings;
    }

    /// <summary>Pictures and files that code makes are copied out of the container when a run ends.</summary>
    private static async Task<Finding> DownloadAsync(ServiceClient service, string container, CancellationToken cancellationToken)
    {
        const string text = "agents-migration doctor";
        ServiceAnswer put = await service.UploadAsync($"containers/{container}/files", "doctor.txt", text, cancellationToken).ConfigureAwait(false);
        if (!put.IsSuccess || put.Id is not { } file)
            return new Finding("downloads", Verdict.Unknown, $"No file could be put into a container: HTTP {put.Status}, {put.Message}", Advice.NoDownloads);
        ServiceAnswer got = await service.GetAsync($"containers/{container}/files/{file}/content", cancellationToken).ConfigureAwait(false);
        return got.IsSuccess && got.Content == text
            ? new Finding("downloads", Verdict.Ok, "Files can be read out of containers.")
            : new Finding("downloads", Verdict.Problem, $"Files cannot be read out of containers: HTTP {got.Status}, {got.Message}", Advice.NoDownloads);
    }

    private static string Request(string model, string container) =>
        $$"""
        {"model":"{{JsonEncodedText.Encode(model)}}","input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"Say: ok"}]}],
         "tools":[{"type":"code_interpreter","container":"{{JsonEncodedText.Encode(container)}}"}],"tool_choice":"none",
         "max_output_tokens":16,"background":true,"store":true}
        """;
}
