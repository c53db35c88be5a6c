using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>
/// HTML under way. Whatever is put into a hole of an interpolated string is encoded, so that no text of a model or an app
/// can become markup: a model's words are hostile.
/// </summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    public Markup Add([InterpolatedStringHandlerArgument("")] ref Handler html)
    {
        Debug.Assert(html.Owner == this, "The compiler passes it on.");
        return this;
    }

    /// <summary>Only for what is part of this library.</summary>
    public Markup AddOwn(string html)
    {
        _text.Append(html);
        return this;
    }

    public override string ToString() => _text.ToString();

    [InterpolatedStringHandler]
    internal ref struct Handler
    {
        public Handler(int literalLength, int formattedCount, Markup target)
        {
            _ = literalLength + formattedCount;
            Owner = target;
        }

        public Markup Owner { get; }

        public readonly void AppendLiteral(string html) => Owner._text.Append(html);

        public readonly void AppendFormatted(string? text) => Owner._text.Append(WebUtility.HtmlEncode(text));

        public readonly void AppendFormatted<TValue>(TValue value, string? format = null)
            where TValue : IFormattable =>
            Owner._text.Append(WebUtility.HtmlEncode(value.ToString(format, CultureInfo.InvariantCulture)));
    }
}
