namespace AgentsMigration.Tool.Scan.Formats;

internal static class ReportFormats
{
    public static readonly string[] Names = ["table", "json", "sarif", "html"];

    public static void Write(string format, ScanResult result, TextWriter writer, bool isScreen)
    {
        switch (format)
        {
            case "json":
                writer.WriteLine(JsonFormat.Render(result));
                break;
            case "sarif":
                writer.WriteLine(SarifFormat.Render(result));
                break;
            case "html":
                writer.WriteLine(HtmlFormat.Render(result, TimeProvider.System.GetUtcNow()));
                break;
            default:
                TableFormat.Write(result, writer, isScreen);
                break;
        }
    }
}
