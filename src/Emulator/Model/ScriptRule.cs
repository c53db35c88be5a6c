using System.Text.RegularExpressions;

namespace AgentsMigration.Emulator.Model;

/// <summary>When the conditions hold, the steps are what the model produces.</summary>
/// <param name="Name">For error messages.</param>
/// <param name="Messages">All must match the last user message; their named groups become values.</param>
/// <param name="Tools">Tool types that must be on offer.</param>
/// <param name="Function">Must match the name of a function on offer.</param>
/// <param name="Steps">In order.</param>
internal sealed record ScriptRule(
    string Name, IReadOnlyList<Regex> Messages, IReadOnlyList<string> Tools, Regex? Function,
    IReadOnlyList<ScriptStep> Steps)
{
    /// <summary>Says whether the rule applies, and to which values.</summary>
    public bool Matches(ModelInput input, Dictionary<string, string> values)
    {
        if (!Tools.All(input.Offers)) return false;
        if (Function is not null)
        {
            string? function = input.Functions.FirstOrDefault(name => Function.IsMatch(name));
            if (function is null) return false;
            values["function"] = function;
        }

        foreach (Regex pattern in Messages)
        {
            Match match = pattern.Match(input.Message);
            if (!match.Success) return false;
            foreach (Group group in match.Groups.Cast<Group>().Where(group =>
                group.Success && !char.IsDigit(group.Name[0])))
                values[group.Name] = group.Value.Trim();
        }

        return true;
    }
}
