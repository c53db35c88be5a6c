using System.Xml;
using System.Xml.Linq;

namespace AgentsMigration.Tool.Fix;

/// <summary>Changes package lines of a project file and leaves every other character alone.</summary>
internal sealed class ProjectFileText
{
    private readonly string _newLine;
    private readonly List<string> _lines;

    public ProjectFileText(string text)
    {
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
    }

    public override string ToString() => string.Join(_newLine, _lines);

    /// <summary>Adds an item beside its like, outside of any condition.</summary>
    public void Add(string item, string id, string? version)
    {
        if (Find(item, id) is not null) return;

        string element = $"<{item} Include=\"{id}\"{(version is null ? "" : $" Version=\"{version}\"")} />";
        XElement? beside = Items(item).LastOrDefault(
            other => other.Attribute("Condition") is null && other.Parent!.Attribute("Condition") is null);
        if (beside is not null)
        {
            _lines.Insert(EndOf(beside), Indent(StartOf(beside)) + element);
            return;
        }

        int end = _lines.FindLastIndex(line => line.TrimStart().StartsWith("</Project>", StringComparison.Ordinal));
        if (end < 0) return;

        string indent = _lines.Select(line => line[..^line.TrimStart().Length]).FirstOrDefault(start => start.Length > 0) ?? "  ";
        string[] group = [$"{indent}<ItemGroup>", $"{indent}{indent}{element}", $"{indent}</ItemGroup>"];
        _lines.InsertRange(end, _lines[end - 1].Length == 0 ? [.. group, ""] : group);
    }

    /// <summary>Sets the version where the item has one.</summary>
    public void SetVersion(string item, string id, string version)
    {
        if (Find(item, id) is not { } element) return;
        string? old = element.Attribute("Version")?.Value ?? element.Element(element.Name.Namespace + "Version")?.Value;
        if (old is null) return;

        for (int line = StartOf(element); line < EndOf(element); line++)
            _lines[line] = _lines[line].Replace(old, version, StringComparison.Ordinal);
    }

    /// <summary>Takes an item out, when its lines hold nothing else.</summary>
    public void Remove(string item, string id)
    {
        if (Find(item, id) is not { } element) return;

        int start = StartOf(element);
        bool isAlone = _lines[start].TrimStart().StartsWith($"<{item}", StringComparison.Ordinal)
            && Items(item).Count(other => StartOf(other) == start) == 1;
        if (isAlone) _lines.RemoveRange(start, EndOf(element) - start);
    }

    public bool Has(string item, string id) => Find(item, id) is not null;

    public string? VersionOf(string item, string id) => Find(item, id)?.Attribute("Version")?.Value;

    private XElement? Find(string item, string id) => Items(item).FirstOrDefault(
        element => string.Equals((element.Attribute("Include") ?? element.Attribute("Update"))?.Value, id, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<XElement> Items(string item)
    {
        try
        {
            return XDocument.Parse(ToString(), LoadOptions.SetLineInfo).Descendants().Where(element => element.Name.LocalName == item);
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static int StartOf(XElement element) => ((IXmlLineInfo)element).LineNumber - 1;

    /// <summary>The line after the element's last.</summary>
    private int EndOf(XElement element)
    {
        int line = StartOf(element);
        string close = $"</{element.Name.LocalName}>";
        while (line < _lines.Count && !_lines[line].Contains("/>", StringComparison.Ordinal)
            && !_lines[line].Contains(close, StringComparison.Ordinal))
            line++;
        // A child element may close itself before the item does.
        if (element.HasElements)
        {
            while (line < _lines.Count && !_lines[line].Contains(close, StringComparison.Ordinal)) line++;
        }

        return line + 1;
    }

    private string Indent(int line) => _lines[line][..^_lines[line].TrimStart().Length];
}
