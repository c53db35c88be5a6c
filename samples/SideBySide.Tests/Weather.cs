namespace BeforeAndAfter;

internal static class Weather
{
    public const string Question = "What is the weather in Oslo?";
    public const string Answer = "snow";
    public const string Schema = """
        {"type":"object","properties":{"location":{"type":"string"}},"required":["location"],"additionalProperties":false}
        """;
}
