namespace AgentsMigration.Tool.Doctor;

/// <summary>The bases below an endpoint.</summary>
internal static class ServiceAddress
{
    private const string AzureBase = "openai/v1/";

    public static Uri Resources(DoctorSettings settings)
    {
        Uri given = WithSlash(settings.Endpoint);
        return settings.Target is DoctorTarget.OpenAI or DoctorTarget.Responses || given.AbsolutePath.EndsWith("/" + AzureBase, StringComparison.OrdinalIgnoreCase)
            ? given
            : new Uri(given, AzureBase);
    }

    public static Uri Project(DoctorSettings settings) => WithSlash(settings.Endpoint);

    private static Uri WithSlash(Uri endpoint) => new(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
}
