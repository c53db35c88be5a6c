using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

internal static class FileMapping
{
    /// <summary>
    /// The target's file with a <c>status</c> that every client takes: .NET knows three values, some JavaScript clients
    /// fail without one (docs/wire.md, Files).
    /// </summary>
    public static void Write(Utf8JsonWriter writer, JsonElement file) => Write(writer, file, null);

    /// <param name="writer">Where to.</param>
    /// <param name="file">The target's file.</param>
    /// <param name="purpose">What the app has called its purpose, where the target calls it otherwise.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement file, string? purpose)
    {
        string status = file.GetText("status") is "uploaded" or "error" ? file.GetText("status")! : "processed";
        writer.WriteStartObject();
        foreach (JsonProperty property in file.EnumerateObject())
        {
            if (property.Name == "purpose" && purpose is not null)
                writer.WriteString("purpose", purpose);
            else if (property.Name != "status" && !(property.Name is "expires_at" or "status_details" && IsNull(property)))
                property.WriteTo(writer);
        }
        writer.WriteString("status", status);
        writer.WriteEndObject();
    }

    public static void WriteGenerated(Utf8JsonWriter writer, GeneratedFileRecord file)
    {
        writer.WriteStartObject();
        writer.WriteString("object", "file");
        writer.WriteString("id", file.Id);
        writer.WriteString("purpose", "assistants_output");
        writer.WriteString("filename", file.Filename);
        writer.WriteNumber("bytes", file.Bytes);
        writer.WriteNumber("created_at", file.CreatedAt);
        writer.WriteString("status", "processed");
        writer.WriteEndObject();
    }

    private static bool IsNull(JsonProperty property) => property.Value.ValueKind == JsonValueKind.Null;
}
