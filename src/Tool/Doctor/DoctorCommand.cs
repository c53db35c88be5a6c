using System.CommandLine;
using System.Globalization;
using AgentsMigration.Tool.Output;
using Azure.Identity;

namespace AgentsMigration.Tool.Doctor;

/// <summary><c>agents-migration doctor</c>: what of a target will work, before anybody migrates.</summary>
internal sealed class DoctorCommand : Command
{
    private const int Fine = 0;
    private const int Problems = 1;
    private const int CouldNotRun = 2;

    private static readonly Dictionary<string, DoctorTarget> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["foundry"] = DoctorTarget.Foundry,
        ["openai"] = DoctorTarget.OpenAI,
        ["azure-openai"] = DoctorTarget.AzureOpenAI,
        ["responses"] = DoctorTarget.Responses,
    };

    private readonly Option<string?> _target = new("--target") { Description = "The service: foundry, openai, azure-openai, or responses for a server with that API alone.", HelpName = "NAME" };

    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "The endpoint of the Foundry project or the Azure OpenAI resource, or the base URL below which /responses is; OpenAI has one of its own.",
        HelpName = "URL",
    };

    private readonly Option<string?> _apiKey = new("--api-key")
    {
        Description = "The service's key; better in the environment variable AGENTS_MIGRATION_API_KEY. Without one: Entra ID (DefaultAzureCredential).",
        HelpName = "KEY",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "A model or deployment to try: a few tokens. Without it nothing is tried that costs anything.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _region = new("--region") { Description = "Where the resource is, if the service does not say so.", HelpName = "NAME" };

    private readonly Option<string[]> _files = new("--file")
    {
        Description = "A file that the app uploads, or its name; may be given several times. It is not sent.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _timeout = new("--timeout") { Description = "How many seconds an answer may take. Default: 20.", HelpName = "SECONDS" };

    private readonly Option<bool> _json = new("--json") { Description = "Report as JSON." };

    public DoctorCommand()
        : base("doctor", """
            Say what of a target will and will not work, and what to do about it. Whatever it makes it deletes.

            Exit code: 0 when all is fine, 1 when there are problems, 2 when it could not run.

            Examples:
              agents-migration doctor --target foundry --endpoint https://res.services.ai.azure.com/api/projects/shop --model gpt-4o
              agents-migration doctor --target azure-openai --endpoint https://res.openai.azure.com --region swedencentral
              agents-migration doctor --target openai --model gpt-4o --file data.csv --json
            """)
    {
        foreach (Option option in new Option[] { _target, _endpoint, _apiKey, _model, _region, _files, _timeout, _json })
            Options.Add(option);
        SetAction((parsed, cancellationToken) => RunAsync(parsed, cancellationToken));
    }

    public static string NameOf(DoctorTarget target) => Names.First(name => name.Value == target).Key;

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (Read(parsed) is not { } settings)
            return CouldNotRun;
        try
        {
            using SocketsHttpHandler handler = new() { AllowAutoRedirect = false };
            DoctorReport report = await Examination.RunAsync(settings, handler, cancellationToken);
            if (parsed.GetValue(_json))
            {
                using Stream output = Console.OpenStandardOutput();
                DoctorOutput.WriteJson(report, output);
            }
            else
            {
                DoctorOutput.WriteTable(report, Console.Out, isScreen: !Console.IsOutputRedirected);
            }
            return report.Problems == 0 ? Fine : Problems;
        }
        catch (OperationCanceledException)
        {
            return CouldNotRun;
        }
    }

    private DoctorSettings? Read(ParseResult parsed)
    {
        string? name = parsed.GetValue(_target);
        string? key = parsed.GetValue(_apiKey) ?? Environment.GetEnvironmentVariable("AGENTS_MIGRATION_API_KEY");
        if (name is null || !Names.TryGetValue(name, out DoctorTarget target))
            return Fail(name is null ? "--target is missing: foundry, openai, azure-openai or responses." : $"--target must be foundry, openai, azure-openai or responses, not '{name}'.");
        string? endpoint = parsed.GetValue(_endpoint) ?? (target == DoctorTarget.OpenAI ? "https://api.openai.com/v1" : null);
        if (endpoint is null)
            return Fail("--endpoint is missing.");
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            return Fail("--endpoint must be an absolute http(s) URL without a user name.");
        if (string.IsNullOrWhiteSpace(key) && target is DoctorTarget.OpenAI or DoctorTarget.Responses)
            return Fail($"--api-key is missing: {(target == DoctorTarget.OpenAI ? "OpenAI" : "such a server")} has no other sign-in.");
        double seconds = 20;
        if (parsed.GetValue(_timeout) is { } text
            && !(double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) && seconds is > 0 and <= 600))
        {
            return Fail($"--timeout must be a number of seconds up to 600, not '{text}'.");
        }
        return new DoctorSettings
        {
            Target = target,
            Endpoint = address,
            ApiKey = string.IsNullOrWhiteSpace(key) ? null : key,
            Credential = new DefaultAzureCredential(),
            Model = parsed.GetValue(_model),
            Region = parsed.GetValue(_region),
            Files = parsed.GetValue(_files) ?? [],
            Timeout = TimeSpan.FromSeconds(seconds),
        };
    }

    private static DoctorSettings? Fail(string problem)
    {
        Terminal.Fail(problem);
        return null;
    }
}
