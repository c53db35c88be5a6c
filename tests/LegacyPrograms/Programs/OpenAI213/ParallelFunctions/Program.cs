// Several calls at once; a dictionary of handlers, as apps with many functions have it.
using System.ClientModel;
using System.Text.Json;
using OpenAI;
using OpenAI.Assistants;

namespace ParallelFunctions;

internal static class Program
{
    private static readonly Dictionary<string, Func<JsonElement, string>> Handlers = new()
    {
        ["get_stock_price"] = arguments => arguments.GetProperty("symbol").GetString() switch
        {
            "MSFT" => "431.20",
            "AAPL" => "229.87",
            _ => "unknown",
        },
    };

    private static async Task Main()
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!),
        };
        var openAI = new OpenAIClient(new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!), options);
        var client = openAI.GetAssistantClient();

        var assistant = (await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
        {
            Instructions = "Use the functions to answer questions about stocks.",
            Tools =
            {
                ToolDefinition.CreateFunction(
                    "get_stock_price",
                    "Gets the latest price of a stock",
                    BinaryData.FromObjectAsJson(new
                    {
                        type = "object",
                        properties = new { symbol = new { type = "string" } },
                        required = new[] { "symbol" },
                    })),
            },
        })).Value;
        var thread = (await client.CreateThreadAsync()).Value;
        await client.CreateMessageAsync(thread.Id, MessageRole.User, ["Compare the stock prices of MSFT and AAPL."]);

        var run = (await client.CreateRunAsync(
            thread.Id, assistant.Id, new RunCreationOptions { AllowParallelToolCalls = true })).Value;
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.RequiresAction)
        {
            if (run.Status == RunStatus.RequiresAction)
            {
                var outputs = run.RequiredActions
                    .Select(call => new ToolOutput(call.ToolCallId, Handle(call.FunctionName, call.FunctionArguments)))
                    .ToList();
                Console.WriteLine($"{outputs.Count} calls answered");
                run = (await client.SubmitToolOutputsToRunAsync(thread.Id, run.Id, outputs)).Value;
            }
            else
            {
                await Task.Delay(50);
                run = (await client.GetRunAsync(thread.Id, run.Id)).Value;
            }
        }

        if (run.Status != RunStatus.Completed)
        {
            Console.WriteLine($"The run ended as {run.Status}: {run.LastError?.Message}");
            return;
        }

        await foreach (var message in client.GetMessagesAsync(thread.Id))
        {
            if (message.Role == MessageRole.Assistant)
            {
                Console.WriteLine(message.Content[0].Text);
                break;
            }
        }
    }

    private static string Handle(string name, string arguments)
    {
        if (!Handlers.TryGetValue(name, out var handler)) return $"There is no function {name}.";
        using var document = JsonDocument.Parse(arguments);
        return handler(document.RootElement);
    }
}
