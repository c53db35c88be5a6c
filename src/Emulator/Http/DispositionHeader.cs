using System.Text;

namespace AgentsMigration.Emulator.Http;

/// <summary>
/// A <c>Content-Disposition</c> line, read tolerantly: quoted or not, with <c>filename*</c> or without.
/// </summary>
internal sealed record DispositionHeader(string? Name, string? FileName)
{
    public static DispositionHeader Parse(string? line)
    {
        Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in Split(line ?? ""))
        {
            int equals = part.IndexOf('=');
            if (equals > 0) parameters[part[..equals].Trim()] = Unquote(part[(equals + 1)..].Trim());
        }

        return new DispositionHeader(parameters.GetValueOrDefault("name"), FileNameOf(parameters));
    }

    private static string? FileNameOf(Dictionary<string, string> parameters)
    {
        string? name = parameters.GetValueOrDefault("filename");
        if (parameters.GetValueOrDefault("filename*") is { } extended && extended.Split('\'', 3) is [_, _, var encoded])
            name = Uri.UnescapeDataString(encoded);

        // A path from the client must never become a path on this machine.
        string? last = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return last is null ? null : string.Concat(last.Where(c => !char.IsControl(c)));
    }

    private static IEnumerable<string> Split(string line)
    {
        StringBuilder current = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && quoted && i + 1 < line.Length) current.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;

            if (line[i] == ';' && !quoted)
            {
                yield return current.ToString();
                current.Clear();
            }
            else
            {
                current.Append(line[i]);
            }
        }

        yield return current.ToString();
    }

    private static string Unquote(string text) => text is ['"', .. var inner, '"']
        ? inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : text;
}
