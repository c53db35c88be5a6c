using System.Text.Json;

namespace AgentsMigration.Gateway.Crash;

internal enum AskKind
{
    Plain,
    Streamed,
    OneCall,
    TwoCalls,
    File,
}

/// <summary>One question of an app, the answer that it must get, and what became of it.</summary>
internal sealed class Ask(AskKind kind, int number)
{
    public AskKind Kind => kind;

    public int Number => number;

    public string? RunId { get; set; }

    /// <summary>What the app saw at the end.</summary>
    public string? Status { get; set; }

    public string Question => kind switch
    {
        AskKind.OneCall => $"one call about {number}.",
        AskKind.TwoCalls => $"two calls about {number}.",
        AskKind.File => $"print {number}.",
        _ => $"hello {number}.",
    };

    public bool IsAnswer(string text) => kind switch
    {
        AskKind.OneCall => text == $"Found value-{number}-a.",
        AskKind.TwoCalls => text.StartsWith("Found ", StringComparison.Ordinal)
            && text.Contains($"value-{number}-a", StringComparison.Ordinal)
            && text.Contains($"value-{number}-b", StringComparison.Ordinal),
        AskKind.File => text.StartsWith($"It is {number}.", StringComparison.Ordinal),
        _ => text == $"You said: {Question}",
    };

    /// <summary>The answer that a function of the app's gives.</summary>
    public string Output(JsonElement call) =>
        $"value-{number}-{JsonElement.Parse(call.GetProperty("function").GetProperty("arguments").GetString()!).GetProperty("key").GetString()}";
}
