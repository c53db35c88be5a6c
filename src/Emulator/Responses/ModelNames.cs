using System.Text.RegularExpressions;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Model names: which are served, which snapshot an alias is echoed as, which refuse what.</summary>
internal static partial class ModelNames
{
    private static readonly Dictionary<string, string> Snapshots = new()
    {
        ["gpt-4o"] = "gpt-4o-2024-08-06",
        ["gpt-4o-mini"] = "gpt-4o-mini-2024-07-18",
        ["gpt-4.1"] = "gpt-4.1-2025-04-14",
        ["gpt-4.1-mini"] = "gpt-4.1-mini-2025-04-14",
        ["gpt-5"] = "gpt-5-2025-08-07",
        ["gpt-5-mini"] = "gpt-5-mini-2025-08-07",
        ["gpt-5-nano"] = "gpt-5-nano-2025-08-07",
    };

    /// <summary>The names that have a snapshot behind them.</summary>
    public static IReadOnlyCollection<string> Known => Snapshots.Keys;

    public static string Read(Workspace workspace, Fields body, IReadOnlyCollection<string>? served)
    {
        string model = body.RequiredString("model");
        if (model.Length > 0 && served?.Contains(model) != false) return model;
        throw workspace.IsAzure
            ? Refusal.NoDeployment()
            : Refusal.Bad($"The requested model '{model}' does not exist.", "model", "model_not_found");
    }

    /// <summary>The answer names the snapshot behind an alias; a deployment keeps its name.</summary>
    public static string Echoed(string model, bool azure) =>
        azure ? model : Snapshots.GetValueOrDefault(model, model);

    public static bool Reasons(string model) => Reasoning().IsMatch(model);

    [GeneratedRegex(@"^(o\d|gpt-5)")]
    private static partial Regex Reasoning();
}
