using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>Creates assistants, threads, vector stores and files like those that a recording shows.</summary>
internal sealed class ObjectMaker(ReplaySession session, RecordedObjects recorded, IdMap ids)
{
    private static readonly string[] OfAssistant =
        ["model", "name", "description", "instructions", "tools", "tool_resources", "file_ids", "metadata", "temperature", "top_p", "response_format"];

    /// <summary>What a run has of its own.</summary>
    private static readonly HashSet<string> NotOfAssistants = ["tool_resources", "metadata", "response_format"];
    private static readonly HashSet<string> NotOfV1Assistants = [.. NotOfAssistants, "temperature", "top_p"];

    /// <param name="kind">The prefix of its id.</param>
    /// <param name="id">Its recorded id, which gets bound; null for one that no answer shows.</param>
    /// <param name="except">Fields that get another value than the recorded one.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task MakeAsync(string kind, string? id, IReadOnlySet<string> except, CancellationToken cancellationToken)
    {
        JsonElement? like = id is null ? null : recorded.Find(id);
        string made = kind switch
        {
            "asst_" => await PostAsync("/v1/assistants", Assistant(like, except), cancellationToken).ConfigureAwait(false),
            "thread_" => await PostAsync("/v1/threads", Copy(like, except, "metadata"), cancellationToken).ConfigureAwait(false),
            "vs_" => await PostAsync("/v1/vector_stores", await VectorStoreAsync(like, except, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
            _ => (await session.UploadAsync(
                like is { } file ? StandInFile.Of(file, recorded) : StandInFile.Default, cancellationToken).ConfigureAwait(false)).MadeId(),
        };
        if (id is not null)
            ids.Bind(id, made);
    }

    /// <summary>The assistant of a run that a recording shows without it.</summary>
    public async Task<string> MakeForRunAsync(string? id, JsonElement? run, CancellationToken cancellationToken)
    {
        JsonObject request = Assistant(run, session.SpeaksV1 ? NotOfV1Assistants : NotOfAssistants);
        if (run is null)
            request["tools"] = new JsonArray(new JsonObject { ["type"] = "code_interpreter" });
        string made = await PostAsync("/v1/assistants", request, cancellationToken).ConfigureAwait(false);
        if (id is not null)
            ids.Bind(id, made);
        return made;
    }

    /// <summary>With as many files as the recorded one had.</summary>
    private async Task<JsonObject> VectorStoreAsync(
        JsonElement? like, IReadOnlySet<string> except, CancellationToken cancellationToken)
    {
        JsonObject request = Copy(like, except, "name", "metadata", "expires_after");
        JsonArray files = [];
        for (int count = like?.GetProperty("file_counts").GetProperty("completed").GetInt32() ?? 0; count > 0; count--)
            files.Add((await session.UploadAsync(StandInFile.Default, cancellationToken).ConfigureAwait(false)).MadeId());
        request["file_ids"] = files;
        return request;
    }

    private static JsonObject Assistant(JsonElement? like, IReadOnlySet<string> except)
    {
        JsonObject request = Copy(like, except, OfAssistant);
        request.TryAdd("model", "gpt-4o");
        return request;
    }

    private static JsonObject Copy(JsonElement? like, IReadOnlySet<string> except, params string[] names)
    {
        JsonObject copy = [];
        foreach (string name in names.Where(name => !except.Contains(name)))
        {
            if (like is { } source && source.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
                copy[name] = JsonNode.Parse(value.GetRawText());
        }
        return copy;
    }

    private async Task<string> PostAsync(string path, JsonObject request, CancellationToken cancellationToken) =>
        (await session.SendAsync("POST", path, ids.Rewrite(request.ToJsonString()), cancellationToken).ConfigureAwait(false)).MadeId();
}
