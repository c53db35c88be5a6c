using OpenAI;
using OpenAI.Responses;

namespace BeforeAndAfter.After;

internal static class FunctionsAfter
{
    public static async Task RunAsync(OpenAIClient client, CancellationToken cancellationToken)
    {
        ResponsesClient responses = client.GetResponsesClient();
        ResponseTool weather = ResponseTool.CreateFunctionTool("get_weather", BinaryData.FromString(Weather.Schema), strictModeEnabled: false);
        CreateResponseOptions options = new() { Model = "gpt-4o", InputItems = { ResponseItem.CreateUserMessageItem(Weather.Question) }, Tools = { weather } };
        ResponseResult response = await responses.CreateResponseAsync(options, cancellationToken);
        while (response.OutputItems.OfType<FunctionCallResponseItem>().ToList() is { Count: > 0 } calls)
        {
            CreateResponseOptions next = new() { Model = "gpt-4o", PreviousResponseId = response.Id, Tools = { weather } };
            foreach (FunctionCallResponseItem call in calls)
                next.InputItems.Add(ResponseItem.CreateFunctionCallOutputItem(call.CallId, Weather.Answer));
            response = await responses.CreateResponseAsync(next, cancellationToken);
        }
    }
}
