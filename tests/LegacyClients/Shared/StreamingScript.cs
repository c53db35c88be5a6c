using AgentsMigration.Emulator;
using OpenAI.Assistants;

namespace AgentsMigration.LegacyClients;

/// <summary>What the model does for the streaming tests, and the tool that it calls.</summary>
internal static class StreamingScript
{
    private const string Json =
        """
        {"rules":[
          {"when":{"message":"weather","function":"^get_weather$"},
           "output":[{"call":"get_weather","arguments":{"place":"Zürich"}},{"call":"get_weather","arguments":{"place":"Bern"}},
                     {"text":"Asking once more."},{"call":"get_weather","arguments":{"place":"Chur"}},{"text":"All in all: {{results}}"}]},
          {"when":{"message":"draw","tools":["code_interpreter"]},
           "output":[{"python":["from emulator_charts import bar_chart","from IPython.display import display","display(bar_chart(['a','b'],[1,2],'One'))","open('/mnt/data/table.csv','w').write('a,b')","print('drawn')"]},
                     {"text":"😀 The chart, and {{files}}"}]},
          {"when":{"message":"fail"},"output":[{"fail":{"code":"server_error","message":"Out of order."}}]},
          {"when":{"message":"."},"output":[{"text":"Grüße 😀, you said: {{message}}"}]}
        ]}
        """;

    public static FunctionToolDefinition GetWeather { get; } = new()
    {
        FunctionName = "get_weather",
        Parameters = BinaryData.FromString("""{"type":"object","properties":{"place":{"type":"string"}},"required":["place"]}"""),
    };

    public static EmulatorOptions Options() => new() { Script = ModelScript.Parse(Json) };
}
