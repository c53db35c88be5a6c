using AgentsMigration.Emulator;

namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>What the emulator's model does for these tests, by a word in the last message.</summary>
internal static class Scripts
{
    public const string Lookup =
        """
        "tools":[{"type":"function","function":{"name":"lookup","parameters":{"type":"object","properties":{"key":{"type":"string"}},"required":["key"]}}}]
        """;

    public const string CodeInterpreter = "\"tools\":[{\"type\":\"code_interpreter\"}]";

    private const string Json =
        """
        {"rules":[
          {"when":{"message":"one call","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a \"quoted\" ä"}},{"text":"Found {{results}}."}]},
          {"when":{"message":"two calls","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a"}},{"call":"lookup","arguments":{"key":"b"}},{"text":"Found {{results}}."}]},
          {"when":{"message":"twice in turn","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a"}},{"text":"And again."},{"call":"lookup","arguments":{"key":"b"}},{"text":"Done."}]},
          {"when":{"message":"think and call","function":"^lookup$"},
           "output":[{"reasoning":"Hmm."},{"call":"lookup","arguments":{"key":"a"}},{"text":"Found {{results}}."}]},
          {"when":{"message":"two messages"},"output":[{"text":"First."},{"reasoning":"Hmm."},{"text":"Second."}]},
          {"when":{"message":"fail at once"},"output":[{"fail":{"code":"rate_limit_exceeded","message":"Too much."}}]},
          {"when":{"message":"fail late"},"output":[{"text":"Begun."},{"fail":{"code":"server_error","message":"Broken."}}]},
          {"when":{"message":"stop short"},"output":[{"text":"Begun"},{"incomplete":"max_output_tokens"}]},
          {"when":{"message":"refuse"},"output":[{"refusal":"No, not that."}]},
          {"when":{"message":"take long"},"output":[{"text":"One moment."},{"wait":3600},{"text":"Late."}]},
          {"when":{"message":"a long story"},"output":[{"text":"{{message}}"}]},
          {"when":{"message":"read back","tools":["code_interpreter"]},
           "output":[{"python":["import glob","print(open(sorted(glob.glob('/mnt/data/*out.txt'))[0]).read())"]},
                     {"if":"ok","text":"It was {{stdout}}."},{"if":"failed","text":"Lost: {{error}}"}]},
          {"when":{"message":"print (?<n>\\d+)","tools":["code_interpreter"]},
           "output":[{"python":["open('/mnt/data/out.txt','w').write({{n}})","print({{n}})"]},{"text":"😀 Grüße: {{stdout}}. {{files}}"}]},
          {"when":{"message":"draw twice","tools":["code_interpreter"]},
           "output":[{"python":["from emulator_charts import bar_chart","bar_chart(['a','b'],[1,2],'One')"]},{"text":"A chart."},
                     {"python":["print('nothing to see')"]},{"text":"No chart."},
                     {"python":["from emulator_charts import bar_chart","bar_chart(['a','b'],[2,1],'Two')"]},{"text":"Another."}]},
          {"when":{"message":"draw","tools":["code_interpreter"]},
           "output":[{"python":["from emulator_charts import bar_chart","bar_chart(['a','b'],[1,2],'One')"]},{"text":"Here it is."}]},
          {"when":{"message":"search","tools":["file_search"]},
           "output":[{"file_search":"{{message}}"},{"text":"😀 It says: {{snippet}}{{cite}} And: {{snippet}}{{cite}} That is all."}]},
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
