using System.Text;

namespace AgentsMigration.Emulator.Model;

internal static class PythonLiteral
{
    /// <summary>Writes text as a Python string literal on one line.</summary>
    public static string Of(string text)
    {
        StringBuilder literal = new("'");
        foreach (char c in text)
        {
            switch (c)
            {
                case '\\' or '\'':
                    literal.Append('\\').Append(c);
                    break;
                case '\n':
                    literal.Append("\\n");
                    break;
                case < ' ' or '\x7f' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff'):
                    literal.Append(char.IsSurrogate(c) ? c.ToString() : $"\\u{(int)c:x4}");
                    break;
                default:
                    literal.Append(c);
                    break;
            }
        }

        return literal.Append('\'').ToString();
    }
}
