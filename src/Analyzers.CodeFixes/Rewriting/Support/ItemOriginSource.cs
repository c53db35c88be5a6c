namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

/// <summary>What a project says of items and updates beside what the types of the package OpenAI have.</summary>
internal static class ItemOriginSource
{
    public const string Text = """
        using System;
        using System.ClientModel.Primitives;
        using System.Text.Json;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>
            /// Asked of the wire's form: what has a name for it in Azure.AI.Extensions.OpenAI has another from version to version.
            /// </summary>
            public static class ItemOrigins
            {
                /// <summary>The response that made an item; null for what users wrote.</summary>
                public static string GetResponseId(this ResponseItem item)
                {
                    using JsonDocument json = JsonDocument.Parse(ModelReaderWriter.Write(item));
                    return Text(json.RootElement, "response_id");
                }

                /// <summary>The agent version that made an item, as its name and version; null for what users wrote.</summary>
                public static string GetAgentId(this ResponseItem item)
                {
                    using JsonDocument json = JsonDocument.Parse(ModelReaderWriter.Write(item));
                    if (!json.RootElement.TryGetProperty("agent_reference", out JsonElement agent) || agent.ValueKind != JsonValueKind.Object)
                        return null;

                    string version = Text(agent, "version");
                    return version == null ? Text(agent, "name") : Text(agent, "name") + ":" + version;
                }

                /// <summary>The id of an image that code made, once the text shows it; null for all other updates.</summary>
                public static string GetImageFileId(this StreamingResponseUpdate update)
                {
                    using JsonDocument json = JsonDocument.Parse(ModelReaderWriter.Write(update));
                    if (Text(json.RootElement, "type") != "response.output_text.annotation.added"
                        || !json.RootElement.TryGetProperty("annotation", out JsonElement annotation))
                        return null;

                    return ModelReaderWriter.Read<ResponseMessageAnnotation>(BinaryData.FromString(annotation.GetRawText()))
                        is ContainerFileCitationMessageAnnotation { } image && image.EndIndex <= image.StartIndex
                        ? GeneratedFile.Id(image)
                        : null;
                }

                private static string Text(JsonElement json, string name) =>
                    json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            }
        }

        """;
}
