using System.Xml;
using AgentsMigration.Comparison.Comparing;

namespace AgentsMigration.Comparison.Reporting;

/// <summary>One test case for each session, as build servers read it.</summary>
public static class JUnitReport
{
    /// <summary>Writes it.</summary>
    public static void Write(ComparisonReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using XmlWriter writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CheckCharacters = false });
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", Printable($"{report.Left} beside {report.Right}"));
        writer.WriteAttributeString("tests", Count(report, _ => true));
        writer.WriteAttributeString("failures", Count(report, session => session.Verdict == Verdict.Different));
        writer.WriteAttributeString("errors", Count(report, session => session.Verdict == Verdict.NotRun));
        foreach (SessionResult session in report.Sessions)
            Write(writer, session);
        writer.WriteEndElement();
    }

    private static void Write(XmlWriter writer, SessionResult session)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", "compare");
        writer.WriteAttributeString("name", Printable(session.Name));
        if (session.Comparison is null)
        {
            writer.WriteStartElement("error");
            writer.WriteAttributeString("message", Printable(session.Problem ?? ""));
            writer.WriteEndElement();
        }
        else if (session.Comparison.Differences is [var first, ..] differences)
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("message", Printable($"{first.Where}: {DifferenceNames.Of(first.Kind)}"));
            writer.WriteString(Printable(string.Join("\n\n", differences)));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static string Count(ComparisonReport report, Func<SessionResult, bool> what) =>
        report.Sessions.Count(what).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A model may write characters that XML has no way to say.</summary>
    private static string Printable(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '�'));
}
