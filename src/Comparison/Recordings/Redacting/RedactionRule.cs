using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentsMigration.Comparison.Recordings.Redacting;

/// <summary>One kind of text that a recording does not keep.</summary>
public sealed partial class RedactionRule
{
    private const string Hidden = "(redacted)";
    private const string StandInMark = "anon";

    // Of a pattern that somebody wrote; an app that is recorded should rather fail than stand still.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(10);

    private readonly Func<string?, string, string> _replace;

    private RedactionRule(Func<string?, string, string> replace) => _replace = replace;

    /// <summary>API keys, bearer and signed tokens, passwords, connection strings, signatures of shared links.</summary>
    public static RedactionRule Secrets { get; } = new((property, text) => SecretPatterns.Hide(property, text, Hidden));

    /// <summary>Ids of organizations, projects and users; subscriptions and resource groups of Azure.</summary>
    public static RedactionRule AccountIds { get; } = new((_, text) => AccountId().Replace(text, found => found.Groups[1].Value + found.Groups[2].Value + Hidden));

    /// <summary>
    /// Ids of assistants, threads, runs, files and so on. Each becomes another of its kind, the same one everywhere, so that
    /// the recording still holds together.
    /// </summary>
    public static RedactionRule ObjectIds { get; } = new((_, text) => ObjectId().Replace(text, StandIn));

    /// <summary>Mail addresses.</summary>
    public static RedactionRule MailAddresses { get; } = new((_, text) => MailAddress().Replace(text, "someone@example.com"));

    /// <summary>Telephone numbers: with a country code, with an area code that begins with 0, or as in North America.</summary>
    public static RedactionRule PhoneNumbers { get; } = new((_, text) => PhoneNumber().Replace(text, "+00 000 0000"));

    /// <summary>Names of users in the paths of their folders.</summary>
    public static RedactionRule UserFolders { get; } = new((_, text) => UserFolder().Replace(text, "$1someone"));

    /// <summary>What people and models say: each text keeps its length only. Code and tool arguments are texts too.</summary>
    public static RedactionRule ConversationText { get; } = new((property, text) =>
        property is "value" or "text" or "content" or "instructions" or "arguments" or "output" or "logs" or "input" or "delta" or "code"
            ? $"(text of {text.Length} characters)"
            : text);

    /// <summary>Every match of a pattern.</summary>
    public static RedactionRule Pattern(string pattern, string replacement)
    {
        Regex regex = new(pattern, RegexOptions.CultureInvariant, PatternTimeout);
        return new RedactionRule((_, text) => regex.Replace(text, replacement));
    }

    /// <summary>Every text of a JSON property or query parameter of this name.</summary>
    public static RedactionRule Property(string name, string replacement) =>
        new((property, text) => property == name ? replacement : text);

    internal string Replace(string? property, string text) => _replace(property, text);

    /// <summary>A stand-in stays what it is, so that a played-back id that comes in again is still known.</summary>
    private static string StandIn(Match id)
    {
        string body = id.Groups[2].Value;
        if (body.StartsWith(StandInMark, StringComparison.Ordinal))
            return id.Value;
        string digits = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        string longEnough = string.Concat(Enumerable.Repeat(digits, (body.Length / digits.Length) + 1));
#pragma warning disable CA1308 // Ids of the services have no upper-case hexadecimal digits.
        return id.Groups[1].Value + StandInMark + longEnough[..(body.Length - StandInMark.Length)].ToLowerInvariant();
#pragma warning restore CA1308
    }

    [GeneratedRegex(@"\b(org-|proj_|user-)(?=[A-Za-z0-9]*[0-9A-Z])[A-Za-z0-9]{8,}|(?<=/)((?i:subscriptions/|resourceGroups/))[\w.()-]+")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"\b((?:asst|thread|msg|run|step|call|vs|vsfb|conv|resp|fc|fco|ci|fs|rs|cntr|cfile|ws|mcp)_|(?:file|assistant)-)((?=[A-Za-z0-9_]*[0-9A-Z])[A-Za-z0-9_]{16,})(?![A-Za-z0-9_])")]
    private static partial Regex ObjectId();

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")]
    private static partial Regex MailAddress();

    [GeneratedRegex(
        @"(?<![\w.])\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?!\w)"
        + @"|(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}(?![\w-])"
        + @"|(?<![\w.:-])0\d{1,4}[ /]\d{3,4}[ -]?\d{3,5}(?!\w)")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"([\\/](?:Users|home)[\\/]{1,2})[^\\/\s""'<>|:*?]+")]
    private static partial Regex UserFolder();
}
