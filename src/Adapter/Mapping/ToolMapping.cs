using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.HostedTools;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Legacy tool definitions with their resources → v2 tools (docs/wire.md, Tools).</summary>
internal static class ToolMapping
{
    public static void WriteTools(
        Utf8JsonWriter writer, IReadOnlyList<JsonElement> tools, RunPlan plan)
    {
        writer.WriteStartArray("tools");
        foreach (JsonElement tool in tools.Where(tool => IsOffered(tool, plan)))
        {
            switch (tool.GetText("type"))
            {
                case "code_interpreter":
                    WriteCodeInterpreter(writer, plan);
                    break;
                case "file_search":
                    WriteFileSearch(writer, tool.Get("file_search") ?? default, plan.VectorStores);
                    break;
                case { } type when HostedTool.Find(type) is { } hosted:
                    HostedToolMapping.Write(writer, tool, hosted, plan);
                    break;
                case "function":
                    WriteFunction(writer, tool.Get("function") ?? default);
                    break;
            }
        }
        writer.WriteEndArray();
    }

    /// <summary>v2 demands a store where legacy tolerated none: without one a search finds nothing either way.</summary>
    public static bool IsOffered(JsonElement tool, RunPlan plan) => tool.GetText("type") != "file_search" || plan.VectorStores.Count > 0;

    private static void WriteCodeInterpreter(Utf8JsonWriter writer, RunPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "code_interpreter");
        if (plan.ContainerId is not null)
        {
            writer.WriteString("container", plan.ContainerId);
            writer.WriteEndObject();
            return;
        }
        writer.WriteStartObject("container");
        writer.WriteString("type", "auto");
        if (plan.CodeInterpreterFiles.Count > 0)
            writer.WriteTexts("file_ids", plan.CodeInterpreterFiles);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFileSearch(Utf8JsonWriter writer, JsonElement options, IReadOnlyList<string> stores)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "file_search");
        writer.WriteTexts("vector_store_ids", stores);
        if (options.GetInt32("max_num_results") is { } max)
            writer.WriteNumber("max_num_results", max);
        writer.WriteStartObject("ranking_options");
        writer.WriteString("ranker", "auto");
        if (options.Get("ranking_options")?.Get("score_threshold") is { ValueKind: JsonValueKind.Number } threshold)
            writer.WriteNumber("score_threshold", threshold.GetDouble());
        if (options.Get("ranking_options")?.Get("hybrid_search") is { } hybrid)
        {
            writer.WritePropertyName("hybrid_search");
            hybrid.WriteTo(writer);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFunction(Utf8JsonWriter writer, JsonElement function)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "function");
        writer.WriteString("name", function.GetText("name"));
        if (function.GetText("description") is { } description)
            writer.WriteString("description", description);
        writer.WritePropertyName("parameters");
        (function.Get("parameters") ?? default).WriteTo(writer);
        // Absent would mean true in v2 and refuse schemas that legacy took.
        writer.WriteBoolean("strict", function.Get("strict") is { ValueKind: JsonValueKind.True });
        writer.WriteEndObject();
    }
}
