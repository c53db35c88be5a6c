using System.Text.RegularExpressions;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Rest;
using Microsoft.CodeAnalysis.Text;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Packages;

/// <summary>References to packages that have no use but the retired services.</summary>
internal static class PackageReferences
{
    private static readonly Equivalent Projects = Becomes(LegacyRule.PackageReference, "'Azure.AI.Projects' 2.x");

    // The package OpenAI has the v2 clients too and stays; Azure.AI.Projects does from 1.0.0 on.
    private static readonly Regex Reference = new(
        """
        <(?:PackageReference|PackageVersion|GlobalPackageReference|package)\s[^>]*?(?:Include|Update|id)\s*=\s*"(?<id>Azure\.AI\.OpenAI\.Assistants|Azure\.AI\.Agents\.Persistent|Azure\.AI\.Projects)"[^>]*>(?:\s*<Version>[^<]*</Version>\s*</PackageReference>)?
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex Preview = new(@"1\.0\.0-beta", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static IEnumerable<TextSite> Find(string text)
    {
        foreach (Match match in Reference.Matches(text))
        {
            string id = match.Groups["id"].Value;
            if (id.Equals("Azure.AI.Projects", StringComparison.OrdinalIgnoreCase) && !Preview.IsMatch(match.Value)) continue;

            yield return new TextSite(id, Projects, new TextSpan(match.Index, match.Length));
        }
    }
}
