using System.Text;
using System.Text.Json;

namespace AgentsMigration.Comparison.Recordings.Redacting;

/// <summary>
/// What a recording does not keep. Headers are never kept, so that no credential gets in by them; the rules are for what
/// stands in addresses and bodies. Rules are tried in their order on every text; a new set is made with each addition.
/// </summary>
public sealed class Redaction
{
    private readonly IReadOnlyList<RedactionRule> _rules;

    private Redaction(IReadOnlyList<RedactionRule> rules) => _rules = rules;

    /// <summary>Nothing is taken out.</summary>
    public static Redaction None { get; } = new([]);

    /// <summary>
    /// Keys, tokens and signatures; ids of accounts; ids of objects, which get stand-ins; mail addresses, telephone numbers and
    /// user names of people.
    /// </summary>
    public static Redaction Default { get; } = new(
    [
        RedactionRule.Secrets, RedactionRule.AccountIds, RedactionRule.ObjectIds,
        RedactionRule.MailAddresses, RedactionRule.PhoneNumbers, RedactionRule.UserFolders,
    ]);

    /// <summary>Adds a rule.</summary>
    public Redaction With(RedactionRule rule) => new([.. _rules, rule]);

    /// <summary>Adds a rule for every match of a pattern.</summary>
    public Redaction With(string pattern, string replacement) => With(RedactionRule.Pattern(pattern, replacement));

    /// <summary>Takes a rule out.</summary>
    public Redaction Without(RedactionRule rule) => new([.. _rules.Where(one => one != rule)]);

    internal RecordedExchange Apply(RecordedExchange exchange) => _rules.Count == 0 ? exchange : exchange with
    {
        Path = string.Join('/', exchange.Path.Split('/').Select(segment => ApplyToEscaped(null, segment))),
        Query = string.Join('&', exchange.Query.Split('&').Select(ApplyToParameter)),
        Request = Apply(exchange.Request),
        Response = Apply(exchange.Response),
        ResponseText = exchange.ResponseText is { } text ? Apply(null, text) : null,
        Events = [.. exchange.Events.Select(one => one with { Data = Apply(one.Data)!.Value })],
        Form = [.. exchange.Form.Select(Apply)],
    };

    private string Apply(string? property, string text)
    {
        if (_rules.Count == 0)
            return text;
        // Arguments of functions, and much that tools answer, is JSON in a text.
        if (text.Length > 1 && text[0] is '{' or '[' && Json.TryParse(text) is { } inner)
        {
            string kept = Rewrite(this, inner).GetRawText();
            if (kept != Rewrite(None, inner).GetRawText())
                text = kept;
        }
        foreach (RedactionRule rule in _rules)
            text = rule.Replace(property, text);
        return text;
    }

    private string ApplyToParameter(string parameter)
    {
        string[] pair = parameter.Split('=', 2);
        if (pair.Length < 2)
            return ApplyToEscaped(null, parameter);
        return $"{pair[0]}={ApplyToEscaped(SecretPatterns.IsSecretParameter(pair[0]) ? SecretPatterns.AnyName : pair[0], pair[1])}";
    }

    /// <summary>In an address much is written in another way: %40 for the sign of a mail address.</summary>
    private string ApplyToEscaped(string? property, string escaped)
    {
        string plain = Uri.UnescapeDataString(escaped), kept = Apply(property, plain);
        return kept == plain ? escaped : Uri.EscapeDataString(kept);
    }

    private RecordedFormPart Apply(RecordedFormPart part) => ReadableText.TryRead(part.Content.Span) is { } text
        ? part with
        {
            FileName = part.FileName is { } name ? Apply(null, name) : null,
            Content = Encoding.UTF8.GetBytes(Apply(part.FileName is null ? part.Name : null, text)),
        }
        : part;

    private JsonElement? Apply(JsonElement? body) => body is { } json ? Rewrite(this, json) : null;

    private static JsonElement Rewrite(Redaction redaction, JsonElement json)
    {
        using MemoryStream copy = new();
        using (Utf8JsonWriter writer = new(copy, Json.Compact))
            redaction.Write(writer, json, null);
        return Json.Parse(copy.ToArray());
    }

    private void Write(Utf8JsonWriter writer, JsonElement element, string? property)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    writer.WritePropertyName(Apply(null, member.Name));
                    // Headers that a tool is called with are there for its keys, whatever their names.
                    Write(writer, member.Value, property == "headers" ? SecretPatterns.AnyName : member.Name);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                    Write(writer, item, property);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Apply(property, element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
