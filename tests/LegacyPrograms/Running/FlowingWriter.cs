using System.Text;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>The console of the process, but for whoever runs a program: that one's output is collected.</summary>
internal sealed class FlowingWriter(TextWriter console) : TextWriter
{
    private static readonly AsyncLocal<StringWriter?> Current = new();

    public override Encoding Encoding => console.Encoding;

    public static void Collect(StringWriter output) => Current.Value = output;

    public override void Write(char value)
    {
        TextWriter target = Current.Value ?? console;
        lock (target) target.Write(value);
    }

    public override void Write(string? value)
    {
        TextWriter target = Current.Value ?? console;
        lock (target) target.Write(value);
    }

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);
}
