using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentsMigration.Tool.Scan.Formats;

internal static class JsonFormat
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(ScanResult result) => JsonSerializer.Serialize(
        new
        {
            summary = new
            {
                projects = result.Projects.Count,
                sites = result.Sites.Count,
                automatic = result.Automatic,
                needsYou = result.NeedsYou,
                hoursByHand = Math.Round(result.Effort.ByHand, 1),
                hoursWithFixes = Math.Round(result.Effort.WithFixes, 1),
            },
            projects = result.Projects,
            sites = result.Sites,
        },
        Options);
}
