namespace AgentsMigration.Tool.Doctor.Checks;

/// <summary>Deletes what a check has made; says so where that fails.</summary>
internal static class Cleanup
{
    public static async Task<IReadOnlyList<Finding>> DeleteAsync(
        ServiceClient service, string path, CancellationToken cancellationToken)
    {
        try
        {
            ServiceAnswer answer = await service.DeleteAsync(path, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess || answer.Status == 404
                ? []
                : [new Finding("clean-up", Verdict.Problem, $"{path} is left behind: HTTP {answer.Status}, {answer.Message}", Advice.LeftBehind)];
        }
        catch (HttpRequestException failure)
        {
            return [new Finding("clean-up", Verdict.Problem, $"{path} is left behind: {failure.Message}", Advice.LeftBehind)];
        }
    }
}
