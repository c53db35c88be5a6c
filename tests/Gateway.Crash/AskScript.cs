using AgentsMigration.Emulator;

namespace AgentsMigration.Gateway.Crash;

/// <summary>What the emulator's model answers to an <see cref="Ask"/>.</summary>
internal static class AskScript
{
    public const string Assistant = """
        {"model":"gpt-4o","tools":[{"type":"code_interpreter"},{"type":"function","function":{"name":"lookup","parameters":
        {"type":"object","properties":{"key":{"type":"string"}},"required":["key"]}}}]}
        """;

    private const string Json = """
        {"rules":[
          {"when":{"message":"one call","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a"}},{"text":"Found {{results}}."}]},
          {"when":{"message":"two calls","function":"^lookup$"},
           "output":[{"call":"lookup","arguments":{"key":"a"}},{"call":"lookup","arguments":{"key":"b"}},{"text":"Found {{results}}."}]},
          {"when":{"message":"print (?<n>\\d+)","tools":["code_interpreter"]},
           "output":[{"python":["open('/mnt/data/out.txt','w').write({{n}})","print({{n}})"]},{"text":"It is {{n}}. {{files}}"}]},
          {"when":{"message":"."},"output":[{"text":"You said: {{message}}"}]}
        ]}
        """;

    /// <summary>With delays, so that processes die while responses are at work.</summary>
    public static EmulatorOptions Options() => new()
    {
        Script = ModelScript.Parse(Json),
        QueueDelay = TimeSpan.FromMilliseconds(20),
        GenerationDelay = TimeSpan.FromMilliseconds(100),
        IngestDelay = TimeSpan.Zero,
    };
}
