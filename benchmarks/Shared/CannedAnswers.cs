using System.Text;

namespace AgentsMigration.Benchmarks;

/// <summary>What the v2 service answers, ready in memory: nothing has to be made for a call.</summary>
internal static class CannedAnswers
{
    public const string Conversation = "conv_6a3f117878b88193a6b84288b3d64a0b0344f13a7fc7bc93";

    private static readonly byte[] ConversationBody =
        $$"""{"id":"{{Conversation}}","object":"conversation","created_at":1782518136,"metadata":{} }""".AsBytes();

    private static readonly byte[] ResponseBody =
        """
        {"id":"resp_09f679866e8f2c58006a3f18d1ae788190b3fc44c99a26652b","object":"response","created_at":1782520017,"status":"in_progress","background":true,"error":null,
         "incomplete_details":null,"instructions":null,"max_output_tokens":null,"model":"gpt-4o-mini-2024-07-18","output":[],
         "parallel_tool_calls":true,"previous_response_id":null,"reasoning":{"effort":null,"summary":null},"store":true,
         "temperature":1.0,"text":{"format":{"type":"text"},"verbosity":"medium"},"tool_choice":"auto","tools":[],"top_p":1.0,
         "truncation":"auto","usage":null,"user":null,"metadata":{} }
        """.AsBytes();

    private static readonly byte[] Item = Message(0, "user", "input_text").AsBytes();

    private static readonly byte[] Created = $$"""{"object":"list","data":[{{Message(0, "user", "input_text")}}],"first_id":"a","last_id":"a","has_more":false}""".AsBytes();

    private static readonly byte[] Listed =
        $$"""
        {"object":"list","data":[{{string.Join(",", Enumerable.Range(0, 20).Select(i => i % 2 == 0
            ? Message(i, "assistant", "output_text") : Message(i, "user", "input_text")))}}],"first_id":"a","last_id":"b","has_more":false}
        """.AsBytes();

    public static byte[] Of(string method, string path) =>
        path.Contains("/responses", StringComparison.Ordinal) ? ResponseBody
        : path.EndsWith("/items", StringComparison.Ordinal) ? method == "POST" ? Created : Listed
        : path.Contains("/items/", StringComparison.Ordinal) ? Item
        : ConversationBody;

    public static byte[] AsBytes(this string text) => Encoding.UTF8.GetBytes(text);

    private static string Message(int i, string role, string type) =>
        $$"""
        {"id":"msg_09f679866e8f2c58006a3f18d28fb48190a4e42fc6b9698e{{i:x2}}","type":"message","status":"completed","role":"{{role}}",
         "content":[{"type":"{{type}}","annotations":[],"logprobs":[],"text":"A sentence of some length, as people and models write them, number {{i}}."}]}
        """;
}
