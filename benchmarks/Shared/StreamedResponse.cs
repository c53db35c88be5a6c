namespace AgentsMigration.Benchmarks;

/// <summary>The events of a v2 response with one message, in its text form.</summary>
internal static class StreamedResponse
{
    /// <summary>How many come before the first delta.</summary>
    public const int Head = 4;

    /// <param name="deltas">How many pieces the message has.</param>
    /// <param name="number">Tells responses apart whose ids must be different.</param>
    public static IEnumerable<string> EventsOf(int deltas, int number = 0)
    {
        string message = $"msg_68d5f327b91c81909435d275fe074b49093afed8{number:x8}";
        int sequence = 0;
        string Event(string type, string fields) => $"event: {type}\ndata: {{\"type\":\"{type}\",\"sequence_number\":{sequence++},{fields}}}\n\n";
        string Response(string status, string output) =>
            $"\"response\":{{\"id\":\"resp_68d5f327b91c81909435d275fe074b49093afed8{number:x8}\",\"object\":\"response\",\"created_at\":1782518136,\"status\":\"{status}\",\"output\":[{output}],\"usage\":null}}";
        string Item(string status, string content) =>
            $"{{\"id\":\"{message}\",\"type\":\"message\",\"status\":\"{status}\",\"content\":[{content}],\"role\":\"assistant\"}}";
        const string delta = " sentence";
        string text = string.Concat(Enumerable.Repeat(delta, deltas));
        string part = $"{{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\"{text}\"}}";
        string at = $"\"item_id\":\"{message}\",\"output_index\":0,\"content_index\":0";

        yield return Event("response.created", Response("queued", ""));
        yield return Event("response.in_progress", Response("in_progress", ""));
        yield return Event("response.output_item.added", $"\"output_index\":0,\"item\":{Item("in_progress", "")}");
        yield return Event("response.content_part.added", $"{at},\"part\":{{\"type\":\"output_text\",\"annotations\":[],\"text\":\"\"}}");
        for (int i = 0; i < deltas; i++)
            yield return Event("response.output_text.delta", $"{at},\"delta\":\"{delta}\",\"logprobs\":[]");
        yield return Event("response.content_part.done", $"{at},\"part\":{part}");
        yield return Event("response.output_item.done", $"\"output_index\":0,\"item\":{Item("completed", part)}");
        yield return Event("response.completed", Response("completed", Item("completed", part)));
    }
}
