namespace AgentsMigration.Gateway.Fuzz;

/// <summary>Every path that some legacy client calls, with what its ids begin with, and bodies that are right for it.</summary>
internal static class Routes
{
    private const string File = "files/{file}";
    private const string Store = "vector_stores/{vs}";
    private const string Thread = "threads/{thread}";
    private const string Message = "{\"role\":\"user\",\"content\":\"Hello\",\"attachments\":[{\"file_id\":\"{file}\",\"tools\":[{\"type\":\"file_search\"}]}],\"metadata\":{\"a\":\"b\"}}";
    private const string Parts = "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.com/a.png\",\"detail\":\"low\"}},{\"type\":\"image_file\",\"image_file\":{\"file_id\":\"{file}\"}}]}";
    private const string Run = "{\"assistant_id\":\"{asst}\",\"stream\":false,\"instructions\":\"Be kind\",\"additional_messages\":[" + Message + "],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}],\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"f\"}},\"temperature\":0.5,\"top_p\":1,\"max_prompt_tokens\":5000,\"max_completion_tokens\":500,\"truncation_strategy\":{\"type\":\"last_messages\",\"last_messages\":3},\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"s\",\"schema\":{\"type\":\"object\"}}},\"parallel_tool_calls\":true,\"metadata\":{}}";
    private const string SmallRun = "{\"assistant_id\":\"{asst}\",\"stream\":true}";
    private const string PolledRun = "{\"assistant_id\":\"{asst}\"}";
    private const string PolledThreadRun = "{\"assistant_id\":\"{asst}\",\"thread\":{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}";
    private const string Assistant = "{\"model\":\"gpt-4o\",\"name\":\"n\",\"description\":\"d\",\"instructions\":\"i\",\"tools\":[{\"type\":\"code_interpreter\"},{\"type\":\"file_search\",\"file_search\":{\"max_num_results\":5,\"ranking_options\":{\"ranker\":\"auto\",\"score_threshold\":0.5}}}],\"tool_resources\":{\"code_interpreter\":{\"file_ids\":[\"{file}\"]},\"file_search\":{\"vector_store_ids\":[\"{vs}\"]}},\"metadata\":{\"k\":\"v\"},\"temperature\":1,\"top_p\":1,\"response_format\":\"auto\",\"reasoning_effort\":\"low\"}";
    private const string OldAssistant = "{\"model\":\"gpt-4\",\"tools\":[{\"type\":\"retrieval\"}],\"file_ids\":[\"{file}\"]}";
    private const string NewThread = "{\"messages\":[" + Message + "," + Parts + "],\"tool_resources\":{\"file_search\":{\"vector_stores\":[{\"file_ids\":[\"{file}\"],\"chunking_strategy\":{\"type\":\"auto\"}}]}},\"metadata\":{}}";
    private const string Outputs = "{\"tool_outputs\":[{\"tool_call_id\":\"call_1\",\"output\":\"42\"}],\"stream\":false}";
    private const string Metadata = "{\"metadata\":{\"a\":\"b\"}}";

    public static readonly (string Method, string Path, string[] Bodies)[] All =
    [
        ("GET", "assistants", []),
        ("POST", "assistants", [Assistant, OldAssistant, "{\"model\":\"gpt-4o\"}"]),
        ("GET", "assistants/{asst}", []),
        ("POST", "assistants/{asst}", [Assistant, Metadata]),
        ("DELETE", "assistants/{asst}", []),
        ("GET", "assistants/{asst}/files", []),
        ("POST", "assistants/{asst}/files", ["{\"file_id\":\"{file}\"}"]),
        ("GET", "assistants/{asst}/files/{file}", []),
        ("DELETE", "assistants/{asst}/files/{file}", []),
        ("GET", "threads", []),
        ("POST", "threads", [NewThread, Metadata, "{}", ""]),
        ("POST", "threads/runs", ["{\"thread\":" + NewThread + "," + Run[1..], SmallRun, PolledThreadRun]),
        ("GET", Thread, []),
        ("POST", Thread, [Metadata, NewThread]),
        ("DELETE", Thread, []),
        ("GET", Thread + "/messages", []),
        ("POST", Thread + "/messages", [Message, Parts]),
        ("GET", Thread + "/messages/{msg}", []),
        ("POST", Thread + "/messages/{msg}", [Metadata]),
        ("DELETE", Thread + "/messages/{msg}", []),
        ("GET", Thread + "/messages/{msg}/files", []),
        ("GET", Thread + "/messages/{msg}/files/{file}", []),
        ("GET", Thread + "/runs", []),
        ("POST", Thread + "/runs", [Run, SmallRun, PolledRun]),
        ("GET", Thread + "/runs/{run}", []),
        ("POST", Thread + "/runs/{run}", [Metadata]),
        ("POST", Thread + "/runs/{run}/cancel", [""]),
        ("POST", Thread + "/runs/{run}/submit_tool_outputs", [Outputs]),
        ("GET", Thread + "/runs/{run}/steps", []),
        ("GET", Thread + "/runs/{run}/steps/{step}", []),
        ("GET", "files", []),
        ("POST", "files", ["multipart"]),
        ("GET", File, []),
        ("DELETE", File, []),
        ("GET", File + "/content", []),
        ("GET", "vector_stores", []),
        ("POST", "vector_stores", ["{\"name\":\"v\",\"file_ids\":[\"{file}\"],\"expires_after\":{\"anchor\":\"last_active_at\",\"days\":1},\"metadata\":{}}"]),
        ("GET", Store, []),
        ("POST", Store, ["{\"name\":\"w\"}"]),
        ("DELETE", Store, []),
        ("POST", Store + "/search", ["{\"query\":\"a\",\"max_num_results\":3}"]),
        ("GET", Store + "/files", []),
        ("POST", Store + "/files", ["{\"file_id\":\"{file}\",\"attributes\":{\"a\":1}}"]),
        ("GET", Store + "/files/{file}", []),
        ("POST", Store + "/files/{file}", ["{\"attributes\":{\"a\":1}}"]),
        ("DELETE", Store + "/files/{file}", []),
        ("GET", Store + "/files/{file}/content", []),
        ("POST", Store + "/file_batches", ["{\"file_ids\":[\"{file}\"]}"]),
        ("GET", Store + "/file_batches/{vsfb}", []),
        ("POST", Store + "/file_batches/{vsfb}/cancel", [""]),
        ("GET", Store + "/file_batches/{vsfb}/files", []),
        ("POST", "chat/completions", ["{\"model\":\"gpt-4o\"}"]),
    ];

    /// <summary>What clients put before them, with the query and the header that go with it.</summary>
    public static readonly (string Prefix, string Query, string? Beta)[] Dialects =
    [
        ("/v1/", "", "assistants=v2"),
        ("/v1/", "", "assistants=v1"),
        ("/v1/", "", null),
        ("/openai/", "api-version=2024-02-15-preview", null),
        ("/openai/", "api-version=2024-05-01-preview", null),
        ("/openai/v1/", "api-version=preview", null),
        ("/api/projects/shop/", "api-version=v1", null),
        ("/api/projects/files/", "api%2Dversion=2025-05-15-preview", null),
        ("/agents/v1.0/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/", "api-version=2024-07-01-preview", null),
        ("/agents/v1.0/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/", "api-version=2024-12-01-preview", null),
    ];
}
