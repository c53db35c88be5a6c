using System.Text.RegularExpressions;

namespace AgentsMigration.Comparison.Recordings.Redacting;

/// <summary>
/// What keys, tokens and passwords look like, and what the fields are called that hold them. No pattern begins with a look
/// back, and none runs on without an end: each goes through a file of megabytes in one pass.
/// </summary>
internal static partial class SecretPatterns
{
    /// <summary>Stands for a field that holds a secret under a name that does not tell.</summary>
    public const string AnyName = "secret";

    /// <summary>Takes out the whole text of a secret's field, and secrets within any other text.</summary>
    public static string Hide(string? property, string text, string hidden)
    {
        if (property is not null && Name().IsMatch(property))
            return hidden;
        string shapes = KeyBlock().Replace(Shape().Replace(text, hidden), hidden);
        return Labelled().Replace(shapes, found => found.Groups["label"].Value + hidden + found.Groups["end"].Value);
    }

    // A query's 'code' and 'key' are keys of Azure Functions and Google; in JSON the same names are everyday words.
    public static bool IsSecretParameter(string name) => name is "code" or "key" || Name().IsMatch(name);

    [GeneratedRegex(
        "^(?:.*(?:api|access|account|subscription|private|secret|shared|function|host|master|signing|encryption)[-_]?key|.*token|.*password|passwd|pwd|.*secret"
        + "|(?:proxy-)?authorization|(?:set-)?cookie|sig|signature|.*connection[-_]?string|credentials?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\bsk-[A-Za-z0-9_-]{16,}|\bgh[oprsu]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}|\bxox[abeoprs]-[\w-]{10,}|\bAKIA[A-Z0-9]{16}\b|\bAIza[\w-]{30,}"
        + @"|\b[A-Za-z0-9]{40,60}(?:JQQJ99|ACDbM|APIM|AzCa|AzFu)[A-Za-z0-9]{6,}={0,2}"
        + @"|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*|\b[Bb]earer [\w.~+/-]{16,}=*|\b[Bb]asic (?=\S*[0-9=])[A-Za-z0-9+/]{12,}={0,2}")]
    private static partial Regex Shape();

    /// <summary>
    /// What comes after the name of a secret, as in connection strings, settings and command lines; signatures of shared
    /// links; who signs in by an address.
    /// </summary>
    [GeneratedRegex(
        @"(?<label>\b(?:password|passwd|pwd|account[-_ ]?key|shared[-_ ]?access[-_ ]?(?:key|signature)|api[-_ ]?key|subscription[-_ ]?key|access[-_ ]?key|client[-_ ]?secret|secret[-_ ]?key|access[-_ ]?token)"
        + @"\b[""']?\s{0,2}[=:]\s{0,2}[""']?)(?!\(redacted\))[^\s""',;<>]{4,}"
        + @"|(?<label>[?&;]sig=)[^&\s""'<>]+"
        + @"|(?<label>://)[^/\s:@""']{1,100}:[^/\s@""']{1,200}(?<end>@)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", RegexOptions.Singleline)]
    private static partial Regex KeyBlock();
}
