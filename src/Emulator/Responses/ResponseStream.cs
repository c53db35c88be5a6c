using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Server-sent events of a response.</summary>
internal static class ResponseStream
{
    public static async Task WriteAsync(Call call, ResponseRecord record, int startingAfter)
    {
        HttpResponse response = call.Http.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        await using CancellationTokenRegistration gone = record.Request.Background
            ? default
            : call.Aborted.Register(record.Stop.Cancel);
        await foreach (JsonObject entry in record.Events.ReadAsync(startingAfter, call.Aborted))
        {
            string type = entry["type"]!.GetValue<string>();
            await response.WriteAsync($"event: {type}\ndata: {Call.Serialize(entry)}\n\n", call.Aborted);
            await response.Body.FlushAsync(call.Aborted);
        }
    }

    /// <summary>Goes on with the stream of a background response.</summary>
    public static Task ResumeAsync(Call call, ResponseRecord record)
    {
        if (!record.Request.Background || !record.Request.Stream)
            throw Refusal.Bad("Streaming is only supported for responses that were created in background mode with "
                + "stream=true.", "stream");
        string? text = call.Http.Request.Query["starting_after"];
        if (string.IsNullOrEmpty(text)) return WriteAsync(call, record, startingAfter: -1);
        if (!int.TryParse(text, out int after))
            throw Refusal.WrongType("starting_after", "an integer", JsonValue.Create(text));
        return WriteAsync(call, record, after);
    }
}
