using AgentsMigration.Emulator;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>What the emulator's model does for these tests, by a word in the last message.</summary>
internal static class TestScript
{
    private const string Json =
        """
        {"rules":[
          {"when":{"message":"one call","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a"}},{"text":"Found {{results}}."}]},
          {"when":{"message":"two calls","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a"}},{"call":"lookup","arguments":{"key":"b"}},{"text":"Found {{results}}."}]},
          {"when":{"message":"call twice in turn","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a"}},{"text":"And again."},{"call":"lookup","arguments":{"key":"b"}},{"text":"Done."}]},
          {"when":{"message":"think and call","function":"^lookup$"},
           "output":[{"reasoning":"Hmm."},{"call":"lookup","arguments":{"key":"a"}},{"text":"Found {{results}}."}]},
          {"when":{"message":"call then fail","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a"}},{"fail":{"code":"server_error","message":"Broken after the call."}}]},
          {"when":{"message":"think aloud"},"output":[{"reasoning":"Hmm."},{"text":"Thought."}]},
          {"when":{"message":"two messages"},"output":[{"text":"First."},{"text":"Second."}]},
          {"when":{"message":"fail please"},"output":[{"fail":{"code":"rate_limit_exceeded","message":"Too much."}}]},
          {"when":{"message":"stop short"},"output":[{"text":"Begun"},{"incomplete":"max_output_tokens"}]},
          {"when":{"message":"refuse"},"output":[{"refusal":"No."}]},
          {"when":{"message":"take long"},"output":[{"wait":3600},{"text":"Late."}]},
          {"when":{"message":"print (?<n>\\d+)","tools":["code_interpreter"]},
           "output":[{"python":["open('/mnt/data/out.txt','w').write({{n}})","print({{n}})"]},{"text":"It is {{stdout}}. {{files}}"}]},
          {"when":{"message":"search","tools":["file_search"]},"output":[{"file_search":"{{message}}"},{"text":"It says: {{snippet}}{{cite}}"}]},
          {"when":{"message":"."},"output":[{"text":"You said: {{message}}"}]}
        ]}
        """;

    /// <summary>Without delays: what a run becomes does not hang on time.</summary>
    public static EmulatorOptions Options() => new()
    {
        Script = ModelScript.Parse(Json),
        QueueDelay = TimeSpan.Zero,
        GenerationDelay = TimeSpan.Zero,
        IngestDelay = TimeSpan.Zero,
    };
}
