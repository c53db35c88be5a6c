using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentsMigration.Comparison.Recordings.Redacting;

/// <summary>One kind of text that a recording does not keep.</summary>
public sealed partial class RedactionRule
{
    private const string Hidden = "(redacted)";
    private const string StandInMark = "anon";

    private readonly Func<string?, string, string> _replace;

    private RedactionRule(Func<string?, string, string> replace) => _replace = replace;

    /// <summary>API keys, bearer and signed tokens, passwords, signatures of shared links.</summary>
    public static RedactionRule Secrets { get; } = new((property, text) =>
        property is not null && SecretName().IsMatch(property) ? Hidden : SecretText().Replace(text, Hidden));

    /// <summary>Ids of organizations, projects and users; subscriptions of Azure.</summary>
    public static RedactionRule AccountIds { get; } = new((_, text) => AccountId().Replace(text, found => found.Groups[1].Value + Hidden));

    /// <summary>
    /// Ids of assistants, threads, runs, files and so on. Each becomes another of its kind, the same one everywhere, so that
    /// the recording still holds together.
    /// </summary>
    public static RedactionRule ObjectIds { get; } = new((_, text) => ObjectId().Replace(text, StandIn));

    /// <summary>Mail addresses.</summary>
    public static RedactionRule MailAddresses { get; } = Pattern(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "someone@example.com");

    /// <summary>Telephone numbers with a country code.</summary>
    public static RedactionRule PhoneNumbers { get; } = Pattern(@"(?<![\w.])\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,4}){2,4}(?!\w)", "+00 000 0000");

    /// <summary>What people and models say: each text keeps its length only. Code and tool arguments are texts too.</summary>
    public static RedactionRule ConversationText { get; } = new((property, text) =>
        property is "value" or "text" or "content" or "instructions" or "arguments" or "output" or "logs" or "input" or "delta" or "code"
            ? $"(text of {text.Length} characters)"
            : text);

    /// <summary>Every match of a pattern.</summary>
    public static RedactionRule Pattern(string pattern, string replacement)
    {
        Regex regex = new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
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

    [GeneratedRegex("^(?:api[-_]?key|.*token|password|secret|client_secret|authorization|sig|code|connection_string)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"sk-[A-Za-z0-9_-]{16,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*|(?i:bearer )[\w.~+/-]{16,}=*|(?<=[?&]sig=)[^&\s""']+|AccountKey=[A-Za-z0-9+/=]{20,}")]
    private static partial Regex SecretText();

    [GeneratedRegex(@"\b(org-|proj_|user-)[A-Za-z0-9]{8,}|(?<=/)(subscriptions/)[0-9a-f-]{36}")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"\b((?:asst|thread|msg|run|step|call|vs|vsfb|conv|resp|fc|fco|ci|fs|rs|cntr|cfile|ws|mcp)_|(?:file|assistant)-)((?=[A-Za-z0-9_]*[0-9A-Z])[A-Za-z0-9_]{16,})(?![A-Za-z0-9_])")]
    private static partial Regex ObjectId();
}
